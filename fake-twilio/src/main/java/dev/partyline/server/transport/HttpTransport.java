package dev.partyline.server.transport;

import dev.partyline.webhook.Transport;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Webhooks through the JDK's asynchronous HTTP client: no thread waits for an application. */
public final class HttpTransport implements Transport, AutoCloseable {

  /** Brings a piece of work back to the platform; used once. */
  @FunctionalInterface
  public interface Ticket {
    /** Carries it out while the platform is held, unless it began anew meanwhile. */
    void bring(Runnable answer);
  }

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(15);
  private static final int LARGEST_BODY = 1 << 20;

  private final Reach reach;
  private final Supplier<Ticket> tickets;
  private final ExecutorService threads;
  private final HttpClient client;

  static {
    // The Host header stays the public one; the JDK reads this when its client is first used.
    if (System.getProperty("jdk.httpclient.allowRestrictedHeaders") == null) {
      System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }
  }

  /**
   * Makes a transport.
   *
   * @param tickets asked for one ticket for each request
   */
  public HttpTransport(Reach reach, Supplier<Ticket> tickets) {
    this.reach = reach;
    this.tickets = tickets;
    this.threads =
        Executors.newFixedThreadPool(
            2,
            work -> {
              Thread thread = new Thread(work, "partyline-webhooks");
              thread.setDaemon(true);
              return thread;
            });
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads);
    if (!reach.verifyTls()) {
      builder.sslContext(trusting());
    }
    this.client = builder.build();
  }

  @Override
  public void send(String name, boolean document, WebhookRequest request, Consumer<Result> then) {
    Ticket ticket = tickets.get();
    HttpRequest http;
    try {
      http = http(request);
    } catch (Unreachable refused) {
      threads.execute(() -> ticket.bring(() -> then.accept(refused.broken)));
      return;
    }
    client
        .sendAsync(http, info -> new Bounded())
        .handle(
            (response, failure) -> {
              Result result = failure == null ? answered(response) : broken(failure, request.url());
              ticket.bring(() -> then.accept(result));
              return null;
            });
  }

  /** A request that does not go out at all. */
  private static final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Broken broken;

    Unreachable(Break kind, String text) {
      super(text);
      this.broken = new Broken(kind, text);
    }
  }

  private HttpRequest http(WebhookRequest request) throws Unreachable {
    URI url;
    URI real;
    try {
      url = URI.create(request.url());
      real = URI.create(reach.real(request.url()));
    } catch (IllegalArgumentException malformed) {
      throw new Unreachable(Break.MALFORMED_URL, "'" + request.url() + "' is no URL");
    }
    if (real.getHost() == null) {
      throw new Unreachable(Break.MALFORMED_URL, "'" + request.url() + "' names no host");
    }
    if (!reach.allows(real)) {
      throw new Unreachable(
          Break.NOT_ALLOWED,
          "Partyline sends webhooks to loopback only; "
              + real.getHost()
              + " is not on the allow-list. Add it there, or rewrite "
              + request.url()
              + " to where the application really is");
    }
    HttpRequest.Builder http;
    try {
      http = HttpRequest.newBuilder(withoutUser(real)).timeout(TOTAL_TIMEOUT);
    } catch (IllegalArgumentException unusable) {
      throw new Unreachable(Break.MALFORMED_URL, request.url() + ": " + unusable.getMessage());
    }
    if (!real.getRawAuthority().equals(url.getRawAuthority()) && url.getHost() != null) {
      http.setHeader(
          "Host", url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort());
    }
    request.headers().forEach(http::setHeader);
    http.setHeader("User-Agent", "TwilioProxy/1.1");
    http.setHeader("Accept", "*/*");
    if (request.method().equals("GET")) {
      http.GET();
    } else {
      http.setHeader("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
      http.POST(HttpRequest.BodyPublishers.ofString(form(request.params())));
    }
    return http.build();
  }

  /** The JDK's client refuses URLs with user and password; they go into a header when asked for. */
  private static URI withoutUser(URI url) {
    if (url.getRawUserInfo() == null) {
      return url;
    }
    return URI.create(url.toString().replaceFirst("//[^@/]*@", "//"));
  }

  private static String form(Map<String, String> params) {
    StringBuilder body = new StringBuilder();
    params.forEach(
        (name, value) ->
            body.append(body.length() == 0 ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return body.toString();
  }

  private static Result answered(HttpResponse<byte[]> response) {
    return new Answered(
        new WebhookReply(
            response.statusCode(),
            response.headers().firstValue("content-type").orElse(null),
            new String(response.body(), StandardCharsets.UTF_8),
            response.headers().firstValue("location").orElse(null),
            response.headers().allValues("set-cookie")));
  }

  private static Broken broken(Throwable failure, String url) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    for (Throwable one = cause; one != null; one = one.getCause()) {
      if (one instanceof TooLarge) {
        return new Broken(Break.TOO_LARGE, "the answer of " + url + " is larger than 1 MB");
      }
      if (one instanceof UnresolvedAddressException || one instanceof UnknownHostException) {
        return new Broken(Break.UNKNOWN_HOST, "the host of " + url + " does not resolve");
      }
      if (one instanceof SSLException) {
        return new Broken(Break.TLS, "TLS with " + url + " failed: " + one.getMessage());
      }
    }
    if (cause instanceof HttpConnectTimeoutException) {
      return new Broken(Break.CONNECT_TIMEOUT, "no connection to " + url + " within 5 s");
    }
    if (cause instanceof HttpTimeoutException) {
      return new Broken(Break.READ_TIMEOUT, "no complete answer within 15 s from " + url);
    }
    if (cause instanceof ConnectException) {
      return new Broken(Break.REFUSED, "connection refused by " + url);
    }
    boolean http =
        cause instanceof ProtocolException
            || cause instanceof IOException
                && String.valueOf(cause.getMessage()).matches("(?i).*(status line|chunk|header).*")
                && !String.valueOf(cause.getMessage()).contains("received no bytes");
    return new Broken(
        http ? Break.BROKEN_HTTP : Break.OTHER, "the request to " + url + " failed: " + cause);
  }

  /** Never more than a bounded piece of an answer is held in memory. */
  private static final class Bounded implements HttpResponse.BodySubscriber<byte[]> {
    private final HttpResponse.BodySubscriber<byte[]> whole =
        HttpResponse.BodySubscribers.mapping(
            HttpResponse.BodySubscribers.ofByteArray(), bytes -> bytes);
    private Flow.Subscription subscription;
    private long received;
    private boolean refused;

    @Override
    public CompletionStage<byte[]> getBody() {
      return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      whole.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      if (refused) {
        return;
      }
      for (ByteBuffer buffer : buffers) {
        received += buffer.remaining();
      }
      if (received > LARGEST_BODY) {
        refused = true;
        subscription.cancel();
        whole.onError(new TooLarge());
        return;
      }
      whole.onNext(buffers);
    }

    @Override
    public void onError(Throwable failure) {
      if (!refused) {
        whole.onError(failure);
      }
    }

    @Override
    public void onComplete() {
      if (!refused) {
        whole.onComplete();
      }
    }
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** {@code sec.tlsVerify} is off by default: receivers in tests have certificates of their own. */
  private static SSLContext trusting() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustsAll()}, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class TrustsAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
