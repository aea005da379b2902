package dev.partyline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Makes a schema of a vendor's document strict and self-contained: references are put in place,
 * every property is required and no other is allowed.
 *
 * <p>The published examples differ from the document in five ways, which are allowed: links are
 * relative, an enum by reference may be null, two application SIDs of a number may be empty, a call
 * recording's price is text, and an ICE server has only some of its properties.
 */
final class StrictSchema {

  private static final Set<String> KEPT =
      Set.of(
          "type",
          "nullable",
          "enum",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "format");
  private static final List<String> MAY_BE_EMPTY =
      List.of("voice_application_sid", "sms_application_sid");

  private final JsonNode document;
  private final Deque<String> open = new ArrayDeque<>();

  StrictSchema(JsonNode document) {
    this.document = document;
  }

  /** The strict form of a schema of this document. */
  ObjectNode of(JsonNode schema) {
    if (schema.has("$ref")) {
      return ofReference(schema.get("$ref").textValue());
    }
    ObjectNode strict = JsonNodeFactory.instance.objectNode();
    for (var field : schema.properties()) {
      if (KEPT.contains(field.getKey())) {
        strict.set(field.getKey(), field.getValue());
      }
    }
    if ("uri".equals(schema.path("format").textValue())) {
      strict.remove("format");
    }
    if (schema.has("items")) {
      strict.set("items", of(schema.get("items")));
    }
    if (schema.has("properties")) {
      addProperties(schema.get("properties"), strict);
      if ("ice-server".equals(schema.path("format").textValue())) {
        strict.remove("required");
      }
    }
    return strict;
  }

  private ObjectNode ofReference(String reference) {
    if (open.contains(reference)) {
      throw new IllegalArgumentException(reference + " contains itself, which is not foreseen");
    }
    JsonNode target = document.at(reference.substring(1));
    if (target.isMissingNode()) {
      throw new IllegalArgumentException("the document has no " + reference);
    }
    open.push(reference);
    ObjectNode strict = of(target);
    open.pop();
    if (strict.has("enum")) {
      ArrayNode words = strict.get("enum").deepCopy();
      words.addNull();
      strict.set("enum", words);
      strict.put("nullable", true);
    }
    if (reference.endsWith("/api.v2010.account.call.call_recording")) {
      ((ObjectNode) strict.at("/properties/price")).remove("type");
    }
    return strict;
  }

  private void addProperties(JsonNode properties, ObjectNode strict) {
    ObjectNode inside = strict.putObject("properties");
    ArrayNode required = strict.putArray("required");
    for (var field : properties.properties()) {
      ObjectNode property = of(field.getValue());
      if (MAY_BE_EMPTY.contains(field.getKey()) && property.has("pattern")) {
        property.put("pattern", "^$|" + property.get("pattern").textValue());
        property.remove("minLength");
      }
      inside.set(field.getKey(), property);
      required.add(field.getKey());
    }
    strict.put("additionalProperties", false);
  }
}
