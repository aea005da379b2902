package dev.switchboard.conversation;

/**
 * How somebody in the room is to be heard and to hear.
 *
 * @param muted is not heard, and hears
 * @param held neither hears nor is heard, and hears music
 * @param coaches call SID of the one who alone hears them; null when everybody does
 * @param endsRoom whether the room ends when they leave; null when that is to stay as it is
 */
public record Sound(boolean muted, boolean held, String coaches, Boolean endsRoom) {

  /** Hears everybody and is heard by everybody. */
  public static final Sound OPEN = new Sound(false, false, null);

  /** What becomes of the room when they leave stays as it is. */
  public Sound(boolean muted, boolean held, String coaches) {
    this(muted, held, coaches, null);
  }

  static Sound muted(boolean muted) {
    return new Sound(muted, false, null);
  }

  static Sound held(boolean held) {
    return new Sound(false, held, null);
  }

  Sound endingRoom(Boolean next) {
    return new Sound(muted, held, coaches, next);
  }
}
