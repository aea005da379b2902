package dev.partyline.taskrouter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The attributes of a task or a worker: a JSON object, kept as the compact text that the platform
 * gives back and as what expressions look at. Immutable.
 */
public final class Attributes {

  /** The longest text, in characters, white space counted (TR-WS-10). */
  public static final int LONGEST = 4096;

  /** An empty object. */
  public static final Attributes NONE = new Attributes("{}", mapper().createObjectNode());

  private final String text;
  private final JsonNode json;

  private Attributes(String text, JsonNode json) {
    this.text = text;
    this.json = json;
  }

  private static ObjectMapper mapper() {
    return Mapper.JSON;
  }

  private static final class Mapper {
    static final ObjectMapper JSON =
        new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  /**
   * Reads attributes as sent.
   *
   * @param text JSON; null or empty is an empty object
   * @param lenient whether a text that is no JSON object is kept and matches nothing (TR-WF-47)
   * @throws Refused for a text that is too long, or no JSON object unless lenient
   */
  public static Attributes parse(String text, boolean lenient) {
    if (text == null || text.isEmpty()) {
      return NONE;
    }
    if (text.length() > LONGEST) {
      throw Refused.bad(
          "Attributes are " + text.length() + " characters long; the most is " + LONGEST);
    }
    try {
      JsonNode json = mapper().readTree(text);
      if (json != null && json.isObject()) {
        return new Attributes(mapper().writeValueAsString(json), json);
      }
    } catch (JsonProcessingException malformed) {
      if (!lenient) {
        throw Refused.bad("Attributes are not valid JSON: " + malformed.getOriginalMessage());
      }
    }
    if (!lenient) {
      throw Refused.bad("Attributes must be a JSON object");
    }
    return new Attributes(text, mapper().createObjectNode());
  }

  /** The same with one member set, as the platform itself writes (TR-TASK-21). */
  public Attributes with(String name, JsonNode value) {
    ObjectNode changed = ((ObjectNode) json).deepCopy();
    changed.set(name, value);
    return of(changed);
  }

  /** The same with one text set. */
  public Attributes with(String name, String value) {
    return with(name, mapper().getNodeFactory().textNode(value));
  }

  /** Attributes of this object, which must not change afterwards. */
  public static Attributes of(ObjectNode object) {
    try {
      return new Attributes(mapper().writeValueAsString(object), object);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Compact JSON. */
  public String text() {
    return text;
  }

  /** What expressions look at; must not be changed. */
  public JsonNode json() {
    return json;
  }

  /** A member that is text; null when it is absent or no text. */
  public String get(String name) {
    JsonNode value = json.path(name);
    return value.isTextual() ? value.textValue() : null;
  }
}
