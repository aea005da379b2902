package dev.partyline.routing;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knobs;
import dev.partyline.rest.Backend.Outgoing;
import dev.partyline.rest.Backend.Script;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Chance;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Subscription;
import dev.partyline.webhook.Dispatch;
import java.time.Instant;
import java.util.Map;

/** What the desk needs of the platform round it: time, chance, legs and webhooks. */
public interface Lines {

  /** Settings of the platform. */
  Knobs knobs();

  /** Simulated milliseconds. */
  long now();

  /** The instant of a simulated time. */
  Instant instant(long ms);

  /** Settles free choices. */
  Chance chance();

  /** Does something later, under a stable name. */
  Cancellable in(String name, Span delay, Runnable action);

  /** Adds to the journal. */
  void note(Happening what);

  /** Sends a request to the application. */
  void send(Dispatch dispatch);

  /** How late the timer of a reservation may be, in milliseconds. */
  long timerSlackMs();

  /** From something that happened to its webhook. */
  Span toCallback();

  /** A leg by its SID; null when there is none. */
  Call call(String sid);

  /** The parameters of every webhook about a leg (CB-23). */
  Map<String, String> parameters(Call call);

  /**
   * Dials a leg for an account, which runs a document when it is answered.
   *
   * @param about the caller's leg whom it serves; null when there is none
   * @throws dev.partyline.telephony.Refusal when the number cannot be dialled
   */
  Call dial(String account, Call about, Outgoing what, Script script);

  /**
   * Records a leg from its answer on.
   *
   * @param channels 1 or 2
   * @param news who hears that it is complete; null when nobody does
   */
  void recordWhenAnswered(Call call, int channels, Subscription news);

  /** Whether an account may show this number: owned or verified. */
  boolean mayShow(String account, String number);

  /** Ends a leg whatever its state; does nothing when it is over. */
  void end(Call call);

  /** Gives a live leg another document. */
  void redirect(Call call, Script script);

  /**
   * Takes a caller out of its queue into a document; what follows it is the queue's action.
   *
   * @return false when the caller waits in no queue any more
   */
  boolean takeOut(Call caller, String twiml);
}
