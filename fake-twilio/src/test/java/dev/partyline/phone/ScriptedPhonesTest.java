package dev.partyline.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedPhonesTest {

  private static final String FIRST = Stage.sid("CA", 1);
  private static final String SECOND = Stage.sid("CA", 2);
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  private static Stage with(PhoneScript... scripts) {
    return with(Stage.CUSTOMER, scripts);
  }

  private static Stage with(String address, PhoneScript... scripts) {
    return new Stage()
        .instantly()
        .platform(0, stage -> stage.world().phones().book().put(address, List.of(scripts)));
  }

  private static Stage calling(Stage stage, String... pairs) {
    String[] all = java.util.Arrays.copyOf(pairs, pairs.length + 2);
    all[pairs.length] = "Url";
    all[pairs.length + 1] = "/document";
    return stage.application(10, on -> on.call(absolute(all)));
  }

  private static String[] absolute(String[] pairs) {
    pairs[pairs.length - 1] = dev.partyline.world.Account.BASE_URL + pairs[pairs.length - 1];
    return pairs;
  }

  private static Stage document(Stage stage, String verbs) {
    return stage.answer(
        "/document",
        request -> dev.partyline.webhook.WebhookReply.twiml("<Response>" + verbs + "</Response>"));
  }

  @Test
  @Pins("CALL-48")
  void each_script_ends_a_leg_its_own_way() {
    assertEquals(
        "queued initiated busy",
        calling(with(PhoneScript.busy(TWO_SECONDS))).run().statuses(FIRST));
    assertEquals(
        "queued initiated ringing busy",
        calling(with(PhoneScript.busyAfterRinging(TWO_SECONDS))).run().statuses(FIRST));
    assertEquals(
        "queued initiated ringing no-answer",
        calling(with(PhoneScript.rejects(TWO_SECONDS))).run().statuses(FIRST));
    assertEquals(
        "queued initiated ringing no-answer",
        calling(with(PhoneScript.rings())).run().statuses(FIRST));
    assertEquals(
        "queued initiated failed", calling(with(PhoneScript.fails())).run().statuses(FIRST));
    assertEquals(
        "queued initiated ringing in-progress completed",
        calling(with(PhoneScript.answers(TWO_SECONDS))).run().statuses(FIRST),
        "the document is empty, so the platform ends the leg");
  }

  @Test
  void the_first_call_is_busy_and_the_second_is_answered() {
    Stage stage =
        calling(
            calling(with(PhoneScript.busy(TWO_SECONDS), PhoneScript.answers(TWO_SECONDS)))
                .instantly());
    stage.run();
    assertEquals("queued initiated busy", stage.statuses(FIRST));
    assertEquals("queued initiated ringing in-progress completed", stage.statuses(SECOND));
  }

  @Test
  void keys_are_pressed_in_answer_to_the_second_prompt() {
    Stage stage =
        calling(
            with(PhoneScript.answers(TWO_SECONDS).answersPrompt(1, "1").answersPrompt(2, "42#")));
    document(stage, "<Gather action='/first'/>");
    stage.answer(
        "/first",
        request ->
            dev.partyline.webhook.WebhookReply.twiml(
                "<Response><Gather action='/second'/></Response>"));
    stage.run();
    assertEquals("1", stage.received("/first").get(0).params().get("Digits"));
    assertEquals("42", stage.received("/second").get(0).params().get("Digits"));
  }

  @Test
  void words_are_said_in_answer_to_a_prompt() {
    PhoneScript speaker =
        new PhoneScript(
            "answers",
            0,
            1_000,
            -1,
            false,
            "human",
            500,
            false,
            List.of(),
            List.of(new PhoneScript.Words(700, "to the billing desk", 1_200, 1)),
            List.of());
    Stage stage = calling(with(speaker));
    document(stage, "<Gather input='speech' action='/said'/>").run();
    assertEquals(
        "to the billing desk", stage.received("/said").get(0).params().get("SpeechResult"));
  }

  @Test
  void the_device_that_answers_first_has_the_call() {
    Stage stage =
        calling(
            with(
                PhoneScript.rejects(TWO_SECONDS)
                    .andDevice(PhoneScript.answers(Duration.ofSeconds(4)).presses(TWO_SECONDS, "5"))
                    .andDevice(PhoneScript.answers(Duration.ofSeconds(9)))));
    document(stage, "<Gather action='/said'/>").run();
    assertEquals(
        List.of("rings", "answers", "presses keys"),
        stage.all(Happening.PhoneActed.class).stream()
            .map(Happening.PhoneActed::action)
            .filter(action -> !action.equals("dials"))
            .toList());
    assertEquals("5", stage.received("/said").get(0).params().get("Digits"));
  }

  @Test
  void a_call_is_refused_when_every_device_has_refused_it() {
    Stage stage =
        calling(
            with(
                PhoneScript.rejects(TWO_SECONDS)
                    .andDevice(PhoneScript.busyAfterRinging(Duration.ofSeconds(4)))));
    stage.run();
    assertEquals("queued initiated ringing busy", stage.statuses(FIRST));
  }

  @Test
  void a_leg_whose_phone_vanished_stays_up() {
    Stage stage = calling(with(PhoneScript.answers(TWO_SECONDS).vanishesAfter(TWO_SECONDS)));
    document(stage, "<Pause length='60'/>").run();
    assertEquals(
        62, (last(stage, "completed") - stage.when(vanishes())) / 1000 + 4, "the document ends it");
  }

  @Test
  @Pins("CALL-57")
  void after_the_media_timeout_the_platform_ends_it() {
    Stage stage = calling(with(PhoneScript.answers(TWO_SECONDS).vanishesAfter(TWO_SECONDS)));
    document(stage.knob(Knob.CALL_MEDIA_TIMEOUT, "10000"), "<Pause length='60'/>").run();
    assertEquals(10_000, last(stage, "completed") - stage.when(vanishes()));
    assertTrue(
        stage
            .all(Happening.LegStatus.class)
            .contains(new Happening.LegStatus(FIRST, "completed", 200, "timeout")));
  }

  private static Happening vanishes() {
    return new Happening.PhoneActed("customer-1", "call-1", FIRST, "vanishes");
  }

  private static long last(Stage stage, String status) {
    long at = -1;
    for (var entry : stage.journal()) {
      if (entry.what() instanceof Happening.LegStatus leg && leg.status().equals(status)) {
        at = entry.at();
      }
    }
    return at;
  }

  @Test
  void a_machine_speaks_and_beeps() {
    Stage stage =
        calling(
            with(PhoneScript.machine(Duration.ofSeconds(6))),
            "MachineDetection",
            "DetectMessageEnd");
    document(stage, "<Hangup/>").run();
    assertEquals("machine_end_beep", stage.received("/document").get(0).params().get("AnsweredBy"));
  }

  @Test
  void what_people_write_wrongly_is_named() {
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> PhoneScript.answers(TWO_SECONDS).presses(TWO_SECONDS, "hash"))
            .getMessage()
            .contains("made of 0-9, A-D, # and *"));
  }
}
