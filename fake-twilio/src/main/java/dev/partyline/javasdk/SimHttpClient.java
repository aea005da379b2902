package dev.partyline.javasdk;

import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Surroundings;
import java.net.SocketException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * The SDK's HTTP client without a network: every request goes to the surroundings of a run and
 * takes simulated time. It repeats failed requests by the SDK's own policy (up to three attempts on
 * 5xx, 100 ms after each), POST included, but waits in simulated time.
 */
public final class SimHttpClient extends HttpClient {

  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Header[] NO_HEADERS = {};

  // The SDK has one reader of JSON for all its clients, with buffers for each thread. Where a fiber
  // is a thread of its own they would be made for each request, so they are kept for all.
  static {
    new TwilioRestClient.Builder("", "")
        .httpClient(new SimHttpClient(null))
        .build()
        .getObjectMapper()
        .getFactory()
        .setRecyclerPool(JsonRecyclerPools.sharedConcurrentDequePool());
  }

  private final Surroundings surroundings;

  /** A client of this run. */
  public SimHttpClient(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Response reliableRequest(Request request) {
    Response response = null;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      response = makeRequest(request);
      if (response != null && response.getStatusCode() < 500) {
        return response;
      }
      surroundings.sleep(PAUSE);
    }
    return response;
  }

  @Override
  public Response makeRequest(Request request) {
    Map<String, List<String>> params = new TreeMap<>();
    String url = request.getUrl();
    int mark = url.indexOf('?');
    if (mark >= 0) {
      addQuery(params, url.substring(mark + 1));
    }
    add(params, request.getQueryParams());
    add(params, request.getPostParams());
    if (request.getBody() != null) {
      params.put(RestRequest.JSON_BODY, List.of(request.getBody()));
    }
    RestResponse response =
        surroundings.call(
            new RestRequest(
                request.getMethod().toString(),
                path(mark < 0 ? url : url.substring(0, mark)),
                params,
                request.getUsername(),
                request.getPassword(),
                headers(request)));
    if (response.status() == 0) {
      throw new ApiException("Connection reset", new SocketException("Connection reset"));
    }
    return new Response(response.body(), response.status(), headers(response));
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> found = new TreeMap<>();
    request
        .getHeaderParams()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (RestRequest.HEADERS.contains(lower) && !values.isEmpty()) {
                found.put(lower, values.get(values.size() - 1));
              }
            });
    return found.isEmpty() ? Map.of() : found;
  }

  private static Header[] headers(RestResponse response) {
    return response.headers().isEmpty()
        ? NO_HEADERS
        : response.headers().entrySet().stream()
            .map(header -> new BasicHeader(header.getKey(), header.getValue()))
            .toArray(Header[]::new);
  }

  private static String path(String url) {
    int start = url.indexOf('/', url.indexOf("://") + 3);
    return start < 0 ? "/" : url.substring(start);
  }

  private static void add(Map<String, List<String>> params, Map<String, List<String>> more) {
    if (more != null) {
      more.forEach(
          (name, values) ->
              params.computeIfAbsent(name, key -> new ArrayList<>(values.size())).addAll(values));
    }
  }

  private static void addQuery(Map<String, List<String>> params, String query) {
    for (String pair : query.split("&")) {
      int at = pair.indexOf('=');
      String name = decode(at < 0 ? pair : pair.substring(0, at));
      params
          .computeIfAbsent(name, key -> new ArrayList<>(1))
          .add(at < 0 ? "" : decode(pair.substring(at + 1)));
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
