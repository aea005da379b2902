package dev.partyline.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON with its fields in the order in which they are written. */
final class JsonText {

  private static final JsonFactory JSON = new JsonFactory();

  private interface Step {
    void write(JsonGenerator generator) throws IOException;
  }

  private final StringWriter text = new StringWriter(512);
  private final JsonGenerator generator;

  JsonText() {
    try {
      generator = JSON.createGenerator(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void begin() {
    run(JsonGenerator::writeStartObject);
  }

  void begin(String name) {
    run(json -> json.writeObjectFieldStart(name));
  }

  void beginList(String name) {
    run(json -> json.writeArrayFieldStart(name));
  }

  void endList() {
    run(JsonGenerator::writeEndArray);
  }

  void end() {
    run(JsonGenerator::writeEndObject);
  }

  /** A string, or null. */
  void text(String name, String value) {
    run(
        json -> {
          if (value == null) {
            json.writeNullField(name);
          } else {
            json.writeStringField(name, value);
          }
        });
  }

  void number(String name, long value) {
    run(json -> json.writeNumberField(name, value));
  }

  void flag(String name, boolean value) {
    run(json -> json.writeBooleanField(name, value));
  }

  private void run(Step step) {
    try {
      step.write(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    run(JsonGenerator::flush);
    return text.toString();
  }
}
