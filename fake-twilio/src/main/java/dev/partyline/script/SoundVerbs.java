package dev.partyline.script;

import dev.partyline.sim.Span;
import dev.partyline.twiml.Pause;
import dev.partyline.twiml.Play;
import dev.partyline.twiml.Say;
import dev.partyline.twiml.Verb;

/** Say, Play and Pause: what takes time and asks nobody (TWIML-41, TWIML-42). */
final class SoundVerbs {

  /** The length of a sound that repeats for ever. */
  static final long FOR_EVER = -1;

  private static final long MS_PER_SPOKEN_CHARACTER = 80;
  private static final long PLAY_MS = 5_000;

  /** How long a sound takes, in milliseconds; {@link #FOR_EVER} for one that never stops. */
  static long lengthMs(Verb verb) {
    if (verb instanceof Say say) {
      return lengthMs(say.loop(), MS_PER_SPOKEN_CHARACTER * say.text().length());
    }
    if (verb instanceof Play play) {
      return lengthMs(play.loop(), PLAY_MS);
    }
    if (verb instanceof Pause pause) {
      return pause.lengthSeconds() * 1000L;
    }
    throw new IllegalArgumentException("<" + verb.tag() + "> is no sound");
  }

  private static long lengthMs(int loop, long ms) {
    return loop > 0 ? loop * ms : FOR_EVER;
  }

  void say(Session session, Say say) {
    session.answer();
    last(session, lengthMs(say));
  }

  void play(Session session, Play play) {
    session.answer();
    last(session, lengthMs(play));
  }

  /** As the first verb it delays answering. */
  void pause(Session session, Pause pause) {
    last(session, lengthMs(pause));
  }

  /** One that never stops lasts until the leg ends or gets another document. */
  private static void last(Session session, long ms) {
    session.run(Running.QUIET);
    if (ms != FOR_EVER) {
      session.in(".verb", Span.exactly(ms), session::proceed);
    }
  }
}
