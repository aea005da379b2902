package dev.partyline.server.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** The JSON object a request carries; every message names the field. */
final class Body {

  static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode json;
  private final String where;

  private Body(JsonNode json, String where) {
    this.json = json;
    this.where = where;
  }

  static Body of(byte[] bytes) {
    if (bytes.length == 0) {
      return new Body(JSON.createObjectNode(), "");
    }
    try {
      JsonNode json = JSON.readTree(bytes);
      if (json == null || !json.isObject()) {
        throw new Refused(400, "the body must be a JSON object");
      }
      return new Body(json, "");
    } catch (JsonProcessingException bad) {
      throw new Refused(
          400,
          "the body is no JSON: "
              + bad.getOriginalMessage()
              + " (line "
              + bad.getLocation().getLineNr()
              + ", column "
              + bad.getLocation().getColumnNr()
              + ")");
    } catch (IOException lost) {
      throw new Refused(400, "the body could not be read: " + lost.getMessage());
    }
  }

  /** Refuses fields that mean nothing, which are nearly always misspelt. */
  Body only(String... names) {
    List<String> known = List.of(names);
    for (Iterator<String> fields = json.fieldNames(); fields.hasNext(); ) {
      String name = fields.next();
      if (!known.contains(name)) {
        throw new Refused(
            400, "there is no field '" + where + name + "'; known are " + String.join(", ", known));
      }
    }
    return this;
  }

  boolean has(String name) {
    return json.hasNonNull(name);
  }

  JsonNode json() {
    return json;
  }

  String text(String name, String standard) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return standard;
    }
    if (!value.isTextual()) {
      throw wrong(name, value, "a text");
    }
    return value.textValue();
  }

  String text(String name) {
    String value = text(name, null);
    if (value == null || value.isEmpty()) {
      throw new Refused(400, "'" + where + name + "' is missing");
    }
    return value;
  }

  long whole(String name, long standard) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return standard;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, value, "a whole number");
    }
    return value.longValue();
  }

  boolean flag(String name, boolean standard) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return standard;
    }
    if (!value.isBoolean()) {
      throw wrong(name, value, "true or false");
    }
    return value.booleanValue();
  }

  double number(String name, double standard) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return standard;
    }
    if (!value.isNumber()) {
      throw wrong(name, value, "a number");
    }
    return value.doubleValue();
  }

  /** The objects of a list; empty when there is no such list. */
  List<Body> list(String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong(name, value, "a list");
    }
    List<Body> found = new java.util.ArrayList<>();
    for (JsonNode one : value) {
      String at = where + name + "[" + found.size() + "].";
      if (!one.isObject()) {
        throw new Refused(400, "'" + where + name + "[" + found.size() + "]' is no object");
      }
      found.add(new Body(one, at));
    }
    return found;
  }

  private Refused wrong(String name, JsonNode value, String what) {
    return new Refused(400, "'" + where + name + "' is " + value + "; it must be " + what);
  }
}
