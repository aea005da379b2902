package dev.partyline.queues;

import dev.partyline.journal.Happening;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.List;

/**
 * A caller who is dialled at once, answers 6.8 s later and is enqueued, and an agent whose
 * softphone dials whatever document {@code /voice} has.
 */
final class QueueStage {

  static final String CALLER = Stage.sid("CA", 1);
  static final String AGENT = Stage.sid("CA", 2);
  static final String QUEUE = Stage.sid("QU", 1);
  static final String BYE = "<Hangup/>";

  private QueueStage() {}

  /** The caller is in the queue from about 7 s on. */
  static Stage caller(String enqueue) {
    return new Stage()
        .pin("customer-1.does", "answers")
        .pin("customer-1.hangs-up", "30000")
        .answer("/caller", document(enqueue + BYE))
        .answer("/left", document(BYE))
        .application(
            0,
            app ->
                app.rest(
                    "POST",
                    "/Calls.json",
                    "From",
                    Account.NUMBER,
                    "To",
                    Stage.CUSTOMER,
                    "Url",
                    Account.BASE_URL + "/caller"));
  }

  static java.util.function.Function<WebhookRequest, WebhookReply> document(String verbs) {
    return request -> WebhookReply.twiml("<Response>" + verbs + "</Response>");
  }

  /** {@code QueueResult} of every request at {@code /left}. */
  static List<String> results(Stage stage) {
    return stage.received("/left").stream()
        .map(request -> request.params().get("QueueResult"))
        .toList();
  }

  /** How each caller left a queue. */
  static List<String> left(Stage stage) {
    return stage.all(Happening.QueueLeft.class).stream().map(Happening.QueueLeft::how).toList();
  }
}
