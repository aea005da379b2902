package dev.partyline.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.sim.Outcome;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever the application answers for a document, the run ends and says what was wrong. */
class BadAnswersTest {

  private static final String CALL = Stage.sid("CA", 1);
  private static final String VOICE = Account.BASE_URL + "/voice";

  private static Stage answering(Function<WebhookRequest, WebhookReply> answer) {
    return play(new Stage().answer("/voice", answer));
  }

  private static Stage play(Stage stage) {
    stage.agentDials(0).run();
    assertEquals(Outcome.Kind.QUIET, stage.outcome().kind());
    assertEquals("ringing in-progress completed", stage.statuses(CALL));
    return stage;
  }

  /** What is logged of it; the same text stands in the entry of the failed request. */
  private static String failure(Stage stage) {
    Happening.Noted note = stage.all(Happening.Noted.class).get(0);
    assertEquals(CALL, note.call());
    assertEquals("error", note.level());
    assertEquals(
        List.of(new Happening.WebhookFailed("agent-1.twiml", 1, note.code(), note.text())),
        stage.all(Happening.WebhookFailed.class));
    return note.code() + " " + note.text();
  }

  @Test
  @Pins("ERR-17")
  void broken_xml_is_reported_with_its_place() {
    Stage stage = answering(request -> WebhookReply.twiml("<Response>\n<Say>Hello</Response>"));

    String failure = failure(stage);
    assertTrue(failure.startsWith("12100 Line 2, column "), failure);
    assertTrue(failure.endsWith("(" + VOICE + ")"), failure);
  }

  @Test
  @Pins("ERR-05")
  void http_error_is_reported_with_its_status() {
    assertEquals(
        "11200 HTTP 500 from " + VOICE, failure(answering(r -> WebhookReply.text(500, "oops"))));
    assertEquals("11200 HTTP 302 from " + VOICE, failure(answering(r -> reply(302, null, ""))));
  }

  @Test
  @Pins("ERR-12")
  void http_redirect_loop_is_cut_off() {
    Stage stage = answering(request -> new WebhookReply(301, null, "", "/voice"));

    assertEquals(11, stage.received("/voice").size());
    assertEquals("11215 more than 10 HTTP redirects, the last to /voice", failure(stage));
  }

  @Test
  @Pins("ERR-08")
  void silence_is_cut_off_after_15_seconds() {
    Stage stage = new Stage();
    stage.answer(
        "/voice",
        request -> {
          stage.surroundings().sleep(Duration.ofMinutes(5));
          return WebhookReply.twiml("<Response><Say>too late</Say></Response>");
        });

    assertEquals("11203 no complete answer within 15 s from " + VOICE, failure(play(stage)));
    assertEquals(List.of(), stage.all(Happening.WebhookAnswered.class));
  }

  @Test
  void null_is_reported_as_a_crash_of_the_handler() {
    Stage stage = answering(request -> null);

    assertEquals("11200 HTTP 500 from " + VOICE, failure(stage));
    assertEquals(
        "java.lang.IllegalStateException: the application answered " + VOICE + " with null",
        stage.all(Happening.AppFailed.class).get(0).error());
  }

  @Test
  void exception_is_reported_with_its_place_in_the_application() {
    Stage stage =
        answering(
            request -> {
              throw new IllegalArgumentException("no such tenant");
            });

    assertEquals("11200 HTTP 500 from " + VOICE, failure(stage));
    Happening.AppFailed crash = stage.all(Happening.AppFailed.class).get(0);
    assertEquals("agent-1.twiml", crash.fiber());
    assertEquals("java.lang.IllegalArgumentException: no such tenant", crash.error());
    assertTrue(crash.stack().get(0).contains("BadAnswersTest"), crash.stack().toString());
  }

  @Test
  @Pins("ERR-16")
  void empty_answer_is_reported() {
    String failure =
        "11770 the answer of "
            + VOICE
            + " has content type ''; TwiML is text/xml or application/xml";

    assertEquals(failure, failure(answering(request -> WebhookReply.empty())));
    assertEquals(failure, failure(answering(request -> reply(200, null, null))));
    assertTrue(
        failure(answering(request -> WebhookReply.twiml("")))
            .startsWith("12100 Line 1, column 1: the body is empty."));
  }

  @Test
  @Pins("ERR-21")
  void wrong_content_type_is_reported() {
    assertEquals(
        "12300 the answer of "
            + VOICE
            + " has content type 'application/json'; TwiML is text/xml or application/xml",
        failure(answering(request -> reply(200, "application/json", "{\"say\":\"hi\"}"))));
  }

  @Test
  @Pins("ERR-19")
  void wrong_root_element_is_reported() {
    assertTrue(
        failure(answering(request -> WebhookReply.twiml("<html/>"))).startsWith("12102 Line 1"));
  }

  @Test
  @Pins("ERR-46")
  void status_callback_answered_with_an_error_is_a_warning_and_changes_nothing() {
    Stage stage =
        new Stage()
            .statusPath("/status")
            .voice("<Say>Hello</Say>")
            .answer("/status", request -> WebhookReply.text(500, "oops"))
            .agentDials(0)
            .run();

    assertEquals(
        List.of(
            new Happening.Noted(
                CALL, 15003, "warning", "HTTP 500 from " + Account.BASE_URL + "/status")),
        stage.all(Happening.Noted.class));
    assertEquals("ringing in-progress completed", stage.statuses(CALL));
  }

  private static WebhookReply reply(int status, String type, String body) {
    return new WebhookReply(status, type, body, null);
  }
}
