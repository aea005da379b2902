package dev.partyline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.rest.RestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check itself: published answers pass it, and each kind of fault is caught and named. */
class ContractTest {

  private static final String CALL =
      "/2010-04-01/Accounts/ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Calls/"
          + "CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.json";

  private VendorDocuments documents;

  @BeforeEach
  void read_the_documents() {
    documents = VendorDocuments.required();
  }

  @Test
  void documents_have_all_operations_of_voice_and_alerts() {
    assertEquals(83, documents.operations().size());
  }

  @Test
  void every_published_answer_passes() throws JsonProcessingException {
    List<String> problems = new ArrayList<>();
    int examples = 0;
    for (Operation operation : documents.operations()) {
      for (var example : operation.examples().entrySet()) {
        int status = Integer.parseInt(example.getKey().substring(0, 3));
        JsonNode schema = operation.answers().get(status);
        if (schema != null) {
          examples++;
          for (String problem : Contract.problems(schema, inUtc(example.getValue()))) {
            problems.add(operation.id() + " " + example.getKey() + problem);
          }
        }
      }
    }
    assertEquals(List.of(), problems);
    assertEquals(139, examples);
  }

  /** Two examples have a zone of their own, which the service never shows. */
  private static JsonNode inUtc(JsonNode example) throws JsonProcessingException {
    return new ObjectMapper()
        .readTree(example.toString().replace("22:23:00 +0100", "21:23:00 +0000"));
  }

  private List<String> broken(Consumer<ObjectNode> change) {
    ObjectNode call =
        documents.operation("FetchCall").examples().values().iterator().next().deepCopy();
    change.accept(call);
    return Contract.problems("GET", CALL, 200, call.toString());
  }

  private void assertCaught(String expected, Consumer<ObjectNode> change) {
    List<String> problems = broken(change);
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(
        problems.get(0).startsWith("FetchCall (GET /2010-04-01/Accounts/{AccountSid}/Calls"),
        problems::toString);
    assertTrue(problems.get(0).contains(expected), problems::toString);
  }

  @Test
  void unchanged_answer_passes() {
    assertEquals(List.of(), broken(call -> {}));
  }

  @Test
  void missing_property_is_caught() {
    assertCaught("'queue_time'", call -> call.remove("queue_time"));
  }

  @Test
  void additional_property_is_caught() {
    assertCaught("'colour'", call -> call.put("colour", "blue"));
  }

  @Test
  void mistyped_property_is_caught() {
    assertCaught("/duration", call -> call.put("duration", 7));
  }

  @Test
  void unknown_word_is_caught() {
    assertCaught("/status", call -> call.put("status", "asleep"));
  }

  @Test
  void sid_of_another_resource_is_caught() {
    assertCaught("/sid", call -> call.put("sid", "CFaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
  }

  @Test
  void date_in_another_form_or_with_a_wrong_weekday_is_caught() {
    assertCaught("/start_time", call -> call.put("start_time", "2019-10-18T17:02:00Z"));
    assertCaught("/start_time", call -> call.put("start_time", "Fri, 18 Oct 2019 17:02:00 GMT"));
    assertCaught("/start_time", call -> call.put("start_time", "Mon, 18 Oct 2019 17:02:00 +0000"));
  }

  @Test
  void link_that_is_none_is_caught() {
    assertCaught("/uri", call -> call.put("uri", "/Calls/CA1"));
    assertCaught(
        "/subresource_uris/events",
        call -> ((ObjectNode) call.get("subresource_uris")).put("events", "nowhere"));
  }

  @Test
  void status_and_body_that_are_not_documented_are_caught() {
    assertTrue(Contract.problems("GET", CALL, 201, "{}").get(0).contains("documented is [200]"));
    assertTrue(Contract.problems("DELETE", CALL, 204, "{}").get(0).contains("has a body"));
    assertTrue(Contract.problems("GET", CALL, 200, "<html>").get(0).contains("is no JSON"));
    assertTrue(Contract.problems("GET", "/Cows.json", 200, "{}").get(0).contains("no document"));
  }

  @Test
  void error_in_another_form_is_caught() {
    String good = RestResponse.error(404, 20404, "The requested resource was not found").body();

    assertEquals(List.of(), Contract.problems("GET", CALL, 404, good));
    for (String bad :
        List.of(
            "",
            "[]",
            "<html>",
            good.replace("\"status\":404", "\"status\":400"),
            good.replace("\"status\":404", "\"status\":\"404\""),
            good.replace("\"status\":404", "\"colour\":1,\"status\":404"),
            good.replace("\"code\":20404,", "").replace("}", ",\"code\":20404}"),
            good.replace("\"message\":\"The requested resource was not found\",", ""),
            good.replace("errors/20404", "errors/20405"),
            good.replace("\"message\"", "\"details\":\"text\",\"message\""))) {
      assertEquals(1, Contract.problems("GET", CALL, 404, bad).size(), bad);
    }
  }
}
