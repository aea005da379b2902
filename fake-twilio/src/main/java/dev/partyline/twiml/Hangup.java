package dev.partyline.twiml;

/** Ends the call; as the first verb it still answers and bills (TWIML-39). */
public record Hangup() implements Verb {

  @Override
  public String tag() {
    return TwimlElement.HANGUP.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.hangup(this);
  }

  static Hangup read(Tag tag) {
    tag.warnAboutChildren();
    tag.warnAboutText();
    return new Hangup();
  }
}
