package dev.partyline.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

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

  private NdjsonWriter() {}

  /** One entry as one line, without a line feed. */
  public static String line(Entry entry) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      line(json, entry);
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
      for (Entry entry : journal.entries()) {
        line(json, entry);
        json.writeRaw('\n');
      }
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the journal", e);
    }
  }

  /** SHA-256 of the bytes that {@link #write} makes, in lower-case hexadecimal. */
  public static String hash(Journal journal) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      write(journal, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void line(JsonGenerator json, Entry entry) throws IOException {
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
      value(json, field.of(entry.what()));
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof String text) {
      json.writeString(wellFormed(text));
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        value(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> pair : map.entrySet()) {
        json.writeFieldName(wellFormed((String) pair.getKey()));
        value(json, pair.getValue());
      }
      json.writeEndObject();
    } else {
      throw new IllegalStateException("a journal record may not hold a " + value.getClass());
    }
  }

  /** The text with U+FFFD for each surrogate that has no partner; the same text when all have. */
  private static String wellFormed(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return mended == null ? text : mended.toString();
  }
}
