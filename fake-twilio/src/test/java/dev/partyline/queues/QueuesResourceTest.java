package dev.partyline.queues;

import static dev.partyline.queues.QueueStage.CALLER;
import static dev.partyline.queues.QueueStage.QUEUE;
import static dev.partyline.queues.QueueStage.caller;
import static dev.partyline.queues.QueueStage.document;
import static dev.partyline.queues.QueueStage.results;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queues and their members over REST. */
class QueuesResourceTest {

  private static final String MEMBERS = "/Queues/" + QUEUE + "/Members";
  private static final String ENQUEUE = "<Enqueue action=\"/left\" waitUrl=\"\">support</Enqueue>";

  private interface Requests {
    void send(Stage app, List<RestResponse> answers);
  }

  private static List<RestResponse> asked(Stage stage, long at, Requests requests) {
    List<RestResponse> answers = new ArrayList<>();
    stage.application(at, app -> requests.send(app, answers)).run();
    return answers;
  }

  private static List<String> codes(List<RestResponse> answers) {
    return answers.stream().map(answer -> answer.status() + " " + answer.code()).toList();
  }

  @Test
  @Pins("LIMIT-14")
  void a_queue_is_made_changed_listed_and_deleted() {
    List<RestResponse> answers =
        asked(
            new Stage(),
            0,
            (app, got) -> {
              got.add(app.rest("POST", "/Queues.json", "FriendlyName", "sales"));
              got.add(app.rest("POST", "/Queues/" + QUEUE + ".json", "MaxSize", "3"));
              got.add(app.rest("GET", "/Queues/" + QUEUE + ".json"));
              got.add(app.rest("GET", "/Queues.json"));
              got.add(app.rest("DELETE", "/Queues/" + QUEUE + ".json"));
              got.add(app.rest("GET", "/Queues/" + QUEUE + ".json"));
            });

    assertEquals(List.of("201 0", "200 0", "200 0", "200 0", "204 0", "404 20404"), codes(answers));
    JsonNode made = Stage.json(answers.get(0));
    assertEquals("sales", made.get("friendly_name").textValue());
    assertEquals(1000, made.get("max_size").intValue());
    assertEquals(0, made.get("current_size").intValue());
    assertEquals(3, Stage.json(answers.get(2)).get("max_size").intValue());
    assertEquals(QUEUE, Stage.json(answers.get(3)).get("queues").get(0).get("sid").textValue());
  }

  @Test
  @Pins("LIMIT-14")
  void names_are_checked() {
    List<RestResponse> answers =
        asked(
            new Stage(),
            0,
            (app, got) -> {
              got.add(app.rest("POST", "/Queues.json"));
              got.add(app.rest("POST", "/Queues.json", "FriendlyName", "x".repeat(65)));
              got.add(app.rest("POST", "/Queues.json", "FriendlyName", "x".repeat(64)));
              got.add(app.rest("POST", "/Queues.json", "FriendlyName", "x".repeat(64)));
              got.add(app.rest("POST", "/Queues.json", "FriendlyName", "y", "MaxSize", "5001"));
            });

    assertEquals(
        List.of("400 20001", "400 20001", "201 0", "400 22003", "400 20001"), codes(answers));
  }

  @Test
  void members_are_listed_and_fetched_by_call_or_place() {
    List<RestResponse> answers =
        asked(
            caller(ENQUEUE),
            12_000,
            (app, got) -> {
              got.add(app.rest("GET", MEMBERS + ".json"));
              got.add(app.rest("GET", MEMBERS + "/" + CALLER + ".json"));
              got.add(app.rest("GET", MEMBERS + "/Front.json"));
              got.add(app.rest("GET", MEMBERS + "/" + Stage.sid("CA", 9) + ".json"));
              got.add(app.rest("DELETE", "/Queues/" + QUEUE + ".json"));
              got.add(app.rest("GET", "/Queues/" + QUEUE + ".json"));
            });

    assertEquals(
        List.of("200 0", "200 0", "200 0", "404 20404", "400 20009", "200 0"), codes(answers));
    JsonNode member = Stage.json(answers.get(0)).get("queue_members").get(0);
    assertEquals(CALLER, member.get("call_sid").textValue());
    assertEquals(1, member.get("position").intValue());
    assertEquals(4, member.get("wait_time").intValue());
    assertEquals(1, Stage.json(answers.get(5)).get("current_size").intValue());
    assertEquals(5, Stage.json(answers.get(5)).get("average_wait_time").intValue());
  }

  @Test
  void the_front_member_is_dequeued_to_a_document_once() {
    String url = Account.BASE_URL + "/elsewhere";
    Stage stage = caller(ENQUEUE).answer("/elsewhere", document("<Say>elsewhere</Say>"));
    List<RestResponse> answers =
        asked(
            stage,
            12_000,
            (app, got) -> {
              got.add(app.rest("POST", MEMBERS + "/Front.json", "Url", url));
              got.add(app.rest("POST", MEMBERS + "/" + CALLER + ".json", "Url", url));
              got.add(app.rest("POST", MEMBERS + "/Front.json", "Url", url));
              got.add(app.rest("POST", MEMBERS + "/Front.json"));
            });

    assertEquals(List.of("200 0", "400 20001", "404 20404", "400 20001"), codes(answers));
    assertEquals(List.of("redirected"), results(stage));
    assertEquals(1, stage.received("/elsewhere").size());
    assertEquals(1, stage.all(Happening.QueueLeft.class).size());
  }
}
