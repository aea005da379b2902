package dev.partyline.script;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knobs;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Chance;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Effect;
import dev.partyline.telephony.Telephony;
import dev.partyline.webhook.Dispatch;
import java.util.List;
import java.util.Map;

/** What running documents need of the platform. */
public interface Platform {

  /** A command to the telephony model. */
  interface Command {
    void give(Telephony telephony, long now, List<Effect> effects);
  }

  /** Settings of the platform. */
  Knobs knobs();

  /** Simulated milliseconds. */
  long now();

  /** Does something later, under a stable name. */
  Cancellable in(String name, Span delay, Runnable action);

  /** Settles free choices. */
  Chance chance();

  /** Adds to the journal. */
  void note(Happening what);

  /** Gives a command to the telephony model and applies what it leads to. */
  void carryOut(Command command);

  /** Sends a request to the application. */
  void send(Dispatch dispatch);

  /** The parameters of every request for a document of this leg (TWIML-01). */
  Map<String, String> documentParams(Call call);

  /** From the moment a document is needed to its request. */
  Span toTwimlRequest();

  /** From a Dial to a conference to the leg being in it. */
  Span toJoin();
}
