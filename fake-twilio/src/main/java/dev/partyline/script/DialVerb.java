package dev.partyline.script;

import dev.partyline.rest.NotModelled;
import dev.partyline.twiml.ConferenceNoun;
import dev.partyline.twiml.Dial;
import dev.partyline.twiml.Noun;
import java.util.List;

/** Dial: hands over to the class of what is dialled. */
final class DialVerb {

  private final Documents documents;

  DialVerb(Documents documents) {
    this.documents = documents;
  }

  void begin(Session session, Dial dial) {
    List<Noun> nouns = dial.nouns();
    if (nouns.size() == 1 && nouns.get(0) instanceof ConferenceNoun conference) {
      new ConferenceDial(session, documents, dial, conference).begin();
    } else {
      throw new NotModelled(
          "Dial with " + (nouns.isEmpty() ? "nobody" : nouns.get(0).getClass().getSimpleName()));
    }
  }
}
