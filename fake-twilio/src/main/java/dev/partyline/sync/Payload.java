package dev.partyline.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;

/**
 * The data of a document, an item or a message (SYNC-SVC-07).
 *
 * @param json compact, as the platform gives it back
 * @param bytes how long it was as sent, in UTF-8
 */
public record Payload(String json, int bytes) {

  /** The most bytes of a document or an item. */
  public static final int MOST = 16 * 1024;

  /** The most bytes of a message. */
  public static final int MOST_OF_MESSAGE = 4 * 1024;

  /** What a document holds that was made without data (SYNC-DOC-01). */
  public static final Payload EMPTY = new Payload("{}", 2);

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /**
   * Reads data as sent.
   *
   * @param most bytes
   * @throws Refused 413 with 54006 when it is too long, 400 with 54101 when it is null, 400 with
   *     54008 when it is no JSON
   */
  public static Payload parse(String text, int most) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > most) {
      throw new Refused(413, 54006, "Request entity too large");
    }
    JsonNode read;
    try {
      read = JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      read = null;
    }
    if (read == null || read.isMissingNode()) {
      throw new Refused(
          400, 54008, "Invalid request body: the type of one of the attributes is invalid");
    }
    if (read.isNull()) {
      throw new Refused(400, 54101, "Data must not be null");
    }
    try {
      return new Payload(JSON.writeValueAsString(read), bytes);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
