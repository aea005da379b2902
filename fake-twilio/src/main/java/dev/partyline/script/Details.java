package dev.partyline.script;

import dev.partyline.twiml.ConferenceNoun;
import dev.partyline.twiml.Dial;
import dev.partyline.twiml.Enqueue;
import dev.partyline.twiml.Gather;
import dev.partyline.twiml.Hangup;
import dev.partyline.twiml.Leave;
import dev.partyline.twiml.Noun;
import dev.partyline.twiml.Pause;
import dev.partyline.twiml.Play;
import dev.partyline.twiml.QueueNoun;
import dev.partyline.twiml.RecordVerb;
import dev.partyline.twiml.Redirect;
import dev.partyline.twiml.Reject;
import dev.partyline.twiml.Say;
import dev.partyline.twiml.UnsupportedVerb;
import dev.partyline.twiml.Verb;

/** What the journal says of a verb beside its name. */
enum Details implements Verb.Cases<String> {
  INSTANCE;

  @Override
  public String say(Say say) {
    return say.text();
  }

  @Override
  public String play(Play play) {
    return play.url();
  }

  @Override
  public String pause(Pause pause) {
    return pause.lengthSeconds() + " s";
  }

  @Override
  public String hangup(Hangup hangup) {
    return "";
  }

  @Override
  public String redirect(Redirect redirect) {
    return redirect.url();
  }

  @Override
  public String reject(Reject reject) {
    return reject.reason().word();
  }

  @Override
  public String dial(Dial dial) {
    if (dial.nouns().isEmpty()) {
      return "";
    }
    Noun first = dial.nouns().get(0);
    if (first instanceof ConferenceNoun conference) {
      return "Conference " + conference.name();
    }
    return first instanceof QueueNoun queue && queue.name() != null ? "Queue " + queue.name() : "";
  }

  @Override
  public String gather(Gather gather) {
    return String.join(" ", gather.inputs().stream().map(Gather.Input::word).toList());
  }

  @Override
  public String record(RecordVerb record) {
    return "";
  }

  @Override
  public String enqueue(Enqueue enqueue) {
    return enqueue.name() == null ? "" : enqueue.name();
  }

  @Override
  public String leave(Leave leave) {
    return "";
  }

  @Override
  public String unsupported(UnsupportedVerb unsupported) {
    return "";
  }
}
