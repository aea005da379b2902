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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records to JSON and back, by their components alone.
 *
 * <p>Pages and webhooks read all open conversations again and again, and of those most are as they
 * were: what was read last of each is kept beside its text, and serves for as long as the text is
 * the same. For use by several threads.
 */
final class Codec {

  /** Conversations whose last text is kept beside what it means; some 10 kB each. */
  private static final int MOST_KEPT = 2_000;

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

  private final Map<String, Meaning> lastRead =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Meaning> eldest) {
              return size() > MOST_KEPT;
            }
          });

  /** What a text means. */
  private record Meaning(String body, Conversation conversation) {}

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
    Meaning last = lastRead.get(id);
    if (last != null && format == FORMAT && last.body().equals(body)) {
      return last.conversation();
    }
    Conversation read = read("Conversation " + id, Conversation.class, format, body);
    lastRead.put(id, new Meaning(body, read));
    return read;
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
