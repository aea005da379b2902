package dev.switchboard.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.conversation.Farewell;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private static final String AGENT = "CA" + "a".repeat(32);
  private static final Callbacks CALLBACKS = new Callbacks("https://app.example");

  private final Documents english = new Documents(CALLBACKS, Locale.US, "+81398765432");
  private final Documents japanese = new Documents(CALLBACKS, Locale.JAPAN, "+81398765432");

  @Test
  void agent_goes_into_the_room_of_the_call_whose_events_are_called_back() {
    String document = english.intoRoom(AGENT);
    assertTrue(document.contains(">call-" + AGENT + "</Conference>"), document);
    assertTrue(document.contains("action=\"https://app.example/voice/dial-ended\""), document);
    assertTrue(
        document.contains(
            "statusCallback=\"https://app.example/voice/conference-event?conversation="
                + AGENT
                + "\""),
        document);
    assertTrue(document.contains("statusCallbackEvent=\"join\""), document);
    assertTrue(document.contains("endConferenceOnExit=\"false\""), document);
    assertTrue(document.contains("startConferenceOnEnter=\"true\""), document);
  }

  @Test
  void call_is_mixed_in_the_region_nearest_to_the_caller_ids_country() {
    assertTrue(english.intoRoom(AGENT).contains("region=\"jp1\""), english.intoRoom(AGENT));
    Documents virginia = new Documents(CALLBACKS, Locale.US, "+12025550123");
    assertTrue(virginia.intoRoom(AGENT).contains("region=\"us1\""), virginia.intoRoom(AGENT));
    Documents elsewhere = new Documents(CALLBACKS, Locale.US, "+27215550123");
    assertFalse(elsewhere.intoRoom(AGENT).contains("region="), elsewhere.intoRoom(AGENT));
  }

  @Test
  void every_farewell_hangs_up() {
    for (Farewell farewell : Farewell.values()) {
      assertTrue(english.farewell(farewell).contains("<Hangup/></Response>"));
      assertTrue(japanese.farewell(farewell).contains("<Hangup/></Response>"));
    }
  }

  @Test
  void farewell_is_said_in_the_agents_language() {
    assertTrue(english.farewell(Farewell.BUSY).contains("language=\"en-US\">The line is busy."));
    assertTrue(japanese.farewell(Farewell.BUSY).contains("language=\"ja-JP\">お話し中です。"));
    assertEquals(english.farewell(Farewell.NONE), japanese.farewell(Farewell.NONE));
  }
}
