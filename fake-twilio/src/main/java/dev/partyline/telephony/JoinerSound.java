package dev.partyline.telephony;

/**
 * What a joiner hears while waiting, and what is heard of its coming and going (CONF-40).
 *
 * @param waiting heard before the start
 * @param beep {@code true}, {@code false}, {@code onEnter} or {@code onExit}
 * @param jitterBufferSize {@code off}, {@code small}, {@code medium} or {@code large}
 */
public record JoinerSound(SoundSource waiting, String beep, String jitterBufferSize) {

  /** As a bare Conference noun has them. */
  public static final JoinerSound STANDARD = new JoinerSound(SoundSource.MUSIC, "true", "large");

  /** Whether the room hears a beep when it comes. */
  public boolean beepsOnEnter() {
    return beep.equals("true") || beep.equals("onEnter");
  }

  /** Whether the room hears a beep when it goes. */
  public boolean beepsOnExit() {
    return beep.equals("true") || beep.equals("onExit");
  }
}
