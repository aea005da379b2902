package dev.partyline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import dev.partyline.directory.Account.Kind;
import dev.partyline.directory.Directory;
import dev.partyline.knob.Knob;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Numbers that the platform does not dial, or does not show as caller. */
class RefusedCallsTest {

  private static final String SILENCE = "<Response><Pause length=\"300\"/></Response>";
  private static final String CALLS = "/Calls.json";
  private static final String ROOM = "/Conferences/room/Participants.json";

  private static String from(String path, String from, String to, String... more) {
    return answer(new Stage(), directory -> {}, path, from, to, more);
  }

  private static String answer(
      Stage stage, Consumer<Directory> set, String path, String from, String to, String... more) {
    List<String> answers = new ArrayList<>();
    String[] all = java.util.Arrays.copyOf(more, more.length + 6);
    System.arraycopy(
        new String[] {"From", from, "To", to, "Twiml", SILENCE}, 0, all, more.length, 6);
    stage
        .application(
            0,
            app -> {
              set.accept(app.world().directory());
              RestResponse response = app.rest("POST", path, all);
              answers.add(response.status() + (response.code() == 0 ? "" : " " + response.code()));
            })
        .run();
    return answers.get(0);
  }

  @Test
  @Pins({"CALL-30", "PART-16", "ERR-81"})
  void caller_is_an_own_number_a_confirmed_one_or_a_client() {
    assertEquals("201", from(CALLS, Account.NUMBER, Stage.CUSTOMER));
    assertEquals("400 21210", from(CALLS, "+14155550123", Stage.CUSTOMER));
    assertEquals("400 21210", from(ROOM, "+14155550123", Stage.CUSTOMER));
    assertEquals("201", from(CALLS, "+14155550123", Stage.CUSTOMER, "CallToken", "from-the-call"));
    assertEquals("400 21212", from(CALLS, "client:agent-1", Stage.CUSTOMER));
    assertEquals("201", from(CALLS, "client:agent-1", "client:agent-2"));
    assertEquals(
        "201",
        answer(
            new Stage(),
            directory ->
                directory.put(
                    new dev.partyline.directory.CallerId(
                        Stage.sid("PN", 9), Account.SID, "+14155550123", "mobile", 0, 0)),
            CALLS,
            "+14155550123",
            Stage.CUSTOMER));
  }

  @Test
  @Pins({"ERR-78", "ERR-85", "ERR-86", "ERR-87"})
  void numbers_can_be_refused_by_prefix() {
    for (int code : new int[] {21202, 21203, 21214, 21215, 21216, 21217}) {
      Consumer<Directory> refuse = directory -> directory.dialling().refuse("+8190", code);
      assertEquals(
          "400 " + code, answer(new Stage(), refuse, CALLS, Account.NUMBER, Stage.CUSTOMER));
      assertEquals("201", answer(new Stage(), refuse, CALLS, Account.NUMBER, "+815012345678"));
    }
  }

  @Test
  @Pins("ERR-88")
  void trial_account_calls_confirmed_numbers_alone() {
    assertEquals(
        "400 21219",
        answer(
            new Stage(),
            directory -> directory.put(directory.main().as(Kind.TRIAL)),
            CALLS,
            Account.NUMBER,
            Stage.CUSTOMER));
  }

  @Test
  @Pins("ERR-70")
  void test_credentials_reach_next_to_nothing() {
    List<String> answers = new ArrayList<>();
    new Stage()
        .application(
            0,
            app -> {
              Directory directory = app.world().directory();
              directory.put(directory.main().as(Kind.TEST));
              answers.add(Integer.toString(app.rest("GET", CALLS).code()));
            })
        .run();
    assertEquals(List.of("20008"), answers);
  }

  @Test
  @Pins("ERR-94")
  void one_code_can_stand_for_both_kinds_of_badly_formatted_numbers() {
    for (String path : List.of(CALLS, ROOM)) {
      assertEquals(
          "400 13223",
          answer(
              new Stage().knob(Knob.REST_BAD_NUMBER_CODE, "always13223"),
              directory -> {},
              path,
              Account.NUMBER,
              "0312345678"));
      assertEquals(
          "400 21211",
          answer(
              new Stage().knob(Knob.REST_BAD_NUMBER_CODE, "always21211"),
              directory -> {},
              path,
              Account.NUMBER,
              "0312345678"));
    }
  }

  @Test
  @Pins("ERR-90")
  void sip_address_without_a_host_is_refused() {
    assertEquals("400 21221", from(CALLS, Account.NUMBER, "sip:agent"));
    assertEquals("201", from(CALLS, Account.NUMBER, "sip:agent@example.com"));
  }

  @Test
  @Pins("ERR-91")
  void machine_detection_out_of_range_is_refused() {
    assertEquals(
        "400 21234", from(CALLS, Account.NUMBER, Stage.CUSTOMER, "MachineDetection", "Maybe"));
    assertEquals(
        "400 21234",
        from(CALLS, Account.NUMBER, Stage.CUSTOMER, "MachineDetectionSilenceTimeout", "1999"));
    assertEquals(
        "400 21234",
        from(ROOM, Account.NUMBER, Stage.CUSTOMER, "MachineDetectionSpeechThreshold", "999"));
  }

  @Test
  @Pins("CALL-31")
  void status_callback_host_may_not_have_an_underscore() {
    assertEquals(
        "400 21609",
        from(CALLS, Account.NUMBER, Stage.CUSTOMER, "StatusCallback", "https://my_app.example/x"));
    assertEquals(
        "201",
        from(CALLS, Account.NUMBER, Stage.CUSTOMER, "StatusCallback", "https://app.example/a_b"));
    assertEquals(
        "201",
        from(CALLS, Account.NUMBER, Stage.CUSTOMER, "StatusCallback", ""),
        "empty means not given");
  }
}
