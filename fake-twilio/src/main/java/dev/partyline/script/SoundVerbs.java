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

  /** How long a sound takes, in milliseconds; {@link #FOR_EVER} for one that never stops. */
  static long lengthMs(Platform platform, Verb verb) {
    if (verb instanceof Say say) {
      return lengthMs(say.loop(), spokenMs(say.text()));
    }
    if (verb instanceof Play play) {
      return lengthMs(
          play.loop(),
          play.digits() == null ? platform.audioMs(play.url()) : Keys.lengthMs(play.digits()));
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
    last(session, lengthMs(session.platform(), say));
  }

  void play(Session session, Play play) {
    session.answer();
    if (play.digits() != null) {
      session.platform().heard(session.call(), Keys.tones(play.digits()));
    }
    last(session, lengthMs(session.platform(), play));
  }

  /** How long it takes to say a text. */
  static long spokenMs(String text) {
    return MS_PER_SPOKEN_CHARACTER * text.length();
  }

  /** As the first verb it delays answering. */
  void pause(Session session, Pause pause) {
    last(session, lengthMs(session.platform(), pause));
  }

  /** One that never stops lasts until the leg ends or gets another document. */
  private static void last(Session session, long ms) {
    session.run(Running.QUIET);
    if (ms != FOR_EVER) {
      session.in(".verb", Span.exactly(ms), session::proceed);
    }
  }
}
