package dev.partyline.server.http;

import dev.partyline.rest.NotModelled;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests to the API, and lets pass what begins with {@code /_partyline}. No thread waits
 * for a body.
 */
public final class ApiHandler extends Handler.Wrapper {

  /** Where Partyline's own pages and control API begin. */
  public static final String OWN = "/_partyline";

  private static final HttpField ALLOW =
      new PreEncodedHttpField(HttpHeader.ALLOW, "GET, POST, DELETE, OPTIONS");

  private final Api api;
  private final UnderWay underWay = new UnderWay();
  private final AtomicLong requests = new AtomicLong();

  /** Answers by this platform. */
  public ApiHandler(Api api) {
    super(false);
    this.api = api;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    if (path != null && path.startsWith(OWN)) {
      request.getComponents().getExecutor().execute(() -> passOn(request, response, callback));
      return true;
    }
    Visit visit = new Visit(request, response, callback);
    String target = path == null ? "" : path;
    if (api.restConcurrency() > 0) {
      // requests can only be too many at once when each has a thread of its own
      request.getComponents().getExecutor().execute(() -> visit.begin(target));
    } else {
      visit.begin(target);
    }
    return true;
  }

  /**
   * A request to the API waits for nobody, so the thread that read it answers it: handing it to
   * another would cost more than answering it.
   */
  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  /** What lies behind may block, so it gets a thread of its own. */
  private void passOn(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Throwable failure) {
      Response.writeError(request, response, callback, failure);
    }
  }

  /** One request on its way to its answer. */
  private final class Visit {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final long begun = System.nanoTime();
    private final String id = id(requests.incrementAndGet());
    private Credentials credentials = Credentials.NONE;
    private Target target;
    private int count;

    Visit(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    void begin(String path) {
      try {
        if (request.getMethod().equals("OPTIONS")) {
          response.getHeaders().put(ALLOW);
          answer(new RestResponse(200, "", 0));
          return;
        }
        var headers = request.getHeaders();
        credentials = Credentials.of(headers.get(HttpHeader.AUTHORIZATION));
        count = underWay.begin(credentials.user());
        int most = api.restConcurrency();
        if (most > 0 && count > most) {
          answer(RestResponse.error(429, 20429, "Too Many Requests"));
          return;
        }
        target =
            Target.of(
                path, headers.get(HttpHeader.X_FORWARDED_HOST), request.getHttpURI().getHost());
        if (target.misplaced()) {
          answer(
              RestResponse.error(
                  404, 20404, "The requested resource " + target.path() + " was not found"));
          return;
        }
        long length = request.getLength();
        if (length > Limits.BODY_BYTES) {
          throw tooLarge();
        }
        if (length == 0) {
          carryOut(null);
        } else {
          receive();
        }
      } catch (RuntimeException | Error failure) {
        answer(failed(failure));
      }
    }

    /** A short body has come with its headers, as a rule. */
    private void receive() {
      Content.Chunk first = request.read();
      if (first != null && first.isLast() && !Content.Chunk.isFailure(first)) {
        byte[] body = new byte[first.remaining()];
        first.get(body, 0, body.length);
        first.release();
        received(body, null);
        return;
      }
      Content.Source rest = first == null ? request : new Resumed(first, request);
      Content.Source.asByteArrayAsync(rest, Limits.BODY_BYTES).whenComplete(this::received);
    }

    private void received(byte[] body, Throwable failure) {
      try {
        if (failure != null) {
          Throwable cause = unwrapped(failure);
          throw cause instanceof IllegalStateException
              ? tooLarge()
              : new BadInput(400, "The body broke off: " + cause.getMessage());
        }
        carryOut(body);
      } catch (RuntimeException | Error broken) {
        answer(failed(broken));
      }
    }

    private BadInput tooLarge() {
      return new BadInput(413, "The body is larger than " + Limits.BODY_BYTES + " bytes");
    }

    private void carryOut(byte[] body) {
      Map<String, List<String>> params = new LinkedHashMap<>();
      String query = request.getHttpURI().getQuery();
      if (query != null) {
        FormText.addTo(params, query, "query");
      }
      if (body != null) {
        Body.addTo(params, body, request.getHeaders().get(HttpHeader.CONTENT_TYPE), target.path());
      }
      String method = request.getMethod();
      api.handle(
              new RestRequest(
                  // what a HEAD would get is a GET's answer; Jetty leaves its body out
                  method.equals("HEAD") ? "GET" : method,
                  target.path(),
                  params,
                  credentials.user(),
                  credentials.password(),
                  headers()))
          .whenComplete((answer, failure) -> answer(failure == null ? answer : failed(failure)));
    }

    private Map<String, String> headers() {
      Map<String, String> found = Map.of();
      for (String name : RestRequest.HEADERS) {
        String value = request.getHeaders().get(name);
        if (value != null) {
          found = found.isEmpty() ? new LinkedHashMap<>() : found;
          found.put(name, value);
        }
      }
      return found;
    }

    private RestResponse failed(Throwable failure) {
      Throwable cause = unwrapped(failure);
      if (cause instanceof BadInput bad) {
        return ErrorBody.bad(bad.status(), bad.getMessage());
      }
      if (cause instanceof NotModelled gap) {
        return ErrorBody.gap(gap.getMessage());
      }
      System.err.println(
          "Partyline has a fault of its own, met by request "
              + id
              + ", "
              + request.getMethod()
              + " "
              + request.getHttpURI().getPath()
              + ":");
      cause.printStackTrace();
      return ErrorBody.fault(cause, id);
    }

    private void answer(RestResponse answer) {
      if (count > 0) {
        underWay.end(credentials.user());
      }
      if (answer.status() == 0) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new java.io.EOFException("broken off by a fault put in on purpose"));
        return;
      }
      byte[] body =
          answer.sound() == null
              ? answer.body().getBytes(StandardCharsets.UTF_8)
              : answer.sound().bytes();
      response.setStatus(answer.status());
      var headers = response.getHeaders();
      ApiHeaders.add(
          headers, answer.status(), id, System.nanoTime() - begun, Math.max(1, count), target);
      if (answer.status() >= 500 && answer.code() == 0) {
        headers.put(ErrorBody.OWN_HEADER, answer.status() == 501 ? ErrorBody.GAP : ErrorBody.FAULT);
      }
      headers.put(HttpHeader.CONTENT_LENGTH, body.length);
      if (answer.sound() != null) {
        headers.put(HttpHeader.CONTENT_TYPE, answer.sound().type());
      }
      answer.headers().forEach(headers::put);
      response.write(true, ByteBuffer.wrap(body), callback);
    }
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** Counted, not drawn. */
  private static String id(long number) {
    String hex = Long.toHexString(number);
    return "RQ" + "0".repeat(32 - hex.length()) + hex;
  }
}
