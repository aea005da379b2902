package dev.partyline.routing;

import dev.partyline.sim.Cancellable;
import dev.partyline.taskrouter.Effect;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.TaskRouterEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Running timers by what they are about: a timer that no longer matters is taken off at once. */
final class Timers {

  private final Map<Object, Map<String, Cancellable>> running = new LinkedHashMap<>();

  /** Keeps a timer; one of the same word is replaced. */
  void set(Object owner, String word, Cancellable timer) {
    Cancellable before =
        running.computeIfAbsent(owner, key -> new LinkedHashMap<>(4)).put(word, timer);
    if (before != null) {
      before.cancel();
    }
  }

  /** A timer has run out by itself. */
  void over(Object owner, String word, Cancellable timer) {
    Map<String, Cancellable> mine = running.get(owner);
    if (mine != null && mine.remove(word, timer) && mine.isEmpty()) {
      running.remove(owner);
    }
  }

  void stop(Object owner, String word) {
    Map<String, Cancellable> mine = running.get(owner);
    Cancellable timer = mine == null ? null : mine.remove(word);
    if (timer != null) {
      timer.cancel();
      if (mine.isEmpty()) {
        running.remove(owner);
      }
    }
  }

  void stopAll(Object owner) {
    Map<String, Cancellable> mine = running.remove(owner);
    if (mine != null) {
      mine.values().forEach(Cancellable::cancel);
    }
  }

  /** What a timer is about. */
  static Object owner(Effect.Timer timer) {
    if (timer instanceof Effect.ReservationExpires over) {
      return over.reservation();
    } else if (timer instanceof Effect.TargetExpires over) {
      return over.task();
    } else if (timer instanceof Effect.TaskExpires over) {
      return over.task();
    }
    return ((Effect.TaskRemoved) timer).task();
  }

  /** Something happened after which some timers have nothing to do. */
  void happened(TaskRouterEvent event) {
    Task task = event.task();
    switch (event.type()) {
      case "reservation.accepted" -> {
        stopAll(event.reservation());
        stop(task, "time-to-live");
        stop(task, "target-timeout");
      }
      case "reservation.rejected",
          "reservation.timeout",
          "reservation.canceled",
          "reservation.rescinded",
          "reservation.completed" ->
          stopAll(event.reservation());
      case "task.wrapup" -> stop(task, "system-removal");
      case "task.completed", "task.canceled", "task.deleted", "task.system-deleted" ->
          stopAll(task);
      default -> {
        // nothing ends
      }
    }
  }
}
