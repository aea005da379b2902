package dev.partyline.routing;

import dev.partyline.taskrouter.Refused;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.Workspace;
import java.util.regex.Pattern;

/** What an instruction must say before anything is done. */
final class InstructionChecks {

  private static final Pattern ABSOLUTE_URL = Pattern.compile("(?i)https?://\\S+");

  private final Lines lines;
  private final AgentLegs legs;

  InstructionChecks(Lines lines, AgentLegs legs) {
    this.lines = lines;
    this.legs = legs;
  }

  static Refused bad(int code, String text) {
    return new Refused(400, code, text);
  }

  /** TR-WORKER-06. */
  static String to(Reservation reservation, Instruction instruction, int code) {
    String to = instruction.get("to");
    to = to != null ? to : reservation.worker().attributes().get("contact_uri");
    if (to == null || to.isBlank()) {
      throw bad(
          code,
          "worker "
              + reservation.worker().name()
              + " has no contact_uri and the instruction no 'to'");
    }
    return to;
  }

  /** TR-INSTR-17, TR-INSTR-33. */
  String from(
      Workspace workspace,
      Reservation reservation,
      Instruction instruction,
      int missing,
      int notOwned) {
    String given = instruction.get("from");
    if (given != null) {
      boolean number = given.startsWith("+");
      if (number && !lines.mayShow(workspace.accountSid(), given)) {
        throw bad(notOwned, "the account may not show " + given);
      }
      return given;
    }
    Task task = reservation.task();
    boolean inbound = "inbound".equals(task.attributes().get("direction"));
    String from = task.attributes().get(inbound ? "to" : "from");
    if (from == null || from.isBlank()) {
      throw bad(missing, "neither the instruction nor the task says who calls");
    }
    return from;
  }

  /** A post-work activity that is named must exist. */
  static void activity(Workspace workspace, Instruction instruction, int code) {
    String sid = instruction.get("post_work_activity_sid");
    if (sid != null && workspace.activity(sid) == null) {
      throw bad(code, "there is no activity " + sid);
    }
  }

  /** An absolute URL; null when the field is absent. */
  static String url(Instruction instruction, String name, int code) {
    String url = instruction.get(name);
    if (url != null && !ABSOLUTE_URL.matcher(url).matches()) {
      throw bad(code, name + " '" + url + "' is no absolute http or https URL");
    }
    return url;
  }

  /** An instruction needs an offer that is open and not taken on by another (TR-INSTR-13). */
  void requirePending(Reservation reservation, int code) {
    if (reservation.status() != Reservation.Status.PENDING) {
      throw bad(
          code,
          "Reservation "
              + reservation.sid()
              + " is not currently in a pending state: it is "
              + reservation.status().word());
    }
    if (legs.isBusy(reservation)) {
      throw bad(
          code,
          "Reservation "
              + reservation.sid()
              + " is not currently in a pending state: an instruction is being carried out");
    }
  }
}
