package dev.partyline.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Lists come in pages; sixty calls have been made. */
class ListsTest {

  private static final String TWIML = "<Response><Pause length=\"300\"/></Response>";

  private static void withSixtyCalls(Consumer<Stage> reader) {
    Stage stage = new Stage();
    for (int i = 0; i < 60; i++) {
      stage.application(0, app -> app.call("Twiml", TWIML));
    }
    stage.application(1_000, reader).run();
  }

  /** A page by the URI that a page before it gave. */
  private static JsonNode follow(Stage app, JsonNode uri) {
    String path = uri.textValue().substring(Stage.ACCOUNT.length());
    int mark = path.indexOf('?');
    List<String> pairs = new ArrayList<>();
    for (String pair : path.substring(mark + 1).split("&")) {
      pairs.addAll(List.of(pair.split("=", 2)));
    }
    return Stage.json(app.rest("GET", path.substring(0, mark), pairs.toArray(new String[0])));
  }

  private static JsonNode page(Stage app, String... pairs) {
    return Stage.json(app.rest("GET", "/Calls.json", pairs));
  }

  private static List<String> sids(JsonNode page) {
    List<String> sids = new ArrayList<>();
    page.get("calls").forEach(call -> sids.add(call.get("sid").textValue()));
    return sids;
  }

  @Test
  @Pins("REST-04")
  void page_says_where_it_is_and_how_to_go_on() {
    withSixtyCalls(
        app -> {
          JsonNode page = page(app, "PageSize", "20");
          List<String> names = new ArrayList<>();
          page.fieldNames().forEachRemaining(names::add);

          assertEquals(
              List.of(
                  "calls",
                  "end",
                  "first_page_uri",
                  "next_page_uri",
                  "page",
                  "page_size",
                  "previous_page_uri",
                  "start",
                  "uri"),
              names);
          assertEquals(0, page.get("page").intValue());
          assertEquals(20, page.get("page_size").intValue());
          assertEquals(0, page.get("start").intValue());
          assertEquals(19, page.get("end").intValue());
          assertTrue(page.get("previous_page_uri").isNull());
          for (String uri : List.of("uri", "first_page_uri", "next_page_uri")) {
            assertTrue(page.get(uri).textValue().startsWith(Stage.ACCOUNT + "/Calls.json?"), uri);
          }
        });
  }

  @Test
  @Pins({"REST-04", "REST-05"})
  void pages_can_be_followed_to_the_end_and_back() {
    withSixtyCalls(
        app -> {
          JsonNode first = page(app, "PageSize", "25");
          JsonNode second = follow(app, first.get("next_page_uri"));
          JsonNode third = follow(app, second.get("next_page_uri"));

          assertEquals(25, sids(second).size());
          assertEquals(10, sids(third).size());
          assertTrue(third.get("next_page_uri").isNull());
          assertEquals(2, third.get("page").intValue());
          assertEquals(50, third.get("start").intValue());
          assertEquals(59, third.get("end").intValue());
          JsonNode back = follow(app, third.get("previous_page_uri"));
          assertEquals(sids(second), sids(back));
          assertEquals(sids(first), sids(follow(app, back.get("previous_page_uri"))));
          assertEquals(sids(first), sids(follow(app, third.get("first_page_uri"))));
          assertEquals(sids(second), sids(follow(app, second.get("uri"))));
          List<String> all = new ArrayList<>(sids(first));
          all.addAll(sids(second));
          all.addAll(sids(third));
          assertEquals(60, all.stream().distinct().count());
        });
  }

  @Test
  @Pins({"REST-05", "LIMIT-16", "ERR-69"})
  void page_has_50_rows_unless_told_and_1000_at_most() {
    withSixtyCalls(
        app -> {
          assertEquals(50, sids(page(app)).size());
          assertEquals(60, sids(page(app, "PageSize", "1000")).size());
          RestResponse tooLarge = app.rest("GET", "/Calls.json", "PageSize", "1001");
          assertEquals("400 20007", tooLarge.status() + " " + tooLarge.code());
          RestResponse made = app.rest("GET", "/Calls.json", "PageToken", "PAnonsense");
          assertEquals(400, made.status());
        });
  }

  @Test
  @Pins("REST-06")
  void row_added_between_pages_moves_no_page() {
    withSixtyCalls(
        app -> {
          JsonNode first = page(app, "PageSize", "25");
          app.call("Twiml", TWIML);
          JsonNode second = follow(app, first.get("next_page_uri"));

          assertEquals(60 - 25, digits(sids(second).get(0)), "goes on after the last row seen");
          List<String> seen = new ArrayList<>(sids(first));
          seen.addAll(sids(second));
          seen.addAll(sids(follow(app, second.get("next_page_uri"))));
          assertEquals(60, seen.size(), "the new call is missed, since this is no snapshot");
        });
  }

  private static int digits(String sid) {
    return Integer.parseInt(sid.substring(24), 16);
  }
}
