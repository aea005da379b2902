package dev.partyline.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.security.RequestValidator;
import dev.partyline.behaviour.Pins;
import dev.partyline.directory.Account.Status;
import dev.partyline.directory.Directory;
import dev.partyline.directory.IncomingNumber;
import dev.partyline.directory.Voice;
import dev.partyline.journal.Happening;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody calls a number of the directory. */
class InboundCallTest {

  private static final String CALLER = "+14155550199";
  private static final String SUB = Stage.sid("AC", 2);
  private static final String SUB_TOKEN = "5eed5eed5eed5eed5eed5eed5eed5ee2";
  private static final String SUB_NUMBER = "+14155550123";

  /** A number of a subaccount that runs {@code /sub}. */
  private static void addSubaccount(Directory directory, Status status) {
    directory.put(
        new dev.partyline.directory.Account(
            SUB,
            Account.SID,
            SUB_TOKEN,
            "branch",
            status,
            dev.partyline.directory.Account.Kind.FULL,
            0,
            0));
    directory.put(
        new IncomingNumber(
            Stage.sid("PN", 2),
            SUB,
            SUB_NUMBER,
            "branch",
            Voice.at(Account.BASE_URL + "/sub", Account.BASE_URL + "/over"),
            null,
            Map.of(),
            0,
            0));
  }

  private static Stage call(String number, Status status) {
    return new Stage()
        .voice("<Hangup/>")
        .application(
            0,
            app -> {
              addSubaccount(app.world().directory(), status);
              app.world().arriveFrom(CALLER, number, null);
            })
        .run();
  }

  @Test
  @Pins("TWIML-03")
  void number_runs_its_voice_url_while_the_call_rings() {
    Stage stage = call(Account.NUMBER, Status.ACTIVE);

    WebhookRequest request = stage.received("/voice").get(0);
    assertEquals("ringing", request.params().get("CallStatus"));
    assertEquals(CALLER, request.params().get("From"));
    assertEquals(Account.NUMBER, request.params().get("To"));
    assertNull(request.params().get("ApplicationSid"));
    assertEquals("ringing in-progress completed", stage.statuses(Stage.sid("CA", 1)));
  }

  @Test
  @Pins({"CALL-67", "SEC-04"})
  void subaccounts_number_tells_the_end_and_signs_with_the_subaccounts_token() {
    Stage stage = call(SUB_NUMBER, Status.ACTIVE);

    List<WebhookRequest> over = stage.received("/over");
    assertEquals(1, over.size());
    assertEquals("completed", over.get(0).params().get("CallStatus"));
    assertEquals(SUB, over.get(0).params().get("AccountSid"));
    assertTrue(
        new RequestValidator(SUB_TOKEN)
            .validate(
                over.get(0).url(),
                over.get(0).params(),
                over.get(0).headers().get("X-Twilio-Signature")));
  }

  @Test
  @Pins("ERR-02")
  void call_to_a_suspended_account_is_refused_and_logged() {
    Stage stage = call(SUB_NUMBER, Status.SUSPENDED);

    assertEquals(List.of("error 10003"), stage.notes());
    assertEquals("ringing failed", stage.statuses(Stage.sid("CA", 1)));
    assertEquals(List.of(), stage.received("/sub"));
  }

  @Test
  @Pins("CALL-54")
  void number_without_a_voice_url_fails_at_once_and_logs_nothing() {
    Stage stage =
        new Stage()
            .application(
                0,
                app -> {
                  app.rest(
                      "POST",
                      "/IncomingPhoneNumbers/" + Account.NUMBER_SID + ".json",
                      "VoiceUrl",
                      "");
                  app.world().arriveFrom(CALLER, Account.NUMBER, null);
                  assertEquals(
                      "failed",
                      Stage.json(app.rest("GET", "/Calls/" + Stage.sid("CA", 1) + ".json"))
                          .get("status")
                          .textValue());
                })
            .run();

    assertEquals(List.of(), stage.notes());
  }

  @Test
  void number_that_nobody_owns_is_a_mistake_of_whoever_dials_it() {
    new Stage()
        .application(
            0,
            app -> {
              IllegalArgumentException mistake =
                  assertThrows(
                      IllegalArgumentException.class,
                      () -> app.world().arriveFrom(CALLER, "+14155550177", null));
              assertTrue(mistake.getMessage().contains(Account.NUMBER), mistake.getMessage());
            })
        .run();
  }

  @Test
  void clients_message_goes_to_the_subscribed_callback_and_the_applications_to_the_client() {
    String call = "/Calls/" + Stage.sid("CA", 1);
    Stage stage =
        new Stage()
            .voice("<Pause length=\"60\"/>")
            .application(
                0,
                app -> {
                  var leg = app.world().arriveFrom("client:agent-1", Account.NUMBER, null);
                  String all = call + "/UserDefinedMessageSubscriptions.json";
                  String[] pairs = {
                    "Callback", Account.BASE_URL + "/said", "IdempotencyKey", "once"
                  };
                  String sid = Stage.json(app.rest("POST", all, pairs)).get("sid").textValue();
                  assertEquals(
                      sid, Stage.json(app.rest("POST", all, pairs)).get("sid").textValue());
                  app.world().clientSays(leg, "{\"mood\":\"good\"}");
                  app.rest("DELETE", all.replace(".json", "/" + sid + ".json"));
                  app.world().clientSays(leg, "{\"mood\":\"bad\"}");
                  app.rest("POST", call + "/UserDefinedMessages.json", "Content", "{}");
                })
            .run();

    assertEquals(1, stage.received("/said").size());
    assertEquals("{\"mood\":\"good\"}", stage.received("/said").get(0).params().get("Content"));
    assertEquals(
        List.of("application", "application", "client"),
        stage.all(Happening.MessagePassed.class).stream()
            .map(Happening.MessagePassed::to)
            .toList());
  }
}
