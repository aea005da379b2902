package dev.partyline.rest.taskrouter;

import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.Moments;
import dev.partyline.rest.RestRequest;
import dev.partyline.telephony.Refusal;
import java.time.Duration;
import java.time.Instant;

/**
 * The time that events or statistics are asked for: {@code StartDate} to {@code EndDate}, or the
 * last {@code Minutes}, 15 unless given (TR-EV-11).
 *
 * @param from simulated milliseconds, included; may lie before the run began
 * @param to simulated milliseconds, included
 */
record Period(long from, long to) {

  private static final int STANDARD_MINUTES = 15;
  private static final long MINUTE_MS = 60_000;
  private static final int KEPT_DAYS = 30;
  private static final int MOST_MINUTES = KEPT_DAYS * 24 * 60;

  /**
   * The period of a request.
   *
   * @throws Refusal 400 with 14241 for a start before the 30 days that are kept
   */
  static Period of(Exchange exchange, Frame frame) {
    RestRequest request = exchange.request();
    long now = frame.workspaces().now();
    long to = ms(frame, Moments.from(request, "EndDate"), now);
    int minutes = Form.whole(request, "Minutes", STANDARD_MINUTES, 1, Integer.MAX_VALUE);
    long from = ms(frame, Moments.from(request, "StartDate"), to - minutes * MINUTE_MS);
    if (from < now - MOST_MINUTES * MINUTE_MS) {
      throw new Refusal(
          400, 14241, "The start of the period is more than " + KEPT_DAYS + " days ago");
    }
    return new Period(from, to);
  }

  private static long ms(Frame frame, Instant instant, long standard) {
    return instant == null
        ? standard
        : Duration.between(frame.workspaces().instant(0), instant).toMillis();
  }

  boolean has(long at) {
    return at >= from && at <= to;
  }
}
