package dev.partyline.journal;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes a journal as NDJSON: one object a line, UTF-8, lines end in a single line feed.
 *
 * <p>Every object has {@code seq}, {@code at} (milliseconds), {@code type} (the record's name in
 * lower case with hyphens) and then the record's components in their declared order. Null is
 * written, nothing is left out. Half of a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
 */
public final class NdjsonWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private static final SerializableString SEQ = new SerializedString("seq");
  private static final SerializableString AT = new SerializedString("at");
  private static final SerializableString TYPE = new SerializedString("type");

  private final JsonGenerator json;
  private final KnownTexts known;
  private char[] letters = new char[256];

  private NdjsonWriter(JsonGenerator json, KnownTexts known) {
    this.json = json;
    this.known = known;
  }

  /** One entry as one line, without a line feed. */
  public static String line(Entry entry) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      new NdjsonWriter(json, KnownTexts.NONE).entry(entry);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a journal entry", e);
    }
    return text.toString();
  }

  /** Writes all entries; the stream is flushed and left open. */
  public static void write(Journal journal, OutputStream out) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setRootValueSeparator(null);
      NdjsonWriter writer = new NdjsonWriter(json, KnownTexts.some());
      for (Entry entry : journal.entries()) {
        writer.entry(entry);
        json.writeRaw('\n');
      }
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the journal", e);
    }
  }

  /**
   * A fingerprint of the bytes that {@link #write} makes: XXH3 of 128 bits in lower-case
   * hexadecimal, as {@code xxhsum -H128} prints it for a file of them. It tells runs apart; it
   * guards against nobody.
   */
  public static String hash(Journal journal) {
    HashStream128 all = Hashing.xxh3_128().hashStream();
    write(
        journal,
        new OutputStream() {
          @Override
          public void write(int one) {
            all.putByte((byte) one);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            all.putBytes(bytes, offset, length);
          }
        });
    HashValue128 value = all.get();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(value.getMostSignificantBits())
        + hex.toHexDigits(value.getLeastSignificantBits());
  }

  private void entry(Entry entry) throws IOException {
    HappeningType type = HappeningType.of(entry.what());
    json.writeStartObject();
    json.writeFieldName(SEQ);
    json.writeNumber(entry.seq());
    json.writeFieldName(AT);
    json.writeNumber(entry.at());
    json.writeFieldName(TYPE);
    json.writeString(type.quoted());
    for (HappeningType.Field field : type.fields()) {
      json.writeFieldName(field.key());
      value(field.of(entry.what()));
    }
    json.writeEndObject();
  }

  private void value(Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        value(item);
      }
      json.writeEndArray();
    } else if (value instanceof Pairs pairs) {
      json.writeStartObject();
      for (int i = 0; i < pairs.size(); i++) {
        key(pairs.key(i));
        value(pairs.value(i));
      }
      json.writeEndObject();
    } else {
      throw new IllegalStateException("a journal record may not hold a " + value.getClass());
    }
  }

  private void text(String text) throws IOException {
    SerializableString same = known.find(text);
    if (same != null) {
      json.writeString(same);
    } else {
      json.writeString(wellFormed(text), 0, text.length());
    }
  }

  private void key(String text) throws IOException {
    SerializableString same = known.find(text);
    if (same != null) {
      json.writeFieldName(same);
    } else {
      json.writeFieldName(new String(wellFormed(text), 0, text.length()));
    }
  }

  /** The characters, with U+FFFD for each surrogate that has no partner. */
  private char[] wellFormed(String text) {
    int length = text.length();
    if (length > letters.length) {
      letters = new char[2 * length];
    }
    char[] chars = letters;
    text.getChars(0, length, chars, 0);
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        continue;
      }
      if (c < Character.MIN_LOW_SURROGATE
          && i + 1 < length
          && Character.isLowSurrogate(chars[i + 1])) {
        i++;
      } else {
        chars[i] = '\uFFFD';
      }
    }
    return chars;
  }
}
