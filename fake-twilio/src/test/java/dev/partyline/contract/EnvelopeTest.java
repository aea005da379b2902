package dev.partyline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.rest.RestRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What surrounds the records of a page is what the published pages show, character by character.
 */
class EnvelopeTest {

  private static final String PUBLISHED_ACCOUNT = "AC" + "a".repeat(32);

  private final VendorDocuments documents = VendorDocuments.required();

  private static JsonNode get(Stage app, String uri) {
    int mark = uri.indexOf('?');
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (String pair : uri.substring(mark + 1).split("&")) {
      int at = pair.indexOf('=');
      params
          .computeIfAbsent(decoded(pair.substring(0, at)), name -> new ArrayList<>())
          .add(decoded(pair.substring(at + 1)));
    }
    return Stage.json(
        app.surroundings()
            .call(
                new RestRequest(
                    "GET", uri.substring(0, mark), params, Account.SID, Account.TOKEN)));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** All but the records. */
  private static Map<String, String> envelope(JsonNode page) {
    Map<String, String> envelope = new TreeMap<>();
    for (var field : page.properties()) {
      if (!field.getValue().isArray()) {
        envelope.put(field.getKey(), field.getValue().asText());
      }
    }
    return envelope;
  }

  @Test
  @Pins("REST-04")
  void empty_pages_have_the_published_envelope_with_the_filters_as_given() {
    List<String> compared = new ArrayList<>();
    new Stage()
        .application(0, app -> app.participant("room"))
        .application(
            10_000,
            app -> {
              for (Operation operation : documents.operations()) {
                operation
                    .examples()
                    .forEach(
                        (name, example) -> {
                          if (isEmptyPage(operation, example)) {
                            compared.add(operation.id());
                            Map<String, String> expected = envelope(own(example));
                            JsonNode page = get(app, expected.get("uri"));
                            assertEquals(expected, envelope(page), operation.id() + " " + name);
                          }
                        });
              }
            })
        .run();

    assertTrue(
        compared.containsAll(
            List.of("ListCall", "ListConference", "ListParticipant", "ListAccount")),
        compared::toString);
  }

  /** The directory of a run has a key and a number, so that the lists of those are not empty. */
  private static boolean isEmptyPage(Operation operation, JsonNode example) {
    boolean empty = false;
    for (JsonNode field : example) {
      empty |= field.isArray() && field.isEmpty();
    }
    return empty
        && operation.template().startsWith("/2010-04-01")
        && !operation.template().matches(".*/(Calls|Queues)/\\{.*")
        && !operation.id().equals("ListKey")
        && !OperationsTest.REFUSED.containsKey(operation.id());
  }

  /** A published page as this account and its one conference would show it. */
  private static JsonNode own(JsonNode example) {
    return Stage.json(
        new dev.partyline.rest.RestResponse(
            200,
            example
                .toString()
                .replace(PUBLISHED_ACCOUNT, Account.SID)
                .replace("CF" + "a".repeat(32), Stage.sid("CF", 1)),
            0));
  }

  @Test
  @Pins({"REST-04", "REST-05"})
  void links_to_the_next_and_previous_page_have_the_published_tokens() {
    Stage stage = new Stage();
    for (int i = 1; i <= 7; i++) {
      String room = "room-" + i;
      stage.application(i, app -> app.participant(room));
    }
    stage
        .application(
            20_000,
            app -> {
              JsonNode first = get(app, Stage.ACCOUNT + "/Conferences.json?PageSize=3&Page=0");
              JsonNode second = get(app, first.get("next_page_uri").textValue());
              JsonNode back = get(app, second.get("previous_page_uri").textValue());
              Map<String, String> sids = new LinkedHashMap<>();
              for (int i = 0; i < 3; i++) {
                sids.put("abc".substring(i, i + 1), sid(first, i));
                sids.put("def".substring(i, i + 1), sid(second, i));
              }
              assertEquals(published("readFull", sids), envelope(first));
              assertEquals(published("readNext", sids), envelope(second));
              assertEquals(published("readPrevious", sids), envelope(back));
              assertEquals(first.get("conferences"), back.get("conferences"));
            })
        .run();
  }

  private static String sid(JsonNode page, int row) {
    return page.get("conferences").get(row).get("sid").textValue();
  }

  /** A published page without its filters, with the SIDs of this run. */
  private Map<String, String> published(String name, Map<String, String> sids) {
    Map<String, String> envelope =
        envelope(documents.operation("ListConference").examples().get("200 " + name));
    envelope.replaceAll(
        (key, value) -> {
          String own =
              value
                  .replace(PUBLISHED_ACCOUNT, Account.SID)
                  .replaceAll("\\?.*&PageSize", "?PageSize");
          for (var sid : sids.entrySet()) {
            own = own.replace("CF" + sid.getKey().repeat(32), sid.getValue());
          }
          return own;
        });
    return envelope;
  }
}
