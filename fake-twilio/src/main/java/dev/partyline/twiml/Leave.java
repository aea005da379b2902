package dev.partyline.twiml;

/** Takes the caller out of a queue; execution goes on after the Enqueue (TWIML-48). */
public record Leave() implements Verb {

  @Override
  public String tag() {
    return TwimlElement.LEAVE.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.leave(this);
  }

  static Leave read(Tag tag) {
    tag.warnAboutChildren();
    tag.warnAboutText();
    return new Leave();
  }
}
