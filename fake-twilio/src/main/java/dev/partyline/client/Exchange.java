package dev.partyline.client;

import dev.partyline.delay.Region;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knobs;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.token.AccessToken;
import java.util.Map;

/** What softphones need of the platform. */
public interface Exchange {

  /** Settings of the platform. */
  Knobs knobs();

  /** Does something later, under a stable name. */
  Cancellable in(String name, Span delay, Runnable action);

  /** A name that nothing else has: the base, numbered from the second one on. */
  String unique(String base);

  /** Adds to the journal. */
  void note(Happening what);

  /** Seconds since 1970, for tokens. */
  long seconds();

  /**
   * Reads and checks a token.
   *
   * @throws dev.partyline.token.BadToken when it is refused
   */
  AccessToken verify(String token);

  /** SID of the account a leg is of. */
  String accountOf(Call call);

  /** The application a softphone connects to that shows no token; null when there is none. */
  String standardApplication();

  /**
   * A softphone's leg arrives and runs an application (CLIENT-24).
   *
   * @throws IllegalArgumentException when there is no such application
   */
  Call arrives(String identity, String applicationSid, Map<String, String> parameters);

  /** A leg's softphone is near this edge. */
  void comesBy(Call call, Region edge);

  /** A leg rings at a softphone. */
  void rings(Call call);

  /** A softphone has taken a leg that rings. */
  void answers(Call call);

  /** No softphone will take the leg: declined by all, or out of reach. */
  void refuses(Call call, boolean declined);

  /** A leg has rung for long enough. */
  void ringsOut(Call call);

  /** Nobody is registered under the identity that a leg is for (CALL-56). */
  void findsNobody(Call call);

  /** The person at a softphone drops their leg. */
  void hangsUp(Call call);

  /** A softphone is gone without a word while its leg is up. */
  void vanishes(Call call);

  /** Keys of 0-9, A-D, # and *. */
  void presses(Call call, String keys);

  /** A message of the softphone's own to the application; its SID. */
  String says(Call call, String content);

  /** A softphone keeps its microphone off, or puts it on again. */
  void mutes(Call call, boolean muted);
}
