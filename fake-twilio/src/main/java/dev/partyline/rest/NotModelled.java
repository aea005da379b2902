package dev.partyline.rest;

/** The fake does not know how to do this yet; the real platform does. Not a refusal of it. */
public final class NotModelled extends UnsupportedOperationException {

  private static final long serialVersionUID = 1L;

  /** Says what is missing. */
  public NotModelled(String what) {
    super(
        "Partyline does not model "
            + what
            + " yet. This is a gap of the fake, not an answer of the platform; BEHAVIOUR.md lists"
            + " what is modelled.");
  }
}
