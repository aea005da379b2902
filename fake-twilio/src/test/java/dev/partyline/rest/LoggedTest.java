package dev.partyline.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What was logged while a call ran, read back by REST; and text messages. */
class LoggedTest {

  private static final String CALL = "/Calls/" + Stage.sid("CA", 1);
  private static final String BROKEN = Account.BASE_URL + "/broken";

  private static void afterABrokenCall(Consumer<Asking> questions) {
    new Stage()
        .answer("/broken", request -> WebhookReply.text(500, "out of order"))
        .application(0, app -> app.call("Url", BROKEN, "StatusCallback", BROKEN))
        .application(60_000, app -> questions.accept(new Asking(app)))
        .run();
  }

  @Test
  @Pins("CALL-62")
  void errors_and_warnings_of_a_call_are_listed_with_the_request_behind_them() {
    afterABrokenCall(
        ask -> {
          JsonNode notes = ask.get(CALL + "/Notifications.json").get("notifications");
          List<String> seen = new ArrayList<>();
          notes.forEach(
              note -> seen.add(note.get("log").asText() + " " + note.get("error_code").asText()));
          assertEquals(List.of("1 15003", "0 11200"), seen);
          JsonNode first = notes.get(1);
          assertTrue(first.get("sid").textValue().matches("NO[0-9a-f]{32}"));
          assertTrue(first.get("message_text").textValue().contains("ErrorCode=11200"));
          assertEquals(BROKEN, first.get("request_url").textValue());
          JsonNode whole =
              ask.get(CALL + "/Notifications/" + first.get("sid").textValue() + ".json");
          assertEquals("out of order", whole.get("response_body").textValue());
          assertTrue(whole.get("request_variables").textValue().contains("CallStatus=in-progress"));

          assertEquals(1, ask.get("/Notifications.json", "Log", "0").get("notifications").size());
          assertEquals(
              0,
              ask.get("/Notifications.json", "MessageDate>", "2026-04-02")
                  .get("notifications")
                  .size());
        });
  }

  @Test
  @Pins("CALL-62")
  void requests_of_a_call_are_listed_in_both_directions() {
    afterABrokenCall(
        ask -> {
          List<String> seen = new ArrayList<>();
          ask.get(CALL + "/Events.json")
              .get("events")
              .forEach(
                  event ->
                      seen.add(
                          event.get("request").get("method").asText()
                              + " "
                              + event.get("request").get("url").asText().replaceAll(".*/", "")
                              + " "
                              + event.get("response").get("response_code").asText()));
          assertEquals(List.of("POST Calls.json 201", "POST broken 500", "POST broken 500"), seen);
          assertEquals(
              "404 20404", ask.code("GET", "/Calls/" + Stage.sid("CA", 9) + "/Events.json"));
        });
  }

  @Test
  void alerts_are_the_same_in_the_form_of_v1() {
    afterABrokenCall(
        ask -> {
          JsonNode page = ask.get("/v1/Alerts", "LogLevel", "error", "PageSize", "1");
          assertEquals("alerts", page.get("meta").get("key").textValue());
          assertTrue(
              page.get("meta")
                  .get("url")
                  .textValue()
                  .startsWith("https://monitor.twilio.com/v1/Alerts?LogLevel=error&PageSize=1"));
          JsonNode alert = page.get("alerts").get(0);
          assertEquals("11200", alert.get("error_code").textValue());
          assertEquals(Stage.sid("CA", 1), alert.get("resource_sid").textValue());
          assertTrue(alert.get("date_created").textValue().matches("2026-04-01T00:00:[0-9]{2}Z"));
          assertEquals(
              "out of order",
              ask.get("/v1/Alerts/" + alert.get("sid").textValue())
                  .get("response_body")
                  .textValue());
          assertEquals(0, ask.get("/v1/Alerts", "StartDate", "2026-04-02").get("alerts").size());
          assertEquals(2, ask.get("/v1/Alerts", "EndDate", "2026-04-01").get("alerts").size());
          assertEquals("404 20404", ask.code("GET", "/v1/Alerts/" + Stage.sid("NO", 9_999)));
        });
  }

  @Test
  void text_message_is_taken_and_kept() {
    afterABrokenCall(
        ask -> {
          String all = "/Messages.json";
          assertEquals("400 21604", ask.code("POST", all));
          assertEquals("400 21603", ask.code("POST", all, "To", Stage.CUSTOMER));
          assertEquals(
              "400 21602", ask.code("POST", all, "To", Stage.CUSTOMER, "From", Account.NUMBER));
          JsonNode message =
              ask.post(all, "To", Stage.CUSTOMER, "From", Account.NUMBER, "Body", "こんにちは");
          assertEquals("queued", message.get("status").textValue());
          assertEquals(
              "こんにちは",
              ask.get("/Messages/" + message.get("sid").textValue() + ".json")
                  .get("body")
                  .textValue());
          assertEquals(1, ask.get(all, "To", Stage.CUSTOMER).get("messages").size());
        });
  }
}
