package dev.partyline.script;

import dev.partyline.sim.Span;
import dev.partyline.twiml.Pause;
import dev.partyline.twiml.Play;
import dev.partyline.twiml.Say;

/** Say, Play and Pause: what takes time and asks nobody (TWIML-41, TWIML-42). */
final class SoundVerbs {

  private static final long MS_PER_SPOKEN_CHARACTER = 80;
  private static final long PLAY_MS = 5_000;

  void say(Session session, Say say) {
    session.answer();
    repeat(session, say.loop(), MS_PER_SPOKEN_CHARACTER * say.text().length());
  }

  void play(Session session, Play play) {
    session.answer();
    repeat(session, play.loop(), PLAY_MS);
  }

  /** As the first verb it delays answering. */
  void pause(Session session, Pause pause) {
    last(session, pause.lengthSeconds() * 1000L);
  }

  /** 0 is for ever, that is until the leg ends or gets another document. */
  private static void repeat(Session session, int loop, long ms) {
    if (loop > 0) {
      last(session, loop * ms);
    } else {
      session.run(Running.QUIET);
    }
  }

  private static void last(Session session, long ms) {
    session.run(Running.QUIET);
    session.in(".verb", Span.exactly(ms), session::proceed);
  }
}
