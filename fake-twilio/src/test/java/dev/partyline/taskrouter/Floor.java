package dev.partyline.taskrouter;

import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** A workspace on a clock of its own for tests: matches at once, lets timers run when told to. */
final class Floor {

  private record Due(long at, int number, Effect.Timer timer) {}

  private final Map<String, Integer> sids = new LinkedHashMap<>();
  private final PriorityQueue<Due> timers =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingInt(Due::number));
  final List<String> events = new ArrayList<>();
  final List<Integer> logged = new ArrayList<>();
  final List<Reservation> offers = new ArrayList<>();
  final Workspace workspace;
  long now;
  private int numbers;

  Floor() {
    this(Map.of());
  }

  Floor(Map<Knob, String> knobs) {
    this(knobs, true, false);
  }

  Floor(Map<Knob, String> knobs, boolean multitask, boolean lifoFirst) {
    Map<Knob, String> turned = new EnumMap<>(Knob.class);
    turned.putAll(knobs);
    workspace =
        new Workspace(
            "AC1",
            new Workspace.Settings("floor", null, List.of(), multitask, lifoFirst),
            false,
            Knobs.standard().with(turned),
            prefix -> "%s%032x".formatted(prefix, sids.merge(prefix, 1, Integer::sum)),
            0);
  }

  /** A command and all that follows at once. */
  void does(Consumer<List<Effect>> command) {
    List<Effect> effects = new ArrayList<>();
    command.accept(effects);
    boolean match = false;
    for (Effect effect : effects) {
      if (effect instanceof Effect.Happened happened) {
        events.add(happened.event().type());
      } else if (effect instanceof Effect.Offered offered) {
        offers.add(offered.reservation());
      } else if (effect instanceof Effect.TimerSet set) {
        timers.add(new Due(now + set.afterMs(), numbers++, set.timer()));
      } else if (effect instanceof Effect.Logged log) {
        logged.add(log.code());
      } else {
        match = true;
      }
    }
    if (match) {
      does(more -> workspace.match(now, more));
    }
  }

  /** Lets simulated seconds pass, timers included. */
  void pass(long seconds) {
    long until = now + seconds * 1000;
    while (!timers.isEmpty() && timers.peek().at() <= until) {
      Due due = timers.poll();
      now = due.at();
      does(effects -> workspace.fire(due.timer(), now, effects));
    }
    now = until;
  }

  Activity activity(String name) {
    return workspace.activities().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Worker worker(String name, String attributes) {
    does(effects -> workspace.addWorker(name, attributes, activity("Available"), now, effects));
    return workspace.workerNamed(name);
  }

  TaskQueue queue(String name, String expression) {
    return queue(new TaskQueue.Settings(name, expression, 1, false, null, null));
  }

  TaskQueue queue(TaskQueue.Settings settings) {
    TaskQueue[] made = new TaskQueue[1];
    does(effects -> made[0] = workspace.addQueue(settings, now, effects));
    return made[0];
  }

  Workflow workflow(String routing, int reservationSeconds) {
    Workflow[] made = new Workflow[1];
    does(
        effects ->
            made[0] =
                workspace.addWorkflow(
                    "flow",
                    "{\"task_routing\":" + routing + "}",
                    null,
                    null,
                    reservationSeconds,
                    now,
                    effects));
    return made[0];
  }

  /** A workflow that sends everything to one queue. */
  Workflow straight(TaskQueue queue) {
    return workflow("{\"default_filter\":{\"queue\":\"" + queue.sid() + "\"}}", 120);
  }

  Task task(Workflow workflow, String attributes) {
    return task(NewTask.of(workflow.sid(), Attributes.parse(attributes, false), "voice"));
  }

  Task task(NewTask what) {
    Task[] made = new Task[1];
    does(effects -> made[0] = workspace.addTask(what, now, effects));
    return made[0];
  }

  /** The pending offer of a task to anybody; null when there is none. */
  Reservation offer(Task task) {
    for (Reservation reservation : task.reservations()) {
      if (reservation.status() == Reservation.Status.PENDING) {
        return reservation;
      }
    }
    return null;
  }

  void accept(Reservation reservation) {
    does(effects -> workspace.answer(reservation, Reservation.Status.ACCEPTED, null, now, effects));
  }

  void reject(Reservation reservation) {
    does(effects -> workspace.answer(reservation, Reservation.Status.REJECTED, null, now, effects));
  }
}
