package dev.partyline.telephony;

import java.util.ArrayList;
import java.util.List;

/** Who may coach whom, and whose target is gone (PART-59 to PART-68). */
final class Coaching {

  private Coaching() {}

  /**
   * Refuses a target that cannot be coached (PART-62, PART-68).
   *
   * @param room where the coach is or is going; null when it does not exist yet
   * @param coach call SID of the coach; null while there is none
   * @param target call SID of the one to be coached; null when none was given
   * @throws Refusal 16002 for no target and for oneself, 16028 for somebody who is not connected
   *     there, 16027 for somebody on hold, 16000 before the conference has started
   */
  static void require(Conference room, String coach, String target) {
    if (target == null) {
      throw new Refusal(400, 16002, "Coaching needs CallSidToCoach");
    }
    if (target.equals(coach)) {
      throw new Refusal(400, 16002, "Participant " + coach + " cannot coach itself");
    }
    Participant found = room == null ? null : room.bySid(target);
    if (found == null || !found.connected()) {
      throw new Refusal(
          400,
          16028,
          "Call "
              + target
              + " to be coached is not connected to "
              + (room == null ? "the conference" : "conference " + room.sid()));
    }
    if (found.hold()) {
      throw new Refusal(400, 16027, "Call " + target + " to be coached is on hold");
    }
    if (room.status() != Conference.Status.IN_PROGRESS) {
      throw new Refusal(
          400, 16000, "Whisper is not available: conference " + room.sid() + " is not in progress");
    }
  }

  /** Connected coaches whose target is not connected there (PART-65), in the order of joining. */
  static List<Participant> orphans(Conference room) {
    List<Participant> found = new ArrayList<>(0);
    for (Participant participant : room.participants()) {
      if (participant.connected() && participant.coaching() && isOrphan(participant)) {
        found.add(participant);
      }
    }
    return found;
  }

  private static boolean isOrphan(Participant coach) {
    Participant target = coach.conference().bySid(coach.coaches());
    return target == null || !target.connected();
  }
}
