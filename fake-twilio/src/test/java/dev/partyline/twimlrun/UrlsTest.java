package dev.partyline.twimlrun;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where relative URLs of a document lead. */
class UrlsTest {

  private static final String CALL = Stage.sid("CA", 1);

  @Test
  @Pins("TWIML-19")
  void relative_urls_resolve_against_the_current_document() {
    Stage stage =
        new Stage()
            .voice("<Redirect>menus/first</Redirect>")
            .answer(
                "/menus/first",
                request ->
                    WebhookReply.twiml(
                        "<Response><Redirect>second?x=1&amp;y=2</Redirect></Response>"))
            .answer(
                "/menus/second",
                request -> WebhookReply.twiml("<Response><Redirect>/top</Redirect></Response>"))
            .agentDials(0)
            .run();

    assertEquals(
        Account.BASE_URL + "/menus/second?x=1&y=2", stage.received("/menus/second").get(0).url());
    assertEquals(1, stage.received("/top").size());
  }

  @Test
  @Pins({"TWIML-19", "TWIML-06"})
  void document_that_came_by_an_http_redirect_has_the_last_url() {
    Stage stage =
        new Stage()
            .answer("/voice", request -> new WebhookReply(307, null, "", "/deep/down/here"))
            .answer(
                "/deep/down/here",
                request -> WebhookReply.twiml("<Response><Redirect>there</Redirect></Response>"))
            .agentDials(0)
            .run();

    assertEquals(1, stage.received("/deep/down/there").size());
  }

  @Test
  @Pins({"TWIML-20", "ERR-47"})
  void relative_action_in_a_document_given_inline_is_an_error() {
    Stage stage = inline("<Dial action=\"/after\"><Conference>room</Conference></Dial>", 10_000);

    assertEquals(List.of(), stage.received("/after"));
    assertEquals(
        new Happening.Noted(
            CALL, 15004, "error", "'/after' must be absolute in a document given inline"),
        stage.all(Happening.Noted.class).get(0));
    assertEquals("queued initiated ringing in-progress completed", stage.statuses(CALL));
  }

  @Test
  @Pins({"TWIML-20", "ERR-04"})
  void relative_redirect_in_a_document_given_inline_is_an_error() {
    Stage stage = inline("<Redirect>/next</Redirect>", 60_000);

    assertEquals(List.of(), stage.received("/next"));
    assertEquals(List.of("error 11100"), stage.notes());
  }

  @Test
  @Pins("TWIML-20")
  void absolute_urls_work_in_a_document_given_inline() {
    Stage stage = inline("<Redirect>" + Account.BASE_URL + "/next</Redirect>", 60_000);

    assertEquals(1, stage.received("/next").size());
  }

  @Test
  @Pins("ERR-04")
  void malformed_urls_are_errors_wherever_they_stand() {
    Stage redirect = new Stage().voice("<Redirect>http//[:</Redirect>").agentDials(0).run();
    Stage action =
        new Stage()
            .voice("<Dial action=\"[:\"><Conference>room</Conference></Dial>")
            .agentDials(0)
            .agentHangsUp(5_000)
            .run();
    Stage location =
        new Stage()
            .answer("/voice", request -> new WebhookReply(302, null, "", "http://[:"))
            .agentDials(0)
            .run();

    assertEquals(List.of("error 11100"), redirect.notes());
    assertEquals(List.of("error 11100"), action.notes());
    assertEquals(List.of("error 11100"), location.notes());
  }

  private static Stage inline(String verbs, long completeAt) {
    return new Stage()
        .application(0, app -> app.call("Twiml", "<Response>" + verbs + "</Response>"))
        .application(
            completeAt,
            app ->
                app.rest(
                    "POST", "/Conferences/" + Stage.sid("CF", 1) + ".json", "Status", "completed"))
        .run();
  }
}
