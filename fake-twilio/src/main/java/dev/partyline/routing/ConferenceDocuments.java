package dev.partyline.routing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The documents that legs of an instruction run, and what is told of their conference. */
final class ConferenceDocuments {

  /** Attribute of the Conference noun to field of the instruction, for the worker's leg. */
  private static final Map<String, String> WORKER =
      new java.util.TreeMap<>(
          Map.ofEntries(
              Map.entry("muted", "muted"),
              Map.entry("beep", "beep"),
              Map.entry("startConferenceOnEnter", "start_conference_on_enter"),
              Map.entry("endConferenceOnExit", "end_conference_on_exit"),
              Map.entry("waitUrl", "wait_url"),
              Map.entry("waitMethod", "wait_method"),
              Map.entry("maxParticipants", "max_participants"),
              Map.entry("statusCallback", "conference_status_callback"),
              Map.entry("statusCallbackMethod", "conference_status_callback_method"),
              Map.entry("record", "conference_record"),
              Map.entry("trim", "conference_trim"),
              Map.entry("recordingStatusCallback", "conference_recording_status_callback"),
              Map.entry(
                  "recordingStatusCallbackMethod", "conference_recording_status_callback_method"),
              Map.entry("region", "region"),
              Map.entry("jitterBufferSize", "jitter_buffer_size")));

  private ConferenceDocuments() {}

  /** TR-INSTR-31: the worker goes into the conference named after the task. */
  static String worker(String name, Instruction instruction) {
    StringBuilder noun = new StringBuilder();
    WORKER.forEach(
        (attribute, field) -> {
          String value = instruction.get(field);
          if (value != null) {
            add(noun, attribute, attribute.equals("record") ? record(value) : value);
          }
        });
    if (instruction.get("conference_status_callback") != null) {
      add(noun, "statusCallbackEvent", events(instruction));
    }
    return dial("<Conference" + noun + ">" + name + "</Conference>");
  }

  /** Words for the noun; "modify" cannot be asked for here (TR-INSTR-32). */
  private static String events(Instruction instruction) {
    return Arrays.stream(instruction.words("conference_status_callback_event", "start end"))
        .filter(word -> !word.equals("modify"))
        .collect(Collectors.joining(" "));
  }

  /** The customer's side: only what the table names for it. */
  static String customer(String name, Instruction instruction) {
    StringBuilder noun = new StringBuilder();
    add(
        noun,
        "endConferenceOnExit",
        Boolean.toString(instruction.flag("end_conference_on_customer_exit", false)));
    add(noun, "beep", Boolean.toString(instruction.flag("beep_on_customer_entrance", true)));
    return dial("<Conference" + noun + ">" + name + "</Conference>");
  }

  /** TR-INSTR-61. */
  static String supervisor(String name, String mode, String workerCall) {
    StringBuilder noun = new StringBuilder();
    add(noun, "endConferenceOnExit", "false");
    add(noun, "startConferenceOnEnter", "false");
    add(noun, "beep", "false");
    if (mode.equals("monitor")) {
      add(noun, "muted", "true");
    } else if (mode.equals("whisper")) {
      add(noun, "coach", workerCall);
    }
    return dial("<Conference" + noun + ">" + name + "</Conference>");
  }

  /** What callbacks of the conference carry beside the usual (TR-INSTR-43). */
  static Map<String, String> extras(AgentLeg leg) {
    Instruction instruction = leg.instruction;
    Map<String, String> extras = new LinkedHashMap<>();
    extras.put("TaskSid", leg.reservation.task().sid());
    extras.put("ReservationSid", leg.reservation.sid());
    extras.put("WorkspaceSid", leg.workspace.sid());
    String caller = leg.reservation.task().attributes().get("call_sid");
    if (caller != null) {
      extras.put("CustomerCallSid", caller);
    }
    extras.put(
        "EndConferenceOnCustomerExit",
        Boolean.toString(instruction.flag("end_conference_on_customer_exit", false)));
    extras.put(
        "BeepOnCustomerEntrance",
        Boolean.toString(instruction.flag("beep_on_customer_entrance", true)));
    extras.put(
        "StatusCallbackEvents", instruction.get("conference_status_callback_event", "start,end"));
    extras.put("StatusCallback", instruction.get("conference_status_callback", ""));
    return extras;
  }

  /** TR-ENQ-15. */
  static String queue(String reservationSid) {
    return dial("<Queue reservationSid=\"" + reservationSid + "\"/>");
  }

  private static String record(String value) {
    return switch (value) {
      case "true" -> "record-from-start";
      case "false" -> "do-not-record";
      default -> value;
    };
  }

  private static String dial(String noun) {
    return "<Response><Dial>" + noun + "</Dial></Response>";
  }

  private static void add(StringBuilder noun, String name, String value) {
    noun.append(' ')
        .append(name)
        .append("=\"")
        .append(value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"))
        .append('"');
  }
}
