package dev.partyline.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.rest.SnakeCase;
import dev.partyline.taskrouter.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is to be done with a reservation, as an assignment callback's answer or REST says it
 * (TR-INSTR-11, TR-INSTR-12).
 *
 * @param word accept, reject, dequeue, call, conference, redirect or supervise
 * @param fields by snake-case name; lists joined by commas
 * @param warnings what was passed over, for the log
 */
record Instruction(String word, Map<String, String> fields, List<String> warnings) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Set<String> CALL_EVENTS =
      Set.of("initiated", "ringing", "answered", "completed");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ ,]+");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,4}");

  /** Fields of each instruction, in snake case. */
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "accept", Set.of(),
          "reject", Set.of("activity_sid"),
          "dequeue",
              Set.of(
                  "to",
                  "from",
                  "post_work_activity_sid",
                  "record",
                  "timeout",
                  "status_callback_url",
                  "status_callback_events"),
          "call", Set.of("to", "from", "url", "accept", "record", "timeout", "status_callback_url"),
          "redirect", Set.of("call_sid", "url", "accept"),
          "conference",
              Set.of(
                  "to",
                  "from",
                  "timeout",
                  "status_callback",
                  "status_callback_method",
                  "status_callback_event",
                  "record",
                  "muted",
                  "beep",
                  "start_conference_on_enter",
                  "end_conference_on_exit",
                  "end_conference_on_customer_exit",
                  "beep_on_customer_entrance",
                  "wait_url",
                  "wait_method",
                  "early_media",
                  "max_participants",
                  "conference_status_callback",
                  "conference_status_callback_method",
                  "conference_status_callback_event",
                  "conference_record",
                  "conference_trim",
                  "recording_channels",
                  "recording_status_callback",
                  "recording_status_callback_method",
                  "conference_recording_status_callback",
                  "conference_recording_status_callback_method",
                  "region",
                  "jitter_buffer_size",
                  "sip_auth_username",
                  "sip_auth_password",
                  "post_work_activity_sid"),
          "supervise", Set.of("supervisor", "supervisor_mode"));

  /**
   * Reads the answer of an assignment callback.
   *
   * @return null when it says that nothing is to be done now (TR-INSTR-06)
   * @throws BadAnswer with the platform's code (TR-INSTR-07)
   */
  static Instruction ofAnswer(String body, Knobs knobs) throws BadAnswer {
    if (body == null || body.isBlank()) {
      return null;
    }
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (JsonProcessingException malformed) {
      throw new BadAnswer(
          40001, "the answer is no JSON: " + malformed.getOriginalMessage() + ": " + cut(body));
    }
    if (!json.isObject()) {
      throw new BadAnswer(40001, "the answer is no JSON object: " + cut(body));
    }
    if (json.isEmpty()) {
      return null;
    }
    String word = json.path("instruction").asText("");
    if (word.isEmpty()) {
      throw new BadAnswer(40005, "the answer has no 'instruction': " + cut(body));
    }
    Set<String> known = FIELDS.get(word);
    if (known == null || word.equals("supervise")) {
      throw new BadAnswer(55555, "unknown instruction '" + word + "'");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    boolean camel = knobs.is(Knob.TR_CAMEL_CASE_KEYS, "accept");
    json.fields()
        .forEachRemaining(
            one -> {
              String name = one.getKey();
              if (name.equals("instruction")) {
                return;
              }
              String key = known.contains(name) ? name : camel ? SnakeCase.ofKey(name) : name;
              boolean loose =
                  key.equals("conference_record")
                      && one.getValue().isBoolean()
                      && knobs.is(Knob.TR_RECORD_BOOLEAN, "ignore");
              if (!known.contains(key)) {
                warnings.add("key '" + name + "' means nothing to '" + word + "'" + hint(name));
              } else if (loose) {
                warnings.add("conference_record must be text such as record-from-start");
              } else if (!one.getValue().isNull()) {
                fields.put(key, text(one.getValue()));
              }
            });
    return new Instruction(word, fields, warnings);
  }

  private static String hint(String name) {
    String snake = SnakeCase.ofKey(name);
    return snake.equals(name) ? "" : "; keys are in snake case: '" + snake + "'";
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> all = new ArrayList<>();
    value.forEach(one -> all.add(one.asText()));
    return String.join(",", all);
  }

  /**
   * What REST says of a reservation.
   *
   * @param parameters those of the request, several values joined by a comma
   * @throws Refused for a word that is no instruction
   */
  static Instruction ofRest(String word, Map<String, String> parameters, Knobs knobs) {
    String wanted = word.toLowerCase(Locale.ROOT);
    Set<String> known = FIELDS.get(wanted);
    if (known == null) {
      throw new Refused(400, 20001, "Instruction '" + word + "' is not valid");
    }
    String prefix =
        switch (wanted) {
          case "dequeue" -> "Dequeue";
          case "call" -> "Call";
          case "redirect" -> "Redirect";
          default -> "";
        };
    Map<String, String> fields = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          String bare = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
          String key = SnakeCase.ofKey(bare);
          if (wanted.equals("reject") && name.equals("WorkerActivitySid")) {
            key = "activity_sid";
          } else if (wanted.equals("dequeue") && key.equals("status_callback_event")) {
            key = "status_callback_events";
          }
          if (known.contains(key) && !value.isEmpty()) {
            fields.put(key, value);
          }
        });
    return new Instruction(wanted, fields, List.of());
  }

  private static String cut(String body) {
    return body.length() > 60 ? body.substring(0, 60) + "…" : body;
  }

  /** A field; null when it is absent. */
  String get(String name) {
    return fields.get(name);
  }

  String get(String name, String standard) {
    return fields.getOrDefault(name, standard);
  }

  boolean flag(String name, boolean standard) {
    String value = fields.get(name);
    return value == null ? standard : value.equalsIgnoreCase("true") || value.equals("1");
  }

  /** The words of a list, which are joined by commas or spaces. */
  String[] words(String name, String standard) {
    return BETWEEN_WORDS.split(get(name, standard));
  }

  /** Events of a call's status callback that are none are 40134 for dequeue. */
  List<String> events(String name, String standard, int code) {
    List<String> events = new ArrayList<>();
    for (String one : words(name, standard)) {
      if (!CALL_EVENTS.contains(one)) {
        throw new Refused(400, code, name + ": '" + one + "' is no event of a call");
      }
      events.add(one);
    }
    return events;
  }

  /** How long the worker's phone rings, in seconds. */
  int timeout(int code) {
    String value = fields.getOrDefault("timeout", "60");
    if (!SECONDS.matcher(value).matches()
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > 999) {
      throw new Refused(400, code, "timeout '" + value + "' is no whole number from 1 to 999");
    }
    return Integer.parseInt(value);
  }
}
