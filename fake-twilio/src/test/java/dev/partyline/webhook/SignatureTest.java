package dev.partyline.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.security.RequestValidator;
import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import dev.partyline.rest.RestRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signatures of requests to the application, judged by the vendor's own validator. */
class SignatureTest {

  private static final String HEADER = "X-Twilio-Signature";

  private static boolean valid(WebhookRequest request) {
    return new RequestValidator(Account.TOKEN)
        .validate(request.url(), request.params(), request.headers().get(HEADER));
  }

  private static Map<String, String> vectorForm() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", "+18005551212");
    form.put("CallSid", "CA1234567890ABCDE");
    form.put("Digits", "1234");
    form.put("From", "+14158675309");
    form.put("Caller", "+14158675309");
    return form;
  }

  @Test
  @Pins({"SEC-02", "SEC-03", "SEC-12"})
  void published_vectors_hold() {
    Signature signature = new Signature("12345");
    String site = "mycompany.com";

    assertEquals(
        "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        signature.of("https://" + site + "/myapp.php?foo=1&bar=2", vectorForm()));
    assertEquals(
        "kvajT1Ptam85bY51eRf/AJRuM3w=",
        signature.of("https://" + site + ":443/myapp.php?foo=1&bar=2", vectorForm()));
    assertEquals(
        "0ZXoZLH/DfblKGATFgpif+LLRf4=",
        signature.of("http://" + site + ":80/myapp.php?foo=1&bar=2", vectorForm()));
    assertEquals(
        "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
        signature.of("http://" + site + ":1234/myapp.php?foo=1&bar=2", vectorForm()));
    assertEquals(
        "1xaxFBvyzXYvWplzNOSs28HWO94=",
        signature.of("https://" + site + "/myapp.php", vectorForm()));
    assertEquals(
        "zYQTYrRWXE7LtzbG4PfP7/bkkGo=",
        signature.of("https://" + site + "/myapp.php?foo=1&bar=2", Map.of()));
  }

  private static Stage everyKind() {
    return new Stage()
        .statusPath("/status")
        .voice(
            "<Dial action=\"/action\"><Conference statusCallback=\"/events\""
                + " statusCallbackEvent=\"start end join leave\">room</Conference></Dial>")
        .agentDials(0)
        .agentHangsUp(5_000)
        .run();
  }

  @Test
  @Pins({"SEC-01", "SEC-04"})
  void every_request_is_signed_with_the_accounts_token() {
    Stage stage = everyKind();

    for (String path : List.of("/voice", "/action", "/status", "/events")) {
      assertFalse(stage.received(path).isEmpty(), path);
      for (WebhookRequest request : stage.received(path)) {
        assertTrue(valid(request), request.toString());
      }
    }
  }

  @Test
  @Pins({"SEC-04", "SEC-13"})
  void call_made_with_an_api_key_is_signed_with_the_auth_token() {
    Stage stage =
        new Stage()
            .voice("<Hangup/>")
            .application(
                0,
                app ->
                    app.surroundings()
                        .call(
                            new RestRequest(
                                "POST",
                                Stage.ACCOUNT + "/Calls.json",
                                Map.of(
                                    "To", List.of(Stage.CUSTOMER),
                                    "From", List.of(Account.NUMBER),
                                    "Url", List.of(Account.BASE_URL + "/voice")),
                                Account.API_KEY,
                                Account.API_SECRET)))
            .run();

    WebhookRequest request = stage.received("/voice").get(0);
    assertTrue(valid(request));
    assertFalse(
        new RequestValidator(Account.API_SECRET)
            .validate(request.url(), request.params(), request.headers().get(HEADER)));
  }

  @Test
  @Pins("SEC-03")
  void get_request_is_signed_by_its_url_alone() {
    Stage stage =
        new Stage()
            .voice("<Hangup/>")
            .application(
                0, app -> app.call("Url", Account.BASE_URL + "/voice?x=%20y", "Method", "GET"))
            .run();

    WebhookRequest request = stage.received("/voice").get(0);
    assertEquals(
        new Signature(Account.TOKEN).of(request.url(), Map.of()), request.headers().get(HEADER));
    assertTrue(valid(request));
  }

  @Test
  @Pins("SEC-06")
  void port_is_signed_as_configured_always_or_never() {
    assertEquals(
        List.of("https://a.example/x?y#z", "https://a.example:8443/x", "http://a.example:443"),
        signed("asConfigured"));
    assertEquals(
        List.of("https://a.example:443/x?y#z", "https://a.example:8443/x", "http://a.example:443"),
        signed("always"));
    assertEquals(
        List.of("https://a.example/x?y#z", "https://a.example/x", "http://a.example"),
        signed("never"));
    assertEquals(
        "https://a.example/", SignedUrl.of("https://a.example:443/", "asConfigured", true));
    assertEquals("http://a.example/", SignedUrl.of("http://a.example:80/", "asConfigured", true));
    assertEquals("http://[::1]:80/", SignedUrl.of("http://[::1]/", "always", true));
  }

  private static List<String> signed(String ports) {
    return List.of(
        SignedUrl.of("https://a.example/x?y#z", ports, true),
        SignedUrl.of("https://a.example:8443/x", ports, true),
        SignedUrl.of("http://a.example:443", ports, true));
  }

  @Test
  @Pins("SEC-06")
  void validator_of_the_sdk_accepts_the_signature_with_and_without_port() {
    for (String ports : List.of("asConfigured", "always", "never")) {
      WebhookRequest request =
          new Stage()
              .knob(Knob.SEC_SIGN_PORT, ports)
              .voice("<Hangup/>")
              .agentDials(0)
              .run()
              .received("/voice")
              .get(0);
      String url = Account.BASE_URL + (ports.equals("always") ? ":443" : "") + "/voice";

      assertEquals(
          new Signature(Account.TOKEN).of(url, request.params()), request.headers().get(HEADER));
      assertTrue(valid(request), ports);
    }
  }

  @Test
  @Pins("SEC-07")
  void fragment_with_connection_overrides_is_not_signed() {
    String url = Account.BASE_URL + "/voice";
    Stage stage =
        new Stage()
            .voice("<Hangup/>")
            .application(0, app -> app.call("Url", url + "#rc=2&rp=all"))
            .run();

    WebhookRequest request = stage.received("/voice").get(0);
    assertEquals(url, request.url());
    assertEquals(
        new Signature(Account.TOKEN).of(url, request.params()), request.headers().get(HEADER));
    assertEquals(
        new Signature("t").of(url, Map.of()), new Signature("t").of(url + "#rc=2", Map.of()));
  }

  @Test
  void empty_parameters_take_part() {
    WebhookRequest request =
        new Stage()
            .voice("<Hangup/>")
            .application(0, app -> app.call("Url", Account.BASE_URL + "/voice"))
            .run()
            .received("/voice")
            .get(0);

    assertEquals("", request.params().get("FromCity"));
    Map<String, String> without = new LinkedHashMap<>(request.params());
    without.remove("FromCity");
    String signature = request.headers().get(HEADER);
    assertTrue(valid(request));
    assertFalse(new Signature(Account.TOKEN).of(request.url(), without).equals(signature));
  }

  @Test
  @Pins("SEC-09")
  void parameter_that_the_platform_adds_later_is_signed_too() {
    Stage stage =
        new Stage().knob(Knob.CB_EXTRA_PARAMS, "true").voice("<Hangup/>").agentDials(0).run();

    WebhookRequest request = stage.received("/voice").get(0);
    assertEquals("by the platform", request.params().get("AddedLater"));
    assertTrue(valid(request));
    Map<String, String> known = new LinkedHashMap<>(request.params());
    known.remove("AddedLater");
    assertFalse(
        new RequestValidator(Account.TOKEN)
            .validate(request.url(), known, request.headers().get(HEADER)),
        "a validator with a fixed list of names breaks");
  }
}
