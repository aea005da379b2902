package dev.partyline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The form of an error's body: code, detail, message, more_info, status, in this order. */
final class ErrorForm {

  private static final List<String> KEYS =
      List.of("code", "detail", "details", "message", "more_info", "status");

  private ErrorForm() {}

  /** A sentence for each fault; none for a good body. */
  static List<String> problems(int status, JsonNode body) {
    List<String> problems = new ArrayList<>();
    if (body == null || !body.isObject()) {
      problems.add("an error's body is a JSON object, not " + body);
      return problems;
    }
    List<String> keys = new ArrayList<>();
    body.fieldNames().forEachRemaining(keys::add);
    List<String> ordered = KEYS.stream().filter(keys::contains).toList();
    if (!keys.equals(ordered)) {
      problems.add("keys are " + keys + " and not some of " + KEYS + " in this order");
    }
    if (!body.path("status").isInt() || body.get("status").intValue() != status) {
      problems.add("/status is " + body.get("status") + " where the HTTP status is " + status);
    }
    if (!body.path("message").isTextual() || body.get("message").textValue().isBlank()) {
      problems.add("/message is " + body.get("message") + ", which tells nobody anything");
    }
    if (body.has("code") && !body.get("code").isInt()) {
      problems.add("/code is " + body.get("code") + ", which is no integer");
    }
    if (body.has("details") && !body.get("details").isObject()) {
      problems.add("/details is " + body.get("details") + ", which breaks the Java SDK");
    }
    String address = "https://www.twilio.com/docs/errors/" + body.path("code").asText();
    if (body.has("more_info") && !body.get("more_info").asText().equals(address)) {
      problems.add("/more_info is " + body.get("more_info") + " and not " + address);
    }
    return problems;
  }
}
