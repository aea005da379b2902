package dev.partyline.twiml;

/**
 * What somebody hears while waiting: nothing said, nothing heard, or a document (CONF-47).
 *
 * @param given the attribute as written; null when it is absent, which means the platform's own
 *     music, and empty when silence was asked for
 */
public record WaitUrl(String given) {

  /** The attribute is absent. */
  public static final WaitUrl PLATFORM_MUSIC = new WaitUrl(null);

  /** The attribute is there and empty. */
  public static final WaitUrl SILENCE = new WaitUrl("");

  public boolean isPlatformMusic() {
    return given == null;
  }

  public boolean isSilence() {
    return given != null && given.isEmpty();
  }

  /** Whether there is a URL to request. */
  public boolean isDocument() {
    return given != null && !given.isEmpty();
  }

  static WaitUrl read(Tag tag, String attribute, int code) {
    String value = tag.value(attribute);
    if (value == null) {
      return PLATFORM_MUSIC;
    }
    if (value.isBlank()) {
      return SILENCE;
    }
    String url = tag.callbackUrl(attribute, code);
    return url == null ? PLATFORM_MUSIC : new WaitUrl(url);
  }
}
