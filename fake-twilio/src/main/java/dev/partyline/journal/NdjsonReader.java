package dev.partyline.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads back what {@link NdjsonWriter} wrote, so that a stored run can be judged or drawn again.
 */
public final class NdjsonReader {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private NdjsonReader() {}

  /**
   * Reads a journal; the stream is left open.
   *
   * @throws IllegalArgumentException for a line that is no entry of this schema: the message names
   *     the line, what was found and what was expected
   */
  public static Journal read(InputStream in) {
    Journal journal = new Journal();
    try {
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        entry(journal, line, number);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the journal", e);
    }
    return journal;
  }

  private static void entry(Journal journal, String line, int number) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw bad(number, "is not one JSON object: " + e.getOriginalMessage());
    }
    HappeningType type = HappeningType.named(node.path("type").asText());
    if (type == null) {
      throw bad(
          number,
          "has type '" + node.path("type").asText() + "'; known are " + HappeningType.words());
    }
    List<HappeningType.Field> fields = type.fields();
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode value = node.get(fields.get(i).name());
      if (value == null) {
        throw bad(number, "lacks '" + fields.get(i).name() + "' of " + type.word());
      }
      values[i] = convert(value, fields.get(i), number);
    }
    Happening what = type.make(values);
    if (what instanceof Happening.RunBegan began && began.schema() != Happening.SCHEMA) {
      throw bad(
          number,
          "has schema "
              + began.schema()
              + ", this program reads "
              + Happening.SCHEMA
              + ": run the seed again to write a new journal");
    }
    place(journal, node, what, number);
  }

  private static void place(Journal journal, JsonNode node, Happening what, int number) {
    long expected = journal.entries().size();
    long seq = wholeNumber(node.path("seq"), "seq", number);
    if (seq != expected) {
      throw bad(
          number,
          "has seq " + seq + " where " + expected + " is due: a line is missing or out of order");
    }
    long at = wholeNumber(node.path("at"), "at", number);
    try {
      journal.add(at, what);
    } catch (IllegalArgumentException e) {
      throw bad(number, "goes back in time: " + e.getMessage());
    }
  }

  private static Object convert(JsonNode value, HappeningType.Field field, int number) {
    Class<?> type = field.type();
    if (type == long.class) {
      return wholeNumber(value, field.name(), number);
    }
    if (type == int.class) {
      if (!value.canConvertToInt()) {
        throw wrong(number, field.name(), value, "a whole number");
      }
      return (int) wholeNumber(value, field.name(), number);
    }
    if (type == boolean.class) {
      if (!value.isBoolean()) {
        throw wrong(number, field.name(), value, "true or false");
      }
      return value.booleanValue();
    }
    if (value.isNull()) {
      return null;
    }
    if (type == List.class) {
      return texts(value, field.name(), number);
    }
    if (type == Map.class) {
      return pairs(value, field.name(), number);
    }
    return text(value, field.name(), number);
  }

  private static long wholeNumber(JsonNode value, String name, int number) {
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(number, name, value, "a whole number");
    }
    return value.longValue();
  }

  private static String text(JsonNode value, String name, int number) {
    if (value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrong(number, name, value, "a text");
    }
    return value.textValue();
  }

  private static List<String> texts(JsonNode value, String name, int number) {
    if (!value.isArray()) {
      throw wrong(number, name, value, "a list of texts");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      texts.add(text(item, name, number));
    }
    return texts;
  }

  private static Map<String, String> pairs(JsonNode value, String name, int number) {
    if (!value.isObject()) {
      throw wrong(number, name, value, "an object of texts");
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> pair : value.properties()) {
      pairs.put(pair.getKey(), text(pair.getValue(), name, number));
    }
    return pairs;
  }

  private static IllegalArgumentException wrong(
      int line, String name, JsonNode found, String expected) {
    String value = found.isMissingNode() ? "nothing" : found.toString();
    return bad(line, "has " + value + " for '" + name + "' where " + expected + " is due");
  }

  private static IllegalArgumentException bad(int line, String what) {
    return new IllegalArgumentException("journal line " + line + " " + what);
  }
}
