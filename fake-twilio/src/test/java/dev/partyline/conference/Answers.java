package dev.partyline.conference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers of the API that the application of a stage kept, by a word of the test's. */
final class Answers {

  private final Map<String, RestResponse> kept = new LinkedHashMap<>();

  void keep(String word, RestResponse response) {
    kept.put(word, response);
  }

  RestResponse of(String word) {
    return Objects.requireNonNull(
        kept.get(word), () -> "no answer '" + word + "' in " + kept.keySet());
  }

  int status(String word) {
    return of(word).status();
  }

  /** Status and code, as {@code 404/20404}. */
  String error(String word) {
    return of(word).status() + "/" + of(word).code();
  }

  JsonNode json(String word) {
    return Stage.json(of(word));
  }

  /** A field as text; the word {@code null} when it is null. */
  String field(String word, String name) {
    return json(word).path(name).asText("absent");
  }

  /** A field of every row of a list. */
  List<String> rows(String word, String list, String name) {
    List<String> found = new ArrayList<>();
    json(word).get(list).forEach(row -> found.add(row.get(name).asText()));
    return found;
  }

  static List<String> names(JsonNode json) {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
