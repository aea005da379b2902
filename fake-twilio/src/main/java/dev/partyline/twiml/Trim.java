package dev.partyline.twiml;

/** Whether silence at the ends of a recording is cut off. */
public enum Trim implements Word {
  TRIM_SILENCE("trim-silence"),
  DO_NOT_TRIM("do-not-trim");

  private final String word;

  Trim(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
