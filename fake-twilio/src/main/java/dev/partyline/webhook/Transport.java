package dev.partyline.webhook;

import java.util.function.Consumer;

/** How a request gets to the application: on a fiber of a simulated run, or over a socket. */
public interface Transport {

  /**
   * Sends one request; must not block.
   *
   * @param then told once what came of it, on the baton of the platform, or never
   */
  Sending send(Attempt attempt, WebhookRequest request, Consumer<Result> then);

  /**
   * One try of a delivery.
   *
   * @param name stable name
   * @param document whether the platform waits for a document rather than for a receipt
   * @param connectMs how long a connection may take, in milliseconds (CB-43, CB-44)
   * @param verifyTls whether the certificate of an https receiver must be valid (SEC-11)
   */
  record Attempt(String name, boolean document, int connectMs, boolean verifyTls) {}

  /** A request that is on its way. */
  interface Sending {

    /** One that arrives whatever happens. */
    Sending SURE =
        new Sending() {
          @Override
          public void abandon() {}

          @Override
          public boolean begun() {
            return false;
          }
        };

    /** Nobody waits for its answer any more; its connection may be closed. */
    void abandon();

    /** Whether part of an answer was received: then it is not repeated (CB-47). */
    boolean begun();
  }

  /** What came of it. */
  sealed interface Result {}

  /** The application answered. */
  record Answered(WebhookReply reply) implements Result {}

  /** There was no answer, and why. */
  record Broken(Break kind, String text) implements Result {}

  /** Why there was no answer, with the platform's error code for documents (ERR-05 to 16). */
  enum Break {
    REFUSED(11202, true),
    CONNECT_TIMEOUT(11201, true),
    READ_TIMEOUT(11203, false),
    UNKNOWN_HOST(11210, true),
    TLS(11220, false),
    WRONG_NAME(11235, false),
    EXPIRED(11236, false),
    UNTRUSTED(11237, false),
    BROKEN_HTTP(11206, false),
    TOO_LARGE(11750, false),
    MALFORMED_URL(11100, false),
    NOT_ALLOWED(11205, false),
    OTHER(11205, false);

    private final int code;
    private final boolean beforeConnection;

    Break(int code, boolean beforeConnection) {
      this.code = code;
      this.beforeConnection = beforeConnection;
    }

    /** The platform's error code. */
    public int code() {
      return code;
    }

    /** Whether the request never left: what the retry policy {@code ct} repeats (CB-43). */
    public boolean beforeConnection() {
      return beforeConnection;
    }
  }
}
