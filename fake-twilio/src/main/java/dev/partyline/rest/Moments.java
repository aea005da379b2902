package dev.partyline.rest;

import dev.partyline.telephony.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The filters of a list by a time: {@code X}, {@code X<} and {@code X>} (CALL-60). A bare date is a
 * whole day in UTC; after it means from its midnight on, before it means before its midnight.
 * Without a zone a time is UTC.
 */
public final class Moments {

  private static final long DAY_SECONDS = 86_400;

  private static final List<Function<String, Instant>> FORMS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC),
          text ->
              OffsetDateTime.parse(text, DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx"))
                  .toInstant(),
          text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
          text ->
              ZonedDateTime.parse(
                      text, DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss z", Locale.US))
                  .toInstant());

  /** From the first second, and up to the second one, which is no part of it. */
  private record Stretch(Instant from, Instant to) {}

  private final Stretch on;
  private final Stretch before;
  private final Stretch after;

  /**
   * Reads the three filters of one name.
   *
   * @throws Refusal when a value is no date and no time
   */
  public Moments(RestRequest request, String name) {
    this.on = stretch(request, name);
    this.before = stretch(request, name + "<");
    this.after = stretch(request, name + ">");
  }

  /** Whether a time as the API writes it passes; null, which is not yet, passes no filter. */
  public boolean hold(String time) {
    if (on == null && before == null && after == null) {
      return true;
    }
    if (time == null) {
      return false;
    }
    Instant instant = ZonedDateTime.parse(time, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    return (on == null || !instant.isBefore(on.from()) && instant.isBefore(on.to()))
        && (before == null || instant.isBefore(before.from()))
        && (after == null || !instant.isBefore(after.from()));
  }

  /** The first instant of a date or time; null when the parameter is absent. */
  public static Instant from(RestRequest request, String name) {
    Stretch stretch = stretch(request, name);
    return stretch == null ? null : stretch.from();
  }

  /** The end of a date or time, which is no part of it; null when the parameter is absent. */
  public static Instant until(RestRequest request, String name) {
    Stretch stretch = stretch(request, name);
    return stretch == null ? null : stretch.to();
  }

  private static Stretch stretch(RestRequest request, String name) {
    String text = request.filled(name);
    if (text == null) {
      return null;
    }
    try {
      Instant midnight = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      return new Stretch(midnight, midnight.plusSeconds(DAY_SECONDS));
    } catch (DateTimeParseException noDate) {
      Instant second = instant(text);
      if (second == null) {
        throw Form.bad(name, text, "a date YYYY-MM-DD or a time YYYY-MM-DDThh:mm:ssZ");
      }
      return new Stretch(second, second.plusSeconds(1));
    }
  }

  /** The second that a text means; null when it is written in no form that is known. */
  private static Instant instant(String text) {
    for (Function<String, Instant> form : FORMS) {
      try {
        return Instant.ofEpochSecond(form.apply(text).getEpochSecond());
      } catch (DateTimeParseException other) {
        // the next form may fit
      }
    }
    return null;
  }
}
