package dev.switchboard.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.switchboard.web.Incoming;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {

  private static final String JSON = "{\"property\": \"value\", \"boolean\": true}";
  private static final String DIGEST =
      "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

  private final Signatures signatures = new Signatures("12345");

  /** The vectors of SEC-12; the transport gives the query's parameters along with the form's. */
  @ParameterizedTest
  @CsvSource({
    "https://mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=, true",
    "http://mycompany.com:1234/myapp.php?foo=1&bar=2, Zmvh+3yNM1Phv2jhDCwEM3q5ebU=, true",
    "https://mycompany.com/myapp.php, 1xaxFBvyzXYvWplzNOSs28HWO94=, true",
    "https://mycompany.com/myapp.php?foo=1&bar=3, RSOYDt4T1cUTdK1PDd93/VVr8B8=, false",
    "https://mycompany.com/myapp.php, 1xaxFBvyzXYvWplzNOSs28HWO95=, false"
  })
  void signature_covers_the_url_and_the_form(String url, String signature, boolean genuine) {
    Map<String, String> params = new LinkedHashMap<>();
    if (url.contains("?")) {
      params.put("foo", "1");
      params.put("bar", "2");
    }
    params.put("To", "+18005551212");
    params.put("CallSid", "CA1234567890ABCDE");
    params.put("Caller", "+14158675309");
    params.put("Digits", "1234");
    params.put("From", "+14158675309");
    Map<String, String> headers = Map.of("x-twilio-signature", signature);
    assertEquals(genuine, signatures.isGenuine(new Incoming("POST", url, params, headers)));
  }

  @Test
  void missing_signature_is_not_genuine() {
    assertFalse(
        signatures.isGenuine(new Incoming("POST", "https://a.example/x", Map.of(), Map.of())));
  }

  /** The vectors of SEC-12 for a body that is no form (SEC-05). */
  @ParameterizedTest
  @CsvSource({
    "?foo=1&bar=2&bodySHA256=, a9nBmqA0ju/hNViExpshrM61xv4=, true",
    "?bodySHA256=, y77kIzt2vzLz71DgmJGsen2scGs=, true",
    "?bodySHA256=, a9nBmqA0ju/hNViExpshrM61xv4=, false"
  })
  void signature_of_a_json_body_covers_the_address_and_the_bodys_digest(
      String query, String signature, boolean genuine) {
    String url = "https://mycompany.com/myapp.php" + query + DIGEST;
    Map<String, String> headers = Map.of("X-Twilio-Signature", signature);
    Incoming request = new Incoming("POST", url, Map.of(), headers, JSON, "");
    assertEquals(genuine, signatures.isGenuine(request));
    Incoming altered = new Incoming("POST", url, Map.of(), headers, JSON + " ", "");
    assertFalse(signatures.isGenuine(altered));
  }

  @Test
  void json_body_without_a_digest_in_the_address_is_not_genuine() {
    Incoming request =
        new Incoming(
            "POST",
            "https://mycompany.com/myapp.php",
            Map.of(),
            Map.of("X-Twilio-Signature", "1xaxFBvyzXYvWplzNOSs28HWO94="),
            JSON,
            "");
    assertFalse(signatures.isGenuine(request));
  }
}
