package dev.partyline.webhook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the voice API writes them: {@code Tue, 01 Nov 2016 10:00:00 +0000} (REST-03). */
public final class Rfc2822 {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Instant epoch;
  private long lastSecond = -1;
  private String last;

  /** Writes simulated milliseconds since this instant. */
  public Rfc2822(Instant epoch) {
    this.epoch = epoch;
  }

  /** The time, to the second; null for a negative number, which stands for "not yet". */
  public String of(long ms) {
    if (ms < 0) {
      return null;
    }
    long second = ms / 1000;
    if (second != lastSecond) {
      last = FORM.format(epoch.plusSeconds(second));
      lastSecond = second;
    }
    return last;
  }
}
