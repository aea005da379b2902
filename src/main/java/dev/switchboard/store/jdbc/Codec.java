package dev.switchboard.store.jdbc;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Conversation;

/** Records to JSON and back, by their components alone. */
final class Codec {

  /**
   * The format written. To be raised whenever a version before could not read, or would
   * misunderstand, what this one writes.
   */
  static final int FORMAT = 3;

  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .annotationIntrospector(
              AnnotationIntrospectorPair.create(
                  new SealedTypes(), new JacksonAnnotationIntrospector()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .build();

  String write(Conversation conversation) {
    return write(Conversation.class, conversation);
  }

  String write(Command command) {
    return write(Command.class, command);
  }

  private String write(Class<?> type, Object value) {
    try {
      return json.writerFor(type).writeValueAsString(value);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException(type.getSimpleName() + " cannot be written: " + value, bug);
    }
  }

  Conversation conversation(String id, int format, String body) {
    return read("Conversation " + id, Conversation.class, format, body);
  }

  Command command(String id, int format, String body) {
    return read("A command of conversation " + id, Command.class, format, body);
  }

  private <T> T read(String what, Class<T> type, int format, String body) {
    if (format != FORMAT) {
      throw new UnreadableRecord(
          what
              + " is in format "
              + format
              + ", and this version of Switchboard reads format "
              + FORMAT
              + ". Run the version that wrote it, or let it end its conversations first.",
          null);
    }
    try {
      return json.readValue(body, type);
    } catch (JsonProcessingException broken) {
      throw new UnreadableRecord(what + " cannot be read: " + broken.getOriginalMessage(), broken);
    }
  }
}
