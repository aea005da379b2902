package dev.partyline.twimlrun;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens when a document cannot be had. */
class FallbackTest {

  private static final String CALL = Stage.sid("CA", 1);

  private static Stage calling(WebhookReply first, WebhookReply rescue) {
    return new Stage()
        .answer("/voice", request -> first)
        .answer("/rescue", request -> rescue)
        .application(
            0,
            app ->
                app.call(
                    "Url",
                    Account.BASE_URL + "/voice",
                    "FallbackUrl",
                    Account.BASE_URL + "/rescue"))
        .run();
  }

  @Test
  @Pins("TWIML-11")
  void fallback_is_told_the_error_and_its_document_replaces_the_failed_one() {
    Stage stage =
        calling(
            WebhookReply.text(500, "broken"),
            WebhookReply.twiml("<Response><Pause length=\"2\"/><Hangup/></Response>"));

    Map<String, String> asked = stage.received("/rescue").get(0).params();
    assertEquals("11200", asked.get("ErrorCode"));
    assertEquals(Account.BASE_URL + "/voice", asked.get("ErrorUrl"));
    assertEquals(CALL, asked.get("CallSid"));
    assertEquals(
        List.of("Pause", "Hangup"),
        stage.all(Happening.VerbBegan.class).stream().map(Happening.VerbBegan::verb).toList());
    assertEquals(List.of("error 11200"), stage.notes());
  }

  @Test
  @Pins("TWIML-11")
  void fallback_is_asked_after_a_document_that_cannot_be_read_too() {
    Stage stage =
        calling(
            WebhookReply.twiml("<Response>"), WebhookReply.twiml("<Response><Hangup/></Response>"));

    assertEquals("12100", stage.received("/rescue").get(0).params().get("ErrorCode"));
  }

  @Test
  @Pins("TWIML-12")
  void failing_fallback_is_not_asked_again() {
    Stage stage = calling(WebhookReply.text(500, ""), WebhookReply.text(503, ""));

    assertEquals(1, stage.received("/rescue").size());
    assertEquals(List.of("error 11200", "error 11200"), stage.notes());
    assertEquals("queued initiated ringing in-progress completed", stage.statuses(CALL));
  }

  @Test
  @Pins({"TWIML-12", "ERR-05", "ERR-95"})
  void without_a_fallback_an_error_is_spoken_and_the_call_completes() {
    Stage stage =
        new Stage()
            .answer("/voice", request -> WebhookReply.text(404, "no such page"))
            .agentDials(0)
            .run();

    assertEquals(
        List.of(
            new Happening.VerbBegan(CALL, "Say", "An application error has occurred. Goodbye.")),
        stage.all(Happening.VerbBegan.class));
    assertEquals("ringing in-progress completed", stage.statuses(CALL));
    assertEquals(
        List.of(
            new Happening.Noted(
                CALL, 11200, "error", "HTTP 404 from https://app.example.com/voice")),
        stage.all(Happening.Noted.class));
  }

  @Test
  @Pins("ERR-95")
  void twiml_error_is_no_error_of_the_request_that_made_the_call() {
    Stage stage =
        new Stage()
            .application(0, app -> assertEquals(201, app.call("Twiml", "<Response><Oops").status()))
            .run();

    assertEquals(List.of("error 12100"), stage.notes());
  }
}
