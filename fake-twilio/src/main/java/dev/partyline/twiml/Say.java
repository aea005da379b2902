package dev.partyline.twiml;

/**
 * Speaks a text to the call leg (TWIML-42).
 *
 * @param text what is spoken, without the white space around it; speech mark-up (SSML) inside is
 *     reduced to its words
 * @param loop how often; 1 by default, 0 for ever
 * @param voice as written, null for the account's default
 * @param language as written, null for the voice's own
 */
public record Say(String text, int loop, String voice, String language) implements Verb {

  /** Said once, with the default voice. */
  public static Say of(String text) {
    return new Say(text, 1, null, null);
  }

  @Override
  public String tag() {
    return TwimlElement.SAY.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.say(this);
  }

  static Say read(Tag tag) {
    if (tag.text().isEmpty() && tag.children().isEmpty()) {
      tag.warn(
          Codes.SAY_TEXT, "has nothing to say; it is skipped. Put the words between its tags.");
      return null;
    }
    return new Say(
        tag.text(),
        tag.whole("loop", 1, 0, Integer.MAX_VALUE, Codes.SAY_LOOP),
        tag.filled("voice"),
        tag.filled("language"));
  }
}
