package dev.partyline.script;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knobs;
import dev.partyline.queue.Queues;
import dev.partyline.recording.Recording;
import dev.partyline.recording.RecordingOrder;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Chance;
import dev.partyline.sim.Span;
import dev.partyline.telephony.AnswerDetection;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Effect;
import dev.partyline.telephony.Subscription;
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

  /**
   * A leg that a Dial makes.
   *
   * @param to {@code +E.164}, {@code client:}, {@code sip:} or {@code app:}
   * @param subscription for its call events; null when none
   * @param parameters handed to a client or an application, by name
   */
  record Leg(
      String to,
      String from,
      Subscription subscription,
      int timeoutSeconds,
      int timeLimitSeconds,
      Map<String, String> parameters) {}

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

  /** What TaskRouter does with callers. */
  default Routing routing() {
    return Routing.NONE;
  }

  /** The queues of callers; changed by running documents and by REST. */
  Queues queues();

  /**
   * Begins to record.
   *
   * @param news who hears of it; null when nobody does
   */
  Recording record(RecordingOrder order, Subscription news);

  /**
   * Ends a recording, if it is not over yet.
   *
   * @param keptMs at most this much is kept of it
   */
  void stop(Recording recording, long keptMs);

  /** Where the file of a recording is or will be, without a suffix. */
  String recordingUrl(Recording recording);

  /** SID of the account a leg is of. */
  String accountOf(Call call);

  /** Dials a leg for a Dial of another one; at once, whatever the rate limit (LIMIT-07). */
  Call dial(Call parent, Leg leg);

  /** Whether the account of a leg may show this number to people it calls: owned or verified. */
  boolean mayShow(Call call, String number);

  /**
   * Finds out in the background who answered a leg (CALL-32).
   *
   * @param callback told of the verdict; null when nobody is
   */
  void detect(Call call, AnswerDetection detection, Subscription callback);

  /** The far end of a leg hears keys that the platform plays: of 0-9, A-D, # and *. */
  void heard(Call call, String keys);

  /** Sends a request to the application. */
  void send(Dispatch dispatch);

  /** The parameters of every request for a document of this leg (TWIML-01). */
  Map<String, String> documentParams(Call call);

  /** The conference that a leg finds when it joins this name now; null when it will make one. */
  Conference meetingPlace(String name);

  /** How long an audio file is, in milliseconds. */
  long audioMs(String url);

  /** From the moment a document is needed to its request. */
  Span toTwimlRequest();

  /** From a Dial to a conference to the leg being in it. */
  Span toJoin();
}
