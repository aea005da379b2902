package dev.partyline.twiml;

/**
 * Plays a sound or telephone keys to the call leg (TWIML-42).
 *
 * @param url as written; empty only when {@code digits} is given
 * @param loop how often; 1 by default, 0 for ever
 * @param digits keys to play, {@code w} for half a second's wait; null when absent
 */
public record Play(String url, int loop, String digits) implements Verb {

  private static final String KEYS = "0123456789*#ABCDabcdwW";

  /** Played once. */
  public static Play of(String url) {
    return new Play(url, 1, null);
  }

  @Override
  public String tag() {
    return TwimlElement.PLAY.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.play(this);
  }

  static Play read(Tag tag) {
    tag.warnAboutChildren();
    Play play =
        new Play(
            tag.text(),
            tag.whole("loop", 1, 0, Integer.MAX_VALUE, Codes.PLAY_LOOP),
            tag.keys("digits", KEYS, null, Codes.PLAY_DIGITS));
    if (play.url.isEmpty() && play.digits == null) {
      tag.warn(Codes.SCHEMA, "has nothing to play; it is skipped. Put a URL between its tags.");
      return null;
    }
    return play;
  }
}
