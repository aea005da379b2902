package dev.partyline.centre;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.RoutingEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * TR-INV-09, judged on TaskRouter's events alone, for a workflow of two targets with deadlines that
 * skips nothing and whose tasks are not routed anew: then a task leaves its target by acceptance,
 * cancellation or at its deadline, and never before.
 */
final class TargetInvariant {

  private static final class Life {
    private long enteredAt = -1;
    private long leftAt = -1;
    private int targets;
    private boolean accepted;
  }

  private final long[] deadlineMs;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Life> lives = new LinkedHashMap<>();

  private TargetInvariant(int first, int second) {
    this.deadlineMs = new long[] {first * 1000L, (first + second) * 1000L};
  }

  /** What is wrong; the targets' times are in seconds. */
  static List<String> problems(Iterable<Entry> journal, int first, int second) {
    TargetInvariant seen = new TargetInvariant(first, second);
    for (Entry entry : journal) {
      if (entry.what() instanceof RoutingEvent event && event.task() != null) {
        seen.event(entry.at(), event);
      }
    }
    return seen.problems;
  }

  private void event(long at, RoutingEvent event) {
    Life life = lives.computeIfAbsent(event.task(), task -> new Life());
    switch (event.event()) {
      case "task-queue.entered" -> {
        if (life.targets > 0 && life.leftAt != at) {
          problem(event, at, "is in another target and has not left the first");
        }
        life.targets++;
        life.enteredAt = life.enteredAt < 0 ? at : life.enteredAt;
      }
      case "task-queue.timeout" -> {
        life.leftAt = at;
        if (life.accepted) {
          problem(event, at, "leaves its target although somebody has it");
        }
        if (at - life.enteredAt < deadlineMs[Math.min(life.targets, 2) - 1]) {
          problem(event, at, "leaves its target before the deadline");
        }
      }
      case "reservation.accepted" -> life.accepted = true;
      default -> {
        // it stays where it is
      }
    }
  }

  private void problem(RoutingEvent event, long at, String what) {
    problems.add("TR-INV-09 " + event.task() + " " + what + " at " + at);
  }
}
