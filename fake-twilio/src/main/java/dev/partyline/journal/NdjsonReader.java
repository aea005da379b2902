package dev.partyline.journal;

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

/** Reads back what {@link NdjsonWriter} wrote, so that a stored run can be judged or drawn again. */
public final class NdjsonReader {

  private static final ObjectMapper JSON = new ObjectMapper();

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
    } catch (IOException e) {
      throw bad(number, "is not JSON: " + e.getMessage());
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
      values[i] = convert(value, fields.get(i).type());
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
    journal.add(node.path("at").asLong(), what);
  }

  private static Object convert(JsonNode value, Class<?> type) {
    if (type == long.class) {
      return value.asLong();
    }
    if (type == int.class) {
      return value.asInt();
    }
    if (type == boolean.class) {
      return value.asBoolean();
    }
    if (value.isNull()) {
      return null;
    }
    if (type == List.class) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(item.asText()));
      return items;
    }
    if (type == Map.class) {
      Map<String, String> pairs = new LinkedHashMap<>();
      value
          .fields()
          .forEachRemaining(
              pair ->
                  pairs.put(
                      pair.getKey(), pair.getValue().isNull() ? null : pair.getValue().asText()));
      return pairs;
    }
    return value.asText();
  }

  private static IllegalArgumentException bad(int line, String what) {
    return new IllegalArgumentException("journal line " + line + " " + what);
  }
}
