package dev.partyline.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.phone.PhoneScript;
import dev.partyline.taskrouter.Task;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the conference instruction can be told, and what it cannot. */
class InstructionParametersTest {

  private final Centre centre = new Centre("parameters").agent("alice");

  /** The caller gets through by an instruction that says this beside its word. */
  private Centre told(String more) {
    return centre
        .assigns("{\"instruction\": \"conference\"" + (more.isEmpty() ? "" : ", " + more) + "}")
        .calls(0)
        .at(20_000, Centre::callerHangsUp)
        .at(25_000, c -> c.hangsUp("alice"));
  }

  private void inMidCall(Consumer<Centre> look) {
    centre.at(15_000, look).run();
    assertEquals(1, centre.steps("done"));
  }

  private static Participant agent(Centre centre) {
    return centre.legsTo("alice").get(0).participant();
  }

  private static Participant customer(Centre centre) {
    return centre.caller().participant();
  }

  @Test
  @Pins("TR-INSTR-31")
  void told_nothing_both_may_speak_and_leave_and_neither_takes_the_room_along() {
    told("");
    inMidCall(
        c -> {
          assertFalse(agent(c).muted());
          assertFalse(agent(c).endOnExit());
          assertFalse(customer(c).endOnExit());
          assertEquals(250, agent(c).settings().maxParticipants());
        });
    assertEquals(List.of(), centre.all(Happening.RecordingBegan.class));
    assertEquals(
        1,
        centre.all(Happening.BeepHeard.class).stream()
            .filter(one -> one.when().equals("enter"))
            .count());
  }

  @ParameterizedTest
  @CsvSource({
    "muted, true, false, false",
    "end_conference_on_exit, false, true, false",
    "end_conference_on_customer_exit, false, false, true"
  })
  @Pins("TR-INSTR-31")
  void flags_are_the_workers_but_for_one_that_is_the_customers(
      String flag, boolean muted, boolean agentEnds, boolean customerEnds) {
    told("\"" + flag + "\": true");
    inMidCall(
        c -> {
          assertEquals(muted, agent(c).muted());
          assertFalse(customer(c).muted());
          assertEquals(agentEnds, agent(c).endOnExit());
          assertEquals(customerEnds, customer(c).endOnExit());
        });
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 0"})
  @Pins("TR-INSTR-31")
  void whether_it_beeps_when_the_customer_enters_is_said_apart(String value, int beeps) {
    told("\"beep_on_customer_entrance\": " + value).run();
    assertEquals(
        beeps,
        centre.all(Happening.BeepHeard.class).stream()
            .filter(one -> one.when().equals("enter"))
            .filter(one -> one.call().equals(centre.caller().sid()))
            .count());
  }

  @Test
  @Pins("TR-INSTR-31")
  void the_conference_is_of_the_size_and_region_that_were_asked_for() {
    told("\"max_participants\": 3, \"region\": \"jp1\"");
    inMidCall(c -> assertEquals(3, agent(c).settings().maxParticipants()));
    assertEquals("jp1", centre.conferences().get(0).region());
  }

  @ParameterizedTest
  @CsvSource({
    "record, true, leg",
    "conference_record, record-from-start, conference",
    "conference_record, do-not-record, nothing"
  })
  @Pins("TR-INSTR-31")
  void the_workers_leg_or_the_conference_is_recorded(String what, String value, String recorded) {
    told(
        "\""
            + what
            + "\": \""
            + value
            + "\", \"recording_channels\": \"dual\", \"recording_status_callback\": \""
            + Account.BASE_URL
            + "/leg\", \"conference_recording_status_callback\": \""
            + Account.BASE_URL
            + "/room-recorded\"");
    inMidCall(c -> {});

    List<Happening.RecordingBegan> began = centre.all(Happening.RecordingBegan.class);
    assertEquals(recorded.equals("nothing") ? 0 : 1, began.size());
    assertEquals(recorded.equals("leg") ? 1 : 0, centre.received("/leg").size());
    assertEquals(recorded.equals("conference") ? 1 : 0, centre.received("/room-recorded").size());
    for (Happening.RecordingBegan one : began) {
      assertEquals(recorded.equals("conference"), one.conference() != null);
      assertEquals(
          recorded.equals("leg") ? centre.legsTo("alice").get(0).sid() : one.call(), one.call());
    }
    if (recorded.equals("leg")) {
      assertEquals("2", centre.received("/leg").get(0).params().get("RecordingChannels"));
    }
  }

  @Test
  @Pins("TR-INSTR-31")
  void call_events_of_the_workers_leg_go_to_its_own_address() {
    told(
        "\"status_callback\": \""
            + Account.BASE_URL
            + "/leg\", \"status_callback_event\": \"answered,completed\"");
    inMidCall(c -> {});
    assertEquals(
        List.of("in-progress", "completed"),
        centre.received("/leg").stream().map(one -> one.params().get("CallStatus")).toList());
  }

  @Test
  @Pins("TR-INSTR-31")
  void the_workers_phone_rings_as_long_as_was_said() {
    Centre rings =
        new Centre("rings")
            .agent("alice", PhoneScript.rings())
            .assigns("{\"instruction\": \"conference\", \"timeout\": 7}")
            .calls(0)
            .at(20_000, Centre::callerHangsUp)
            .run();
    String leg = rings.legsTo("alice").get(0).sid();
    long dialled = rings.when(Centre.step("dials"));
    long over =
        rings.when(
            what ->
                what instanceof Happening.LegStatus status
                    && status.call().equals(leg)
                    && status.status().equals("no-answer"));
    assertTrue(over - dialled >= 7_000 && over - dialled < 15_000, () -> "" + (over - dialled));
  }

  @Test
  @Pins("TR-INSTR-31")
  void the_worker_waits_to_the_sound_that_was_asked_for_until_the_customer_comes() {
    told("\"wait_url\": \"" + Account.BASE_URL + "/wait\", \"wait_method\": \"GET\"");
    centre.on(
        "/wait",
        (request, rest) -> WebhookReply.twiml("<Response><Say>One moment</Say></Response>"));
    inMidCall(c -> {});
    assertEquals("GET", centre.received("/wait").get(0).method());
  }

  @Test
  @Pins("TR-INSTR-32")
  void what_else_participants_can_be_given_means_nothing_here() {
    told(
        "\"label\": \"agent\", \"coaching\": true, \"call_sid_to_coach\": \"CA1\","
            + " \"caller_id\": \"+81311112222\", \"byoc\": \"BY1\", \"recording_track\": \"inbound\","
            + " \"call_reason\": \"sales\", \"conference_status_callback\": \""
            + Account.BASE_URL
            + "/told\", \"conference_status_callback_event\": \"join,modify\"");
    centre.app(
        16_000,
        rest ->
            rest.send(
                "POST",
                "/Conferences/"
                    + centre.conferences().get(0).sid()
                    + "/Participants/"
                    + centre.caller().sid()
                    + ".json",
                "Muted",
                "true"));
    inMidCall(
        c -> {
          assertNull(agent(c).label());
          assertNull(customer(c).label());
          assertFalse(agent(c).coaching());
        });
    for (String key :
        List.of(
            "label",
            "coaching",
            "call_sid_to_coach",
            "caller_id",
            "byoc",
            "recording_track",
            "call_reason")) {
      assertTrue(
          centre.all(Happening.Noted.class).stream()
              .anyMatch(one -> one.text().contains("'" + key + "' means nothing")),
          key);
    }
    assertEquals(
        List.of("participant-join", "participant-join"),
        centre.received("/told").stream().map(InstructionParametersTest::event).toList());
  }

  private static String event(WebhookRequest request) {
    return request.params().get("StatusCallbackEvent");
  }

  @Test
  @Pins("TR-INSTR-62")
  void a_supervisor_comes_and_goes_and_the_call_goes_on() {
    supervised();
    centre.at(30_000, c -> c.hangsUp("sue"));
    centre.at(
        35_000,
        c -> {
          Conference room = c.conferences().get(0);
          assertTrue(room.isLive());
          assertEquals(2, room.participants().size());
          assertEquals(Task.Status.ASSIGNED, c.task().status());
          c.note("looked", true);
        });
    centre.run();
    assertEquals(true, centre.noted("looked"));
  }

  @Test
  @Pins("TR-INSTR-62")
  void a_supervisor_who_takes_over_as_a_colleague_is_the_third_and_the_fourth_in_the_room() {
    supervised();
    centre.app(25_000, rest -> rest.dialInto(centre.task().sid(), "client:sue"));
    centre.at(35_000, c -> c.note("people", c.conferences().get(0).participants().size()));
    centre.run();
    assertEquals(4, centre.noted("people"));
  }

  /** The agent talks from about 5 s on, and sue listens from about 15 s on. */
  private void supervised() {
    centre
        .agent(
            "sue",
            PhoneScript.answers(Duration.ofSeconds(2)),
            PhoneScript.answers(Duration.ofSeconds(2)))
        .assigns("{\"instruction\": \"conference\", \"to\": \"client:alice\"}")
        .calls(0)
        .app(
            12_000,
            rest ->
                assertEquals(
                    200,
                    rest.reservation(
                            centre.task().sid(),
                            centre.reservation().sid(),
                            "Instruction",
                            "supervise",
                            "Supervisor",
                            centre.worker("sue").sid(),
                            "SupervisorMode",
                            "monitor")
                        .status()))
        .at(20_000, c -> assertEquals(3, c.conferences().get(0).participants().size()))
        .at(60_000, Centre::callerHangsUp)
        .at(61_000, c -> c.hangsUp("alice"));
  }
}
