package dev.partyline.rest;

import dev.partyline.telephony.Refusal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * The filters of a list by a day in UTC: {@code X}, {@code X<} and {@code X>} (CALL-60, CONF-52).
 */
public final class Days {

  private final LocalDate on;
  private final LocalDate until;
  private final LocalDate from;

  /**
   * Reads the three filters of one name.
   *
   * @throws Refusal when a value is no date written YYYY-MM-DD
   */
  public Days(RestRequest request, String name) {
    this.on = day(request, name);
    this.until = day(request, name + "<");
    this.from = day(request, name + ">");
  }

  /**
   * Whether a time as the API writes it is on one of these days; both bounds belong to them. Null,
   * which is not yet, is on none that were asked for.
   */
  public boolean hold(String time) {
    if (on == null && until == null && from == null) {
      return true;
    }
    if (time == null) {
      return false;
    }
    LocalDate day =
        ZonedDateTime.parse(time, DateTimeFormatter.RFC_1123_DATE_TIME)
            .withZoneSameInstant(ZoneOffset.UTC)
            .toLocalDate();
    return (on == null || day.equals(on))
        && (until == null || !day.isAfter(until))
        && (from == null || !day.isBefore(from));
  }

  private static LocalDate day(RestRequest request, String name) {
    String value = request.filled(name);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw Form.bad(name, value, "a date written YYYY-MM-DD");
    }
  }
}
