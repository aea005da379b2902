package dev.partyline.script;

import dev.partyline.journal.Happening;
import dev.partyline.rest.Backend.Script;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Refusal;
import dev.partyline.twiml.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Legs that Dials made and have not let go of, and what runs on them before they are bridged. */
final class DialledLegs {

  private static final List<String> NOT_IN_PRIVATE = List.of("Dial", "Enqueue", "Leave", "Record");

  private final Platform platform;
  private final Documents documents;
  private final Scripts scripts;
  private final Map<String, LegDial> dials = new LinkedHashMap<>();

  DialledLegs(Platform platform, Documents documents, Scripts scripts) {
    this.platform = platform;
    this.documents = documents;
    this.scripts = scripts;
  }

  void add(Call call, LegDial dial) {
    dials.put(call.sid(), dial);
  }

  boolean has(Call call) {
    return dials.containsKey(call.sid());
  }

  /** Whether it was one of a Dial's; it is no more. */
  boolean remove(Call call) {
    return dials.remove(call.sid()) != null;
  }

  void answered(Call call) {
    LegDial dial = dials.get(call.sid());
    if (dial != null) {
      dial.answered(call);
    }
  }

  void ended(Call call) {
    LegDial dial = dials.get(call.sid());
    if (dial != null) {
      dial.ended(call);
    }
  }

  void redirected(Call call) {
    LegDial dial = dials.remove(call.sid());
    if (dial != null) {
      scripts.forget(call);
      dial.redirected(call);
    }
  }

  /** Plays keys to a leg that has just been answered, then goes on if it is still there. */
  void play(Call call, String keys, Runnable then) {
    if (keys == null) {
      then.run();
      return;
    }
    platform.note(new Happening.VerbBegan(call.sid(), "Play", "digits " + keys));
    platform.in(
        call.origin().leg() + ".digits",
        Span.exactly(Keys.lengthMs(keys)),
        () -> {
          if (call.isLive() && has(call)) {
            platform.heard(call, Keys.tones(keys));
            then.run();
          }
        });
  }

  /** Runs a private document on a callee; when it runs out the callee is put through (TWIML-34). */
  void privately(Call call, Script script, Runnable putThrough) {
    scripts.begin(
        call,
        script,
        new Session.Ending() {
          @Override
          public void ranOut(Session session) {
            putThrough.run();
          }

          @Override
          public Refusal refusal(Verb verb) {
            return NOT_IN_PRIVATE.contains(verb.tag())
                ? new Refusal(
                    400,
                    13_201,
                    "<"
                        + verb.tag()
                        + "> is not allowed in the private document of a callee; only sounds,"
                        + " Gather, Redirect and Hangup are")
                : null;
          }
        });
  }
}
