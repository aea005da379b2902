package dev.switchboard.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/** HTTP clients for the real network, whose transport repeats nothing. */
public final class LiveHttp {

  private static final String PLATFORM = "https://api.twilio.com";
  private static final Pattern PRODUCT = Pattern.compile("https://([a-z]+\\.twilio\\.com)(/.*)");
  private static final int CONNECTIONS = 100;
  private static final int ANSWER_SECONDS = 10;

  private LiveHttp() {}

  /** A client for the platform itself. */
  public static HttpClient toPlatform() {
    return new NetworkHttpClient(builder());
  }

  /**
   * A client that sends the platform's requests to another host.
   *
   * @param base scheme, host and port, without a slash at the end
   */
  public static HttpClient to(String base) {
    return new Rewriting(base);
  }

  /** Repeats nothing: the transport's own habit is to repeat a 503 or 429, of a POST too. */
  private static HttpClientBuilder builder() {
    return HttpClientBuilder.create()
        .useSystemProperties()
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .useSystemProperties()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom().setResponseTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).build());
  }

  private static final class Rewriting extends NetworkHttpClient {

    private final String base;

    Rewriting(String base) {
      super(builder());
      this.base = base;
    }

    @Override
    public Response makeRequest(Request request) {
      String url = elsewhere(request.getUrl());
      return super.makeRequest(url.equals(request.getUrl()) ? request : copy(request, url));
    }

    /** Voice is at the root; the other products are below their host's name. */
    private String elsewhere(String url) {
      if (url.startsWith(PLATFORM)) {
        return base + url.substring(PLATFORM.length());
      }
      Matcher product = PRODUCT.matcher(url);
      return product.matches() ? base + "/" + product.group(1) + product.group(2) : url;
    }

    private static Request copy(Request request, String url) {
      Request copy = new Request(request.getMethod(), url);
      if (request.requiresAuthentication()) {
        copy.setAuth(request.getUsername(), request.getPassword());
      }
      copy.setContentType(request.getContentType());
      copy.setUserAgentExtensions(request.getUserAgentExtensions());
      copyAll(request.getQueryParams(), copy::addQueryParam);
      copyAll(request.getPostParams(), copy::addPostParam);
      copyAll(request.getHeaderParams(), copy::addHeaderParam);
      return copy;
    }

    private static void copyAll(
        Map<String, List<String>> params, java.util.function.BiConsumer<String, String> to) {
      params.forEach((name, values) -> values.forEach(value -> to.accept(name, value)));
    }
  }
}
