package dev.partyline.telephony;

/**
 * Where the sound of a waiting or held participant comes from (CONF-47, PART-42).
 *
 * @param url null for the platform's own music, empty for silence, else an absolute URL of TwiML or
 *     audio
 * @param method GET or POST; of no meaning without a URL
 */
public record SoundSource(String url, String method) {

  /** The platform's own hold music. */
  public static final SoundSource MUSIC = new SoundSource(null, "GET");

  /** Asked for by an empty value. */
  public static final SoundSource SILENCE = new SoundSource("", "GET");

  /** Whether there is something to fetch. */
  public boolean isDocument() {
    return url != null && !url.isEmpty();
  }

  /** Whether it is the platform's own music. */
  public boolean isMusic() {
    return url == null;
  }
}
