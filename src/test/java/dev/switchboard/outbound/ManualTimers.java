package dev.switchboard.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock that stands still until it is told to go on, and its timers. */
public final class ManualTimers implements Timers, InstantSource {

  private record Task(Instant due, Runnable body) {}

  private final List<Task> tasks = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  @Override
  public void after(String what, Duration delay, Runnable task) {
    tasks.add(new Task(now.plus(delay), task));
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Lets time pass and runs what comes due, in order. */
  public void pass(Duration time) {
    Instant until = now.plus(time);
    while (true) {
      Task next = tasks.stream().min(Comparator.comparing(Task::due)).orElse(null);
      if (next == null || next.due().isAfter(until)) {
        now = until;
        return;
      }
      tasks.remove(next);
      now = next.due();
      next.body().run();
    }
  }

  /** How many tasks wait. */
  public int pending() {
    return tasks.size();
  }
}
