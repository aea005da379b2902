package dev.switchboard.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.switchboard.App;
import dev.switchboard.Settings;
import dev.switchboard.outbound.ManualTimers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole application without a transport, on a platform that accepts every request. */
class EndpointsTest {

  private static final String BASE = "https://app.example";
  private static final String TOKEN = "secret";
  private static final String AGENT = "CA" + "a".repeat(32);
  private static final String CUSTOMER = "CA" + "c".repeat(32);
  private static final String ROOM = "CF" + "1".repeat(32);
  private static final String OUR_NUMBER = "+81398765432";

  private final List<String> requests = new ArrayList<>();
  private final ManualTimers time = new ManualTimers();
  private final App app =
      App.create(
          new Settings(BASE, "AC" + "0".repeat(32), TOKEN, OUR_NUMBER, Locale.ENGLISH),
          new AcceptingPlatform(),
          time,
          time);

  private final class AcceptingPlatform extends HttpClient {
    @Override
    public Response makeRequest(Request request) {
      String path = request.getUrl().replaceAll(".*/Accounts/AC0+", "");
      requests.add(request.getMethod() + " " + path);
      return new Response(
          "{\"call_sid\":\"" + CUSTOMER + "\",\"status\":\"completed\",\"sid\":\"x\"}", 200);
    }
  }

  private static Map<String, String> form(String... namesAndValues) {
    Map<String, String> form = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return form;
  }

  private Answer webhook(String pathAndQuery, String... namesAndValues) {
    Map<String, String> form = form(namesAndValues);
    String signature = Signer.sign(TOKEN, BASE + pathAndQuery, form);
    Map<String, String> params = new LinkedHashMap<>(form);
    int query = pathAndQuery.indexOf('?');
    if (query >= 0) {
      String[] pair = pathAndQuery.substring(query + 1).split("=");
      params.put(pair[0], pair[1]);
    }
    return app.handle(
        new Incoming("POST", BASE + pathAndQuery, params, Map.of("X-Twilio-Signature", signature)));
  }

  private Answer agentCalls(String number) {
    return webhook("/voice/outgoing", "CallSid", AGENT, "To", number, "CallStatus", "ringing");
  }

  private Answer agentJoins() {
    return webhook(
        "/voice/conference-event?conversation=" + AGENT,
        "ConferenceSid",
        ROOM,
        "CallSid",
        AGENT,
        "ParticipantLabel",
        "agent",
        "StatusCallbackEvent",
        "participant-join");
  }

  private Answer customerIs(String status) {
    return webhook(
        "/voice/customer-status?conversation=" + AGENT, "CallSid", CUSTOMER, "CallStatus", status);
  }

  private Answer page(String method, String path, String... namesAndValues) {
    return app.handle(new Incoming(method, BASE + path, form(namesAndValues), Map.of()));
  }

  private static void isTwiml(Answer answer) {
    assertEquals(200, answer.status());
    assertTrue(answer.contentType().startsWith("text/xml"));
    assertTrue(answer.body().contains("<Response"), answer.body());
  }

  @Test
  void busy_call_takes_two_requests_and_tells_the_agent() {
    Answer sent = agentCalls("+81312345678");
    isTwiml(sent);
    assertTrue(sent.body().contains(">call-" + AGENT + "</Conference>"), sent.body());
    isTwiml(agentJoins());
    time.pass(Duration.ofSeconds(1));
    assertEquals(List.of("POST /Conferences/" + ROOM + "/Participants.json"), requests);
    isTwiml(customerIs("busy"));
    time.pass(Duration.ofSeconds(1));
    assertEquals("POST /Conferences/" + ROOM + ".json", requests.get(1));
    Answer farewell = webhook("/voice/dial-ended", "CallSid", AGENT, "CallStatus", "in-progress");
    assertTrue(farewell.body().contains("The line is busy."), farewell.body());
    isTwiml(webhook("/voice/call-ended", "CallSid", AGENT, "CallStatus", "completed"));
    time.pass(Duration.ofMinutes(2));
    assertEquals(2, requests.size());
    assertEquals(Map.of(AGENT, "completed", CUSTOMER, "busy"), app.beliefs());
    assertEquals(List.of(AGENT, CUSTOMER), List.copyOf(app.beliefs().keySet()));
  }

  @Test
  void button_pressed_before_the_call_is_known_hangs_it_up_when_it_comes() {
    app.hangUp(AGENT);
    assertEquals(Map.of(), app.beliefs());
    Answer sent = agentCalls("+81312345678");
    assertFalse(sent.body().contains("Conference"), sent.body());
    assertTrue(sent.body().contains("<Hangup/>"), sent.body());
    time.pass(Duration.ofSeconds(1));
    assertEquals(List.of("POST /Calls/" + AGENT + ".json"), requests);
  }

  @Test
  void webhook_that_comes_twice_gets_the_same_document() {
    assertEquals(agentCalls("+81312345678"), agentCalls("+81312345678"));
  }

  @Test
  void plus_sign_that_arrived_as_a_blank_is_put_back() {
    agentCalls(" 81312345678");
    assertEquals("+81312345678", app.callList().get(0).customer());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0312345678", "+81-3", "client:bob", "+0123456789", OUR_NUMBER})
  void number_that_cannot_be_dialled_is_said_so(String number) {
    Answer answer = agentCalls(number);
    assertTrue(answer.body().contains("This number cannot be dialled."), answer.body());
    assertEquals(Map.of(), app.beliefs());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Paths.OUTGOING,
        Paths.CALL_ENDED,
        Paths.DIAL_ENDED,
        Paths.CONFERENCE_EVENT,
        Paths.CUSTOMER_STATUS
      })
  void webhook_without_a_genuine_signature_is_refused_and_changes_nothing(String path) {
    Map<String, String> form = form("CallSid", AGENT, "To", "+81312345678");
    Map<String, String> wrong = Map.of("X-Twilio-Signature", Signer.sign("other", BASE, form));
    assertEquals(403, app.handle(new Incoming("POST", BASE + path, form, wrong)).status());
    Answer unsigned = app.handle(new Incoming("POST", BASE + path, form, Map.of()));
    assertEquals(403, unsigned.status());
    assertTrue(unsigned.body().contains("X-Twilio-Signature"), unsigned.body());
    assertEquals(Map.of(), app.beliefs());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Paths.OUTGOING,
        Paths.CALL_ENDED,
        Paths.DIAL_ENDED,
        Paths.CONFERENCE_EVENT,
        Paths.CUSTOMER_STATUS
      })
  void webhook_that_says_nothing_or_nonsense_is_answered_all_the_same(String path) {
    isTwiml(webhook(path));
    isTwiml(webhook(path, "CallSid", "<CA>", "CallStatus", "?", "StatusCallbackEvent", "?"));
    isTwiml(webhook(path + "?conversation=nobody", "CallSid", AGENT, "CallStatus", "busy"));
  }

  @Test
  void unknown_path_and_wrong_method_are_told_apart() {
    assertEquals(404, page("GET", "/voice/nowhere").status());
    assertEquals(405, page("GET", "/voice/outgoing").status());
    assertEquals(404, app.handle(new Incoming("GET", "not a url", Map.of(), Map.of())).status());
  }
}
