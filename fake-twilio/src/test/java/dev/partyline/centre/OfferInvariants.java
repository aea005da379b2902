package dev.partyline.centre;

import dev.partyline.journal.Happening.RoutingEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The invariants of tasks and offers, judged on TaskRouter's events alone, for centres whose
 * workers take one call at a time and whose tasks are aimed at nobody.
 */
final class OfferInvariants {

  private static final Set<String> ENDS =
      Set.of("rejected", "timeout", "canceled", "rescinded", "completed");
  private static final Set<String> TASK_ENDS = Set.of("task.canceled", "task.completed");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> offers = new LinkedHashMap<>();
  private final Map<String, Set<String>> openOf = new LinkedHashMap<>();
  private final Map<String, Set<String>> heldBy = new LinkedHashMap<>();
  private final Map<String, String> acceptedOf = new LinkedHashMap<>();
  private final Map<String, String> endOf = new LinkedHashMap<>();

  private OfferInvariants() {}

  /** What is wrong with these events, each with its rule; empty when nothing is. */
  static List<String> problems(List<RoutingEvent> events) {
    OfferInvariants seen = new OfferInvariants();
    events.forEach(seen::event);
    seen.atTheEnd();
    return seen.problems;
  }

  private void event(RoutingEvent event) {
    if (TASK_ENDS.contains(event.event())) {
      String before = endOf.put(event.task(), event.event());
      if (before != null) {
        problems.add("TR-INV-10 " + event.task() + ": " + event.event() + " after " + before);
      }
    }
    if (event.reservation() != null && event.event().startsWith("reservation.")) {
      offer(event, event.event().substring("reservation.".length()));
    }
  }

  private void offer(RoutingEvent event, String next) {
    String sid = event.reservation();
    String before = offers.put(sid, next);
    Set<String> open = openOf.computeIfAbsent(event.task(), task -> new LinkedHashSet<>());
    Set<String> held = heldBy.computeIfAbsent(event.worker(), worker -> new LinkedHashSet<>());
    if (!mayFollow(before, next)) {
      problems.add("TR-INV-03 " + sid + ": " + next + " after " + before);
    }
    switch (next) {
      case "created" -> {
        open.add(sid);
        held.add(sid);
        if (!event.available()) {
          problems.add("TR-INV-05 " + sid + " is made for " + event.worker() + ", who is away");
        }
        if (!"reserved".equals(event.taskStatus())) {
          problems.add("TR-INV-01 " + event.task() + " has an offer and is " + event.taskStatus());
        }
        if (held.size() > 1) {
          problems.add("TR-INV-04 " + event.worker() + " holds " + held);
        }
      }
      case "accepted" -> {
        String other = acceptedOf.put(event.task(), sid);
        if (other != null) {
          problems.add("TR-INV-02 " + event.task() + ": " + sid + " is accepted after " + other);
        }
      }
      default -> {
        if (ENDS.contains(next)) {
          open.remove(sid);
          held.remove(sid);
        }
      }
    }
  }

  private static boolean mayFollow(String before, String next) {
    return switch (next) {
      case "created" -> before == null;
      case "accepted", "rejected", "timeout", "rescinded" -> "created".equals(before);
      case "wrapup" -> "accepted".equals(before);
      default -> before != null && !ENDS.contains(before);
    };
  }

  private void atTheEnd() {
    endOf.forEach(
        (task, end) -> {
          Set<String> open = openOf.getOrDefault(task, Set.of());
          if (!open.isEmpty()) {
            problems.add("TR-INV-07 " + task + " is over (" + end + ") and has " + open);
          }
        });
  }
}
