package dev.partyline.server.transport;

import dev.partyline.webhook.Transport;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.StandardAuthScheme;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.AsyncEntityProducers;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;

/**
 * Webhooks over sockets: no thread waits for an application.
 *
 * <p>Apache's asynchronous client and not the JDK's: that one repeats a GET on its own when a
 * connection closes without an answer, which the platform does not (CB-49), lets nobody set the
 * Host header unless the whole JVM was told before, and has one connect timeout for all.
 */
public final class HttpTransport implements Transport, AutoCloseable {

  /** Brings a piece of work back to the platform; used once. */
  @FunctionalInterface
  public interface Ticket {
    /** Carries it out while the platform is held, unless it began anew meanwhile. */
    void bring(Runnable answer);
  }

  private final Reach reach;
  private final Supplier<Ticket> tickets;
  private final ExecutorService threads;
  private CloseableHttpAsyncClient trusting;
  private CloseableHttpAsyncClient verifying;
  private boolean closed;

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
            4,
            work -> {
              Thread thread = new Thread(work, "partyline-webhooks");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public Sending send(Attempt attempt, WebhookRequest request, Consumer<Result> then) {
    Ticket ticket = tickets.get();
    OneSending sending =
        new OneSending(
            request.url(),
            result -> ticket.bring(() -> then.accept(result)),
            () -> giveBack(ticket));
    try {
      // a name is looked up by whoever sends: nobody may wait for that while the platform is held
      threads.execute(() -> send(attempt, request, sending));
    } catch (RejectedExecutionException over) {
      // the platform is being closed: nobody waits
    }
    return sending;
  }

  /** Not at once: whoever gives a request up is in the middle of something else. */
  private void giveBack(Ticket ticket) {
    try {
      threads.execute(() -> ticket.bring(() -> {}));
    } catch (RejectedExecutionException over) {
      // the platform is being closed: nobody waits
    }
  }

  private void send(Attempt attempt, WebhookRequest request, OneSending sending) {
    try {
      URI real = real(request.url());
      HttpHost target = new HttpHost(real.getScheme(), real.getHost(), real.getPort());
      sending.began(
          client(attempt.verifyTls() || reach.verifyTls())
              .execute(
                  target,
                  new BasicRequestProducer(http(request, real), body(request)),
                  new AnswerConsumer(sending::partReceived),
                  null,
                  context(attempt, real),
                  sending));
    } catch (Unreachable refused) {
      sending.end(refused.broken);
    } catch (RuntimeException fault) {
      sending.end(new Broken(Break.OTHER, "the request to " + request.url() + " failed: " + fault));
    }
  }

  private synchronized CloseableHttpAsyncClient client(boolean verify) {
    if (closed) {
      throw new IllegalStateException("the platform was closed");
    }
    if (verify) {
      verifying = verifying == null ? Clients.start(true) : verifying;
      return verifying;
    }
    trusting = trusting == null ? Clients.start(false) : trusting;
    return trusting;
  }

  /** One request on its way; whatever ends it first counts. */
  private static final class OneSending implements Sending, FutureCallback<WebhookReply> {
    private final String url;
    private final Consumer<Result> then;
    private final Runnable nothing;
    private Future<?> future;
    private boolean ended;
    private volatile boolean begun;

    OneSending(String url, Consumer<Result> then, Runnable nothing) {
      this.url = url;
      this.then = then;
      this.nothing = nothing;
    }

    synchronized void began(Future<?> request) {
      future = request;
      if (ended) {
        request.cancel(true);
      }
    }

    void partReceived() {
      begun = true;
    }

    private synchronized boolean isFirst() {
      boolean first = !ended;
      ended = true;
      return first;
    }

    void end(Result result) {
      if (isFirst()) {
        then.accept(result);
      }
    }

    @Override
    public void completed(WebhookReply reply) {
      end(new Answered(reply));
    }

    @Override
    public void failed(Exception failure) {
      end(Failures.of(failure, url, begun));
    }

    @Override
    public void cancelled() {
      end(new Broken(Break.OTHER, "the request to " + url + " was given up"));
    }

    @Override
    public void abandon() {
      if (isFirst()) {
        nothing.run();
        Future<?> request;
        synchronized (this) {
          request = future;
        }
        if (request != null) {
          request.cancel(true);
        }
      }
    }

    @Override
    public boolean begun() {
      return begun;
    }
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

  private URI real(String url) throws Unreachable {
    URI real;
    try {
      URI.create(url);
      real = URI.create(reach.real(url));
    } catch (IllegalArgumentException malformed) {
      throw new Unreachable(Break.MALFORMED_URL, "'" + url + "' is no URL");
    }
    if (real.getHost() == null || real.getScheme() == null) {
      throw new Unreachable(Break.MALFORMED_URL, "'" + url + "' names no host");
    }
    if (!real.getScheme().matches("(?i)https?")) {
      throw new Unreachable(Break.MALFORMED_URL, "'" + url + "' is neither http nor https");
    }
    if (!reach.allows(real)) {
      throw new Unreachable(
          Break.NOT_ALLOWED,
          "Partyline sends webhooks to loopback only; "
              + real.getHost()
              + " is not on the allow-list. Add it there, or rewrite "
              + url
              + " to where the application really is");
    }
    return real;
  }

  /** The request as the application sees it: with its public address in the Host header. */
  private static BasicHttpRequest http(WebhookRequest request, URI real) throws Unreachable {
    String path =
        real.getRawPath() == null || real.getRawPath().isEmpty() ? "/" : real.getRawPath();
    String query = real.getRawQuery() == null ? "" : "?" + real.getRawQuery();
    BasicHttpRequest http = new BasicHttpRequest(request.method(), path + query);
    http.setScheme(real.getScheme());
    URI known = URI.create(request.url());
    http.setAuthority(
        known.getHost() == null
            ? new URIAuthority(real.getHost(), real.getPort())
            : new URIAuthority(known.getHost(), known.getPort()));
    request.headers().forEach(http::setHeader);
    http.setHeader("User-Agent", "TwilioProxy/1.1");
    http.setHeader("Accept", "*/*");
    // A connection kept for later may be closed by the receiver just when it is used again: that
    // delivery would fail for no reason of the application's.
    http.setHeader("Connection", "close");
    return http;
  }

  private static AsyncEntityProducer body(WebhookRequest request) {
    if (request.method().equals("GET")) {
      return null;
    }
    ContentType type =
        ContentType.create("application/x-www-form-urlencoded", StandardCharsets.UTF_8);
    return AsyncEntityProducers.create(form(request.params()), type);
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

  /** User and password of the URL are told when the application asks for them (SEC-10). */
  @SuppressWarnings("deprecation") // a connect timeout of this request, not of all of them
  private static HttpClientContext context(Attempt attempt, URI url) {
    HttpClientContext context = HttpClientContext.create();
    String user = url.getRawUserInfo();
    if (user != null) {
      int colon = user.indexOf(':');
      String name = colon < 0 ? user : user.substring(0, colon);
      String password = colon < 0 ? "" : user.substring(colon + 1);
      BasicCredentialsProvider known = new BasicCredentialsProvider();
      known.setCredentials(
          new AuthScope(null, -1),
          new UsernamePasswordCredentials(decoded(name), decoded(password).toCharArray()));
      context.setCredentialsProvider(known);
    }
    context.setRequestConfig(
        RequestConfig.custom()
            .setConnectTimeout(Timeout.ofMilliseconds(attempt.connectMs()))
            .setResponseTimeout(Timeout.DISABLED)
            .setRedirectsEnabled(false)
            .setAuthenticationEnabled(user != null)
            .setTargetPreferredAuthSchemes(
                List.of(StandardAuthScheme.DIGEST, StandardAuthScheme.BASIC))
            .setProtocolUpgradeEnabled(false)
            .build());
    return context;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    synchronized (this) {
      closed = true;
      if (trusting != null) {
        trusting.close(CloseMode.IMMEDIATE);
      }
      if (verifying != null) {
        verifying.close(CloseMode.IMMEDIATE);
      }
    }
  }
}
