package dev.partyline.script;

import dev.partyline.twiml.ConferenceNoun;
import dev.partyline.twiml.Dial;
import dev.partyline.twiml.Noun;
import dev.partyline.twiml.QueueNoun;
import java.util.List;

/** Dial: hands over to the class of what is dialled. */
final class DialVerb {

  private final Documents documents;
  private final DialledLegs legs;
  private final SoundTracks tracks;
  private final QueueDesk queues;

  DialVerb(Documents documents, DialledLegs legs, SoundTracks tracks, QueueDesk queues) {
    this.documents = documents;
    this.queues = queues;
    this.legs = legs;
    this.tracks = tracks;
  }

  void begin(Session session, Dial dial) {
    List<Noun> nouns = dial.nouns();
    if (nouns.size() == 1 && nouns.get(0) instanceof ConferenceNoun conference) {
      new ConferenceDial(session, documents, tracks, dial, conference).begin();
    } else if (nouns.size() == 1 && nouns.get(0) instanceof QueueNoun queue) {
      new QueueDial(session, documents, queues, dial, queue).begin();
    } else {
      new LegDial(session, documents, legs, dial).begin();
    }
  }
}
