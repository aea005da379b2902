package dev.partyline.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON with its fields in the order in which they are written. */
public final class JsonText {

  private static final JsonFactory JSON = new JsonFactory();

  private interface Step {
    void write(JsonGenerator generator) throws IOException;
  }

  private final StringWriter text = new StringWriter(512);
  private final JsonGenerator generator;

  public JsonText() {
    try {
      generator = JSON.createGenerator(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void begin() {
    run(JsonGenerator::writeStartObject);
  }

  public void begin(String name) {
    run(json -> json.writeObjectFieldStart(name));
  }

  public void beginList(String name) {
    run(json -> json.writeArrayFieldStart(name));
  }

  public void endList() {
    run(JsonGenerator::writeEndArray);
  }

  public void end() {
    run(JsonGenerator::writeEndObject);
  }

  /** A string, or null. */
  public void text(String name, String value) {
    run(
        json -> {
          if (value == null) {
            json.writeNullField(name);
          } else {
            json.writeStringField(name, value);
          }
        });
  }

  public void number(String name, long value) {
    run(json -> json.writeNumberField(name, value));
  }

  public void flag(String name, boolean value) {
    run(json -> json.writeBooleanField(name, value));
  }

  /** A whole value as JSON, in a list. */
  public void raw(String value) {
    run(json -> json.writeRawValue(value));
  }

  /** A field whose value is JSON already. */
  public void raw(String name, String value) {
    run(
        json -> {
          json.writeFieldName(name);
          json.writeRawValue(value);
        });
  }

  private void run(Step step) {
    try {
      step.write(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole text; nothing can be added after it. */
  @Override
  public String toString() {
    // closing gives the generator's buffers back for the next answer
    run(JsonGenerator::close);
    return text.toString();
  }
}
