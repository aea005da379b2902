package dev.partyline.webhook;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as the voice API writes them: {@code Tue, 01 Nov 2016 10:00:00 +0000} (REST-03). */
public final class Rfc2822 {

  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

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
      last = written(epoch.plusSeconds(second));
      lastSecond = second;
    }
    return last;
  }

  /** By hand: a formatter takes as long for it as the whole answer that it stands in. */
  private static String written(Instant instant) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    int day = 3 * (time.getDayOfWeek().getValue() - 1);
    int month = 3 * (time.getMonthValue() - 1);
    StringBuilder text = new StringBuilder(32).append(DAYS, day, day + 3).append(", ");
    two(text, time.getDayOfMonth()).append(' ').append(MONTHS, month, month + 3).append(' ');
    two(two(text, time.getYear() / 100), time.getYear() % 100).append(' ');
    two(text, time.getHour()).append(':');
    two(text, time.getMinute()).append(':');
    return two(text, time.getSecond()).append(" +0000").toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
