package dev.partyline.server.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private static int code(Throwable failure, boolean begun) {
    return Failures.of(failure, "https://app.example/", begun).kind().code();
  }

  private static SSLHandshakeException handshake(Throwable cause) {
    SSLHandshakeException failure = new SSLHandshakeException("handshake");
    failure.initCause(cause);
    return failure;
  }

  @Pins("ERR-13")
  @Test
  void what_is_wrong_with_a_certificate_has_codes_of_its_own() {
    assertEquals(11235, code(new SSLPeerUnverifiedException("no match"), false));
    assertEquals(
        11235,
        code(
            handshake(new CertificateException("No subject alternative DNS name matching")),
            false));
    assertEquals(11236, code(handshake(new CertificateExpiredException("NotAfter")), false));
    assertEquals(11220, code(new SSLHandshakeException("no cipher suites in common"), false));
  }

  @Pins("ERR-10")
  @Test
  void a_connection_that_closes_breaks_http_only_after_an_answer_began() {
    assertEquals(11205, code(new ConnectionClosedException(), false));
    assertEquals(11206, code(new ConnectionClosedException(), true));
    assertEquals(11205, code(new IOException("reset"), false));
  }
}
