package dev.partyline.twiml;

/**
 * Waits in silence; as the first verb it delays answering (TWIML-41).
 *
 * @param lengthSeconds positive, 1 by default
 */
public record Pause(int lengthSeconds) implements Verb {

  @Override
  public String tag() {
    return TwimlElement.PAUSE.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.pause(this);
  }

  static Pause read(Tag tag) {
    tag.warnAboutChildren();
    tag.warnAboutText();
    return new Pause(tag.whole("length", 1, 1, Integer.MAX_VALUE, Codes.PAUSE_LENGTH));
  }
}
