package dev.partyline.script;

import dev.partyline.rest.NotModelled;
import dev.partyline.twiml.Dial;
import dev.partyline.twiml.Enqueue;
import dev.partyline.twiml.Gather;
import dev.partyline.twiml.Hangup;
import dev.partyline.twiml.Leave;
import dev.partyline.twiml.Pause;
import dev.partyline.twiml.Play;
import dev.partyline.twiml.RecordVerb;
import dev.partyline.twiml.Redirect;
import dev.partyline.twiml.Reject;
import dev.partyline.twiml.Say;
import dev.partyline.twiml.UnsupportedVerb;
import dev.partyline.twiml.Verb;

/** Finds the class that carries out each verb; holds no state of a leg. */
final class Verbs {

  private final SoundVerbs sound = new SoundVerbs();
  private final EndVerbs end = new EndVerbs();
  private final DialVerb dial;
  private final Documents documents;
  private final QueueDesk queues = new QueueDesk();

  Verbs(Documents documents, DialledLegs legs, SoundTracks tracks) {
    this.documents = documents;
    this.dial = new DialVerb(documents, legs, tracks, queues);
  }

  void begin(Session session, Verb verb) {
    verb.accept(new Begin(session));
  }

  private final class Begin implements Verb.Cases<Void> {
    private final Session session;

    Begin(Session session) {
      this.session = session;
    }

    @Override
    public Void say(Say say) {
      sound.say(session, say);
      return null;
    }

    @Override
    public Void play(Play play) {
      sound.play(session, play);
      return null;
    }

    @Override
    public Void pause(Pause pause) {
      sound.pause(session, pause);
      return null;
    }

    @Override
    public Void hangup(Hangup hangup) {
      end.hangup(session);
      return null;
    }

    @Override
    public Void redirect(Redirect redirect) {
      end.redirect(session, redirect);
      return null;
    }

    @Override
    public Void reject(Reject reject) {
      end.reject(session, reject);
      return null;
    }

    @Override
    public Void dial(Dial verb) {
      dial.begin(session, verb);
      return null;
    }

    @Override
    public Void gather(Gather gather) {
      new GatherVerb(session, documents, gather).begin();
      return null;
    }

    @Override
    public Void record(RecordVerb record) {
      new RecordRun(session, documents, record).begin();
      return null;
    }

    @Override
    public Void enqueue(Enqueue enqueue) {
      new QueueWait(session, documents, Verbs.this, queues, enqueue).begin();
      return null;
    }

    @Override
    public Void leave(Leave leave) {
      session.leave();
      return null;
    }

    @Override
    public Void unsupported(UnsupportedVerb unsupported) {
      throw new NotModelled("the TwiML verb " + unsupported.tag());
    }
  }
}
