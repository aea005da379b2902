package dev.switchboard.web;

import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the platform's webhooks: their words become events. */
final class Webhook {

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{5,14}");
  private static final Pattern CALL_SID = Pattern.compile("CA[0-9a-fA-F]{32}");

  private Webhook() {}

  /**
   * The call SID of this parameter; empty when it is none, which also keeps it out of documents.
   */
  static Optional<String> callSid(Incoming request, String param) {
    String sid = request.param(param);
    return CALL_SID.matcher(sid).matches() ? Optional.of(sid) : Optional.empty();
  }

  private static boolean isRungByUs(Incoming request) {
    return !request.param(Paths.DIAL).isEmpty();
  }

  /** Whose softphone calls; empty when it is none. */
  static String agentAddress(Incoming request) {
    String softphone = request.param(isRungByUs(request) ? "To" : "From");
    return softphone.startsWith("client:") ? softphone : "";
  }

  /** The number to dial; a plus sign that was sent unencoded arrives as a blank. */
  static Optional<String> number(Incoming request) {
    String to = request.param(isRungByUs(request) ? Paths.DIAL : "To");
    String number = to.startsWith(" ") ? "+" + to.substring(1) : to;
    return NUMBER.matcher(number).matches() ? Optional.of(number) : Optional.empty();
  }

  /** How the request's leg is; unknown words count as {@code otherwise}. */
  static LegStatus callStatus(Incoming request, LegStatus otherwise) {
    return LegStatus.named(request.param("CallStatus")).orElse(otherwise);
  }

  /** A conference event; empty when it is of no concern or does not say whose it is. */
  static Optional<Event> conferenceEvent(Incoming request) {
    String room = request.param("ConferenceSid");
    String leg = request.param("CallSid");
    String label = request.params().get("ParticipantLabel");
    if (room.isEmpty()) {
      return Optional.empty();
    }
    return switch (request.param("StatusCallbackEvent")) {
      case "participant-join" ->
          leg.isEmpty() ? Optional.empty() : Optional.of(new Event.Joined(room, leg, label));
      case "participant-leave" ->
          leg.isEmpty()
              ? Optional.empty()
              : Optional.of(new Event.Left(room, leg, label, leaverStatus(request)));
      case "conference-end" -> Optional.of(new Event.RoomEnded(room));
      default -> Optional.empty();
    };
  }

  private static LegStatus leaverStatus(Incoming request) {
    return LegStatus.named(request.param("ParticipantCallStatus")).orElse(null);
  }

  /** The status callback of a leg we dialled; empty when it does not say how the leg is. */
  static Optional<Event> dialledLegReported(Incoming request) {
    String guest = request.param(Paths.GUEST);
    return guest.isEmpty()
        ? legReported(request)
        : callSid(request, "CallSid")
            .flatMap(
                leg ->
                    LegStatus.named(request.param("CallStatus"))
                        .map(status -> new Event.GuestReported(guest, leg, status)));
  }

  /** Who answered; empty when it was a person, or is not known. */
  static Optional<Event> machineAnswered(Incoming request) {
    String who = request.param("AnsweredBy");
    return who.startsWith("machine") || who.equals("fax")
        ? callSid(request, "CallSid").map(Event.MachineAnswered::new)
        : Optional.empty();
  }

  /** A leg's status callback; empty when it does not say how the leg is, or whose it is. */
  static Optional<Event> legReported(Incoming request) {
    return callSid(request, "CallSid")
        .flatMap(
            leg ->
                LegStatus.named(request.param("CallStatus"))
                    .map(status -> new Event.LegReported(leg, status)));
  }
}
