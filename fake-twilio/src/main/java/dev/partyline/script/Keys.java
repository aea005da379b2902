package dev.partyline.script;

/** Keys to be played: 0-9, A-D, # and *, with w for half a second and W for a second. */
public final class Keys {

  private static final long MS_PER_TONE = 200;

  private Keys() {}

  /** How long they take to play, in milliseconds. */
  public static long lengthMs(String keys) {
    long ms = 0;
    for (char key : keys.toCharArray()) {
      ms += key == 'w' ? 500 : key == 'W' ? 1_000 : MS_PER_TONE;
    }
    return ms;
  }

  /** The keys that sound, without the waits. */
  public static String tones(String keys) {
    return keys.replaceAll("[wW]", "");
  }
}
