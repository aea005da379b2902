package dev.partyline.twiml;

/** Refuses an incoming call; only as the first verb does it avoid answering (TWIML-40). */
public record Reject(Reason reason) implements Verb {

  /** What the caller's side is told. */
  public enum Reason implements Word {
    /** The caller sees no-answer. */
    REJECTED("rejected"),
    /** The caller sees busy. */
    BUSY("busy");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  @Override
  public String tag() {
    return TwimlElement.REJECT.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.reject(this);
  }

  static Reject read(Tag tag) {
    for (Tag child : tag.children()) {
      if (child.element() != TwimlElement.PARAMETER) {
        child.warnMisplacedIn(tag, Codes.SCHEMA);
      }
    }
    tag.warnAboutText();
    return new Reject(tag.word("reason", Reason.REJECTED, Codes.SCHEMA));
  }
}
