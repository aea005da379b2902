package dev.partyline.law;

import dev.partyline.journal.Happening.RoutingEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Since when one worker could take a task, were it not for what somebody forgot. */
final class FreeTime {

  /** An offer or a task that is not in wrap-up. */
  private static final long BUSY = -1;

  private final String name;

  /** Open reservations: since when each is in wrap-up; {@link #BUSY} before. */
  private final Map<String, Long> open = new LinkedHashMap<>();

  private boolean available;
  private boolean missed;
  private long activitySince;
  private long lastOpen;
  private long missedAt = Run.OPEN;

  FreeTime(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void read(long at, RoutingEvent event) {
    switch (event.event()) {
      case "worker.created", "worker.activity.update" -> {
        available = event.available();
        activitySince = at;
        missed = !available && missedAt == at;
      }
      case "reservation.timeout" -> {
        missedAt = at;
        missed = !available && activitySince == at;
        close(at, event);
      }
      case "reservation.created", "reservation.accepted" -> open.put(event.reservation(), BUSY);
      case "reservation.wrapup" -> open.put(event.reservation(), at);
      case "reservation.rejected",
          "reservation.canceled",
          "reservation.rescinded",
          "reservation.completed" ->
          close(at, event);
      default -> {
        // nothing that changes what the worker can take
      }
    }
  }

  private void close(long at, RoutingEvent event) {
    open.remove(event.reservation());
    lastOpen = at;
  }

  /** Since when; {@link Run#OPEN} when not at all, and maybe a moment that is still to come. */
  long since() {
    if (!available && !missed) {
      return Run.OPEN;
    }
    long since = Math.max(activitySince, lastOpen);
    for (long wrapping : open.values()) {
      if (wrapping == BUSY) {
        return Run.OPEN;
      }
      since = Math.max(since, wrapping + Capacity.LONGEST_WRAP_UP_MS);
    }
    return since;
  }

  /** Why the worker counts as free. */
  String why() {
    if (!open.isEmpty()) {
      return name + " was in a wrap-up that nobody completed";
    }
    return missed
        ? name + " was left offline after a missed offer"
        : name + " was available and had nothing to do";
  }
}
