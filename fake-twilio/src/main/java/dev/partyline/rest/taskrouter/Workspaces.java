package dev.partyline.rest.taskrouter;

import dev.partyline.knob.Knobs;
import dev.partyline.taskrouter.Effect;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The workspaces behind the API. */
public interface Workspaces {

  /** A command to one workspace. */
  interface Command {

    /**
     * Gives it.
     *
     * @param effects what it led to, appended in order
     */
    void give(Workspace workspace, long now, List<Effect> effects);
  }

  /** Those of an account, oldest first. */
  List<Workspace> all(String accountSid);

  /** By SID; null when the account has none such. */
  Workspace get(String accountSid, String sid);

  /** Makes one. */
  Workspace create(String accountSid, Workspace.Settings settings, boolean fifo);

  /** Deletes one with all that is in it; running calls are untouched (TR-WS-18). */
  void remove(Workspace workspace);

  /**
   * Gives a command and carries out what it leads to.
   *
   * @throws dev.partyline.taskrouter.Refused what the platform refuses
   */
  void give(Workspace workspace, Command command);

  /**
   * Has an instruction carried out (TR-INSTR-12).
   *
   * @param word as sent
   * @param parameters of the request, several values joined by a comma
   * @throws dev.partyline.taskrouter.Refused what the platform refuses
   */
  void instruct(
      Workspace workspace, Reservation reservation, String word, Map<String, String> parameters);

  /** Settings of the platform. */
  Knobs knobs();

  /** Simulated milliseconds. */
  long now();

  /** The instant of a simulated time. */
  Instant instant(long ms);
}
