package dev.switchboard.conversation;

/**
 * How somebody in the room is to be heard and to hear.
 *
 * @param muted is not heard, and hears
 * @param held neither hears nor is heard, and hears music
 * @param coaches call SID of the one who alone hears them; null when everybody does
 */
public record Sound(boolean muted, boolean held, String coaches) {

  /** Hears everybody and is heard by everybody. */
  public static final Sound OPEN = new Sound(false, false, null);

  static Sound muted(boolean muted) {
    return new Sound(muted, false, null);
  }

  static Sound held(boolean held) {
    return new Sound(false, held, null);
  }
}
