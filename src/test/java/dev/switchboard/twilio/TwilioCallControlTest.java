package dev.switchboard.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import dev.switchboard.conversation.Event.Occupant;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.outbound.CallControl.LegState;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import dev.switchboard.outbound.CallControl.RoomState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioCallControlTest {

  private static final String ACCOUNT = "AC" + "0".repeat(32);
  private static final String AGENT = "CA" + "a".repeat(32);
  private static final String CUSTOMER = "CA" + "c".repeat(32);
  private static final String ROOM = "CF" + "1".repeat(32);
  private static final String API = "/2010-04-01/Accounts/" + ACCOUNT;

  private CannedHttpClient platform;

  private TwilioCallControl answering(int status, String body) {
    platform = new CannedHttpClient(status, body);
    TwilioRestClient client =
        new TwilioRestClient.Builder(ACCOUNT, "token")
            .httpClient(new OnceOnlyHttpClient(platform))
            .build();
    Callbacks callbacks = new Callbacks("https://app.example");
    return new TwilioCallControl(client, callbacks, "+81398765432", 30, false);
  }

  private void requested(HttpMethod method, String path) {
    Request request = platform.only();
    assertEquals(method, request.getMethod());
    assertTrue(request.getUrl().endsWith(API + path), request.getUrl());
  }

  private List<String> posted(String parameter) {
    return platform.only().getPostParams().get(parameter);
  }

  @Test
  void customer_is_dialled_by_conference_sid_and_their_leaving_ends_the_room() {
    String made = "{\"call_sid\":\"" + CUSTOMER + "\",\"status\":\"queued\"}";
    assertEquals(
        new LegState(CUSTOMER, LegStatus.QUEUED),
        answering(201, made).dialCustomer(AGENT, ROOM, "+81312345678"));
    requested(HttpMethod.POST, "/Conferences/" + ROOM + "/Participants.json");
    assertEquals(List.of("+81312345678"), posted("To"));
    assertEquals(List.of("+81398765432"), posted("From"));
    assertEquals(List.of("customer"), posted("Label"));
    assertEquals(List.of("true"), posted("EndConferenceOnExit"));
    assertEquals(List.of("30"), posted("Timeout"));
    assertEquals(
        List.of("https://app.example/voice/customer-status?conversation=" + AGENT),
        posted("StatusCallback"));
    assertEquals(List.of("completed"), posted("StatusCallbackEvent"));
    assertEquals(List.of("join"), posted("ConferenceStatusCallbackEvent"));
  }

  @Test
  void leg_is_ended_by_completing_it_even_when_it_rings() {
    assertEquals(LegStatus.CANCELED, answering(200, "{\"status\":\"canceled\"}").endLeg(CUSTOMER));
    requested(HttpMethod.POST, "/Calls/" + CUSTOMER + ".json");
    assertEquals(List.of("completed"), posted("Status"));
  }

  @Test
  void leg_is_looked_at_by_its_call() {
    assertEquals(
        LegStatus.NO_ANSWER, answering(200, "{\"status\":\"no-answer\"}").lookAtLeg(CUSTOMER));
    requested(HttpMethod.GET, "/Calls/" + CUSTOMER + ".json");
  }

  @Test
  void room_is_found_by_its_name_whatever_its_status() {
    String list = "{\"conferences\":[{\"sid\":\"" + ROOM + "\",\"status\":\"init\"}]}";
    assertEquals(Optional.of(new RoomState(ROOM, false)), answering(200, list).findRoom("call-1"));
    requested(HttpMethod.GET, "/Conferences.json");
    assertEquals(List.of("call-1"), platform.only().getQueryParams().get("FriendlyName"));
    assertEquals(null, platform.only().getQueryParams().get("Status"));
  }

  @Test
  void live_room_goes_before_a_completed_one_of_its_name() {
    String list =
        "{\"conferences\":[{\"sid\":\"CF0\",\"status\":\"completed\"},"
            + "{\"sid\":\"CF1\",\"status\":\"in-progress\"}]}";
    assertEquals(Optional.of(new RoomState("CF1", false)), answering(200, list).findRoom("x"));
    assertEquals(
        Optional.of(new RoomState("CF0", true)),
        answering(200, "{\"conferences\":[{\"sid\":\"CF0\",\"status\":\"completed\"}]}")
            .findRoom("x"));
    assertEquals(Optional.empty(), answering(200, "{\"conferences\":[]}").findRoom("x"));
  }

  @Test
  void those_who_are_leaving_the_room_are_left_out() {
    String list =
        "{\"participants\":["
            + row("CA1", "agent", "connected")
            + ","
            + row("CA2", "customer", "ringing")
            + ","
            + row("CA3", "customer", "queued")
            + ","
            + row("CA4", "customer", "complete")
            + "]}";
    assertEquals(
        List.of(
            new Occupant("CA1", "agent", LegStatus.IN_PROGRESS),
            new Occupant("CA2", "customer", LegStatus.RINGING),
            new Occupant("CA3", "customer", LegStatus.QUEUED)),
        answering(200, list).lookIntoRoom(ROOM));
    requested(HttpMethod.GET, "/Conferences/" + ROOM + "/Participants.json");
  }

  private static String row(String sid, String label, String status) {
    return "{\"call_sid\":\"%s\",\"label\":\"%s\",\"status\":\"%s\"}".formatted(sid, label, status);
  }

  @Test
  void room_is_ended_by_completing_it() {
    answering(200, "{\"sid\":\"" + ROOM + "\",\"status\":\"completed\"}").endRoom(ROOM);
    requested(HttpMethod.POST, "/Conferences/" + ROOM + ".json");
    assertEquals(List.of("completed"), posted("Status"));
  }

  @ParameterizedTest
  @CsvSource({
    "404, 20404, GONE",
    "400, 21220, GONE",
    "400, 16022, GONE",
    "400, 20001, NOT_ALLOWED",
    "400, 13223, NOT_ALLOWED",
    "401, 20003, NOT_ALLOWED",
    "400, 16026, UNCLEAR",
    "408, 20408, UNCLEAR",
    "429, 20429, THROTTLED",
    "500, 20500, UNCLEAR",
    "503, 20503, UNCLEAR"
  })
  void refusal_says_whether_it_may_have_happened(int status, int code, Reason reason) {
    String body = "{\"code\":%d,\"message\":\"no\",\"status\":%d}".formatted(code, status);
    TwilioCallControl calls = answering(status, body);
    assertEquals(reason, assertThrows(Refused.class, () -> calls.endLeg(AGENT)).reason());
    assertEquals(
        reason,
        assertThrows(Refused.class, () -> calls.dialCustomer(AGENT, ROOM, "+81312345678"))
            .reason());
  }

  @ParameterizedTest
  @CsvSource({"503, <html>", "503, ''", "201, ''", "201, {}", "201, not json", "400, <html>"})
  void answer_that_cannot_be_read_leaves_the_dial_unclear(int status, String body) {
    TwilioCallControl calls = answering(status, body);
    Refused refused =
        assertThrows(Refused.class, () -> calls.dialCustomer(AGENT, ROOM, "+81312345678"));
    assertEquals(Reason.UNCLEAR, refused.reason());
    assertEquals(1, platform.requests().size());
  }
}
