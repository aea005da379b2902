package dev.partyline.rest.sync;

import dev.partyline.knob.Knobs;
import dev.partyline.sync.Effect;
import dev.partyline.sync.SyncService;
import java.time.Instant;
import java.util.List;

/** The services behind the API. */
public interface SyncServices {

  /** A command to one service. */
  interface Command<T> {

    /**
     * Gives it.
     *
     * @param effects what it led to, appended in order
     */
    T give(SyncService service, long now, List<Effect> effects);
  }

  /** Those of an account, its default service first. */
  List<SyncService> all(String accountSid);

  /** By SID, or {@code default} for the account's own; null when the account has none such. */
  SyncService get(String accountSid, String sid);

  /** Makes one. */
  SyncService create(String accountSid, SyncService.Settings settings);

  /** Deletes one with all that is in it. */
  void remove(SyncService service);

  /**
   * Gives a command and carries out what it leads to.
   *
   * @throws dev.partyline.sync.Refused what the platform refuses
   */
  <T> T give(SyncService service, Command<T> command);

  /** Settings of the platform. */
  Knobs knobs();

  /** Simulated milliseconds. */
  long now();

  /** The instant of a simulated time. */
  Instant instant(long ms);
}
