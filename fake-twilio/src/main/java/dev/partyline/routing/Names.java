package dev.partyline.routing;

import dev.partyline.taskrouter.Effect;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stable names for events about tasks: a task is called after its caller's leg where it has one, so
 * that leaving a call out of a story leaves the other names alone.
 */
final class Names {

  private static final int MOST = 100_000;

  private final Map<String, String> byTask =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };
  private final Map<String, String> byReservation =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };
  private int others;

  /** This task is the one of a caller's leg. */
  void learn(Task task, String leg) {
    byTask.put(task.sid(), leg + ".task");
  }

  /** An offer gets its name when it is made. */
  void learn(Reservation reservation) {
    byReservation.computeIfAbsent(
        reservation.sid(),
        sid -> of(reservation.task()) + "." + reservation.worker().name().replace(' ', '-'));
  }

  String of(Task task) {
    return byTask.computeIfAbsent(task.sid(), sid -> "task-" + ++others);
  }

  String of(Reservation reservation) {
    learn(reservation);
    return byReservation.get(reservation.sid());
  }

  String of(Effect.Timer timer) {
    String about;
    if (timer instanceof Effect.ReservationExpires one) {
      about = of(one.reservation());
    } else if (timer instanceof Effect.TargetExpires one) {
      about = of(one.task());
    } else if (timer instanceof Effect.TaskExpires one) {
      about = of(one.task());
    } else {
      about = of(((Effect.TaskRemoved) timer).task());
    }
    return about + "." + timer.word();
  }
}
