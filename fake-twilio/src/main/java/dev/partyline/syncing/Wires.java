package dev.partyline.syncing;

import dev.partyline.fault.Faults;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knobs;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Chance;
import dev.partyline.sim.Span;
import dev.partyline.token.AccessToken;
import dev.partyline.webhook.Dispatch;
import java.time.Instant;

/** What Sync needs of the platform round it. */
public interface Wires {

  /** Settings of the platform. */
  Knobs knobs();

  /** Simulated milliseconds. */
  long now();

  /** The instant of a simulated time. */
  Instant instant(long ms);

  /** Settles free choices. */
  Chance chance();

  /** Faults put in on purpose. */
  Faults faults();

  /** Does something later, under a stable name. */
  Cancellable in(String name, Span delay, Runnable action);

  /** Adds to the journal. */
  void note(Happening what);

  /** Sends a request to the application. */
  void send(Dispatch dispatch);

  /** From something that happened to its webhook. */
  Span toCallback();

  /**
   * Reads a token that a page shows.
   *
   * @throws dev.partyline.token.BadToken when it is refused
   */
  AccessToken verify(String token);

  /** Seconds since 1970 by the clock that tokens are judged by. */
  long tokenSeconds();

  /** The account that pages belong to which say nothing else. */
  String mainAccount();
}
