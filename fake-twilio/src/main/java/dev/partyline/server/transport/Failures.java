package dev.partyline.server.transport;

import dev.partyline.webhook.Transport.Break;
import dev.partyline.webhook.Transport.Broken;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Says why there was no answer, in the platform's kinds. */
final class Failures {

  private Failures() {}

  /**
   * The kind and a sentence.
   *
   * @param begun whether part of an answer was received
   */
  static Broken of(Throwable failure, String url, boolean begun) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Broken known = known(cause, url);
      if (known != null) {
        return known;
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return new Broken(Break.TLS, "TLS with " + url + " failed: " + cause.getMessage());
      }
    }
    Break kind =
        begun && failure instanceof ConnectionClosedException ? Break.BROKEN_HTTP : Break.OTHER;
    return new Broken(kind, "the request to " + url + " failed: " + failure);
  }

  private static Broken known(Throwable cause, String url) {
    if (cause instanceof AnswerConsumer.TooLarge) {
      return new Broken(Break.TOO_LARGE, "the answer of " + url + " is larger than 1 MB");
    }
    if (cause instanceof UnknownHostException) {
      return new Broken(Break.UNKNOWN_HOST, "the host of " + url + " does not resolve");
    }
    if (cause instanceof ConnectTimeoutException
        || cause instanceof SocketTimeoutException && text(cause).contains("handshake")) {
      return new Broken(Break.CONNECT_TIMEOUT, "no connection to " + url + " in time");
    }
    if (cause instanceof SocketTimeoutException) {
      return new Broken(Break.READ_TIMEOUT, "no complete answer from " + url + " in time");
    }
    if (cause instanceof ConnectException) {
      return text(cause).contains("timed out")
          ? new Broken(Break.CONNECT_TIMEOUT, "no connection to " + url + " in time")
          : new Broken(Break.REFUSED, "connection refused by " + url);
    }
    if (cause instanceof SSLPeerUnverifiedException
        || cause instanceof CertificateException && text(cause).contains("subject alternative")) {
      return new Broken(
          Break.WRONG_NAME, "the certificate of " + url + " is not for it: " + cause.getMessage());
    }
    if (cause instanceof CertificateExpiredException
        || cause instanceof CertificateNotYetValidException) {
      return new Broken(
          Break.EXPIRED, "the certificate of " + url + " is not valid now: " + cause.getMessage());
    }
    if (cause instanceof CertPathBuilderException) {
      return new Broken(
          Break.UNTRUSTED,
          "nobody known vouches for the certificate of " + url + ": " + cause.getMessage());
    }
    if (cause instanceof HttpException
        || cause instanceof MalformedChunkCodingException
        || cause instanceof TruncatedChunkException
        || cause instanceof MessageConstraintException) {
      return new Broken(
          Break.BROKEN_HTTP, "the answer of " + url + " breaks HTTP: " + cause.getMessage());
    }
    return null;
  }

  private static String text(Throwable cause) {
    return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
  }
}
