package dev.partyline.taskrouter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.knob.Knob;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Truths of every workspace whatever is done to it: random answers, activities, capacities,
 * cancellations, failing legs, ends of calls and time, with knobs at random values.
 */
class WorkspaceInvariantsTest {

  private static final int STEPS = 120;
  private static final List<Knob> KNOBS =
      List.of(Knob.TR_AFTER_RESERVATION_TIMEOUT, Knob.TR_AUTO_WRAP, Knob.TR_TOP_UP_ROUND);

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  @Pins({
    "TR-INV-01",
    "TR-INV-02",
    "TR-INV-03",
    "TR-INV-04",
    "TR-INV-05",
    "TR-INV-06",
    "TR-INV-07",
    "TR-INV-09",
    "TR-INV-10",
    "TR-TASK-08",
    "TR-RES-04"
  })
  void what_is_always_true_stays_true(@ForAll long seed) {
    new Run(seed).play();
  }

  private static final class Run {
    final SplittableRandom random;
    final Floor floor;
    final List<Workflow> flows = new ArrayList<>();
    final List<Task> tasks = new ArrayList<>();
    final Map<Object, Integer> versions = new LinkedHashMap<>();
    final Map<Reservation, Reservation.Status> reservations = new LinkedHashMap<>();
    final Map<WorkerChannel, Integer> mostAllowed = new LinkedHashMap<>();
    final boolean multitask;

    Run(long seed) {
      random = new SplittableRandom(seed);
      Map<Knob, String> knobs = new EnumMap<>(Knob.class);
      for (Knob knob : KNOBS) {
        knobs.put(knob, knob.choices().get(random.nextInt(knob.choices().size())));
      }
      multitask = random.nextInt(4) > 0;
      floor = new Floor(knobs, multitask, random.nextBoolean());
    }

    void play() {
      for (int i = 0; i < 2; i++) {
        TaskQueue queue =
            floor.queue(
                new TaskQueue.Settings(
                    "q" + i, "level >= " + i, 1 + random.nextInt(3), i == 1, null, null));
        flows.add(
            floor.workflow(
                ("{\"filters\":[{\"expression\":\"1==1\",\"targets\":[{\"queue\":\"%s\",\"timeout\":%d},"
                        + "{\"timeout\":%d,\"skip_if\":\"workers.available == 0\"}]}]}")
                    .formatted(queue.sid(), 1 + random.nextInt(60), 1 + random.nextInt(200)),
                5 + random.nextInt(60)));
      }
      for (int step = 0; step < STEPS; step++) {
        step();
        check(step);
      }
      everyMoveHadItsEvent();
    }

    private void step() {
      switch (random.nextInt(10)) {
        case 0 ->
            floor.worker(
                "w" + floor.workspace.workers().size(), "{\"level\":" + random.nextInt(3) + "}");
        case 1, 2 -> tasks.add(floor.task(flows.get(random.nextInt(2)), "{}"));
        case 3 -> floor.pass(random.nextInt(30));
        case 4 -> worker();
        case 5 -> task();
        default -> reservation();
      }
    }

    private void worker() {
      List<Worker> all = List.copyOf(floor.workspace.workers());
      if (all.isEmpty()) {
        return;
      }
      Worker one = all.get(random.nextInt(all.size()));
      switch (random.nextInt(3)) {
        case 0 -> {
          Activity next =
              floor.activity(List.of("Available", "Unavailable").get(random.nextInt(2)));
          boolean reject = !next.available() && random.nextBoolean();
          floor.does(
              effects -> floor.workspace.change(one, null, next, null, reject, floor.now, effects));
        }
        case 1 -> {
          int capacity = random.nextInt(4);
          floor.does(
              effects ->
                  floor.workspace.change(
                      one, one.channel("voice"), capacity, null, floor.now, effects));
        }
        default ->
            floor.does(
                effects ->
                    floor.workspace.change(
                        one,
                        null,
                        null,
                        "{\"level\":" + random.nextInt(3) + "}",
                        false,
                        floor.now,
                        effects));
      }
    }

    private void task() {
      if (tasks.isEmpty()) {
        return;
      }
      Task one = tasks.get(random.nextInt(tasks.size()));
      if (one.gone()) {
        return;
      }
      switch (random.nextInt(4)) {
        case 0 -> floor.does(effects -> floor.workspace.abandon(one, "hangup", floor.now, effects));
        case 1 -> floor.does(effects -> floor.workspace.delete(one, floor.now, effects));
        default -> {
          Task.Status next =
              List.of(Task.Status.WRAPPING, Task.Status.COMPLETED, Task.Status.CANCELED)
                  .get(random.nextInt(3));
          int version = one.version();
          try {
            floor.does(
                effects ->
                    floor.workspace.change(
                        one,
                        new Workspace.TaskChange(null, next, null, null, null, null),
                        floor.now,
                        effects));
          } catch (Refused refused) {
            assertEquals(version, one.version(), "a refusal changes nothing");
          }
        }
      }
    }

    private void reservation() {
      List<Reservation> live = new ArrayList<>();
      floor.offers.stream().filter(one -> !one.status().isFinal()).forEach(live::add);
      if (live.isEmpty()) {
        return;
      }
      Reservation one = live.get(random.nextInt(live.size()));
      floor.does(
          effects -> {
            switch (one.status()) {
              case PENDING -> {
                switch (random.nextInt(4)) {
                  case 0, 1 ->
                      floor.workspace.answer(
                          one, Reservation.Status.ACCEPTED, null, floor.now, effects);
                  case 2 ->
                      floor.workspace.answer(
                          one, Reservation.Status.REJECTED, null, floor.now, effects);
                  default -> floor.workspace.cancel(one, 13_223, floor.now, effects);
                }
              }
              case ACCEPTED -> floor.workspace.wrap(one, "over", floor.now, effects);
              default ->
                  floor.workspace.advance(one, Reservation.Status.COMPLETED, floor.now, effects);
            }
          });
    }

    // ---- what is always true ----

    private void check(int step) {
      for (Task task : tasks) {
        long pending = count(task, Reservation.Status.PENDING);
        long accepted = count(task, Reservation.Status.ACCEPTED);
        long wrapping = count(task, Reservation.Status.WRAPPING);
        String what = "step " + step + ", " + task.sid() + " is " + task.status();
        if (!task.gone()) {
          assertEquals(task.status() == Task.Status.RESERVED, pending > 0, what);
          assertEquals(task.status() == Task.Status.ASSIGNED, accepted > 0, what);
        }
        assertTrue(accepted + wrapping <= 1, what);
        assertTrue(!task.status().isFinal() || pending + accepted + wrapping == 0, what);
        assertTrue(task.rounds() <= 1000, what);
        risen(task, task.version());
      }
      for (Reservation one : floor.offers) {
        Reservation.Status before = reservations.put(one, one.status());
        assertTrue(
            before == null || before == one.status() || !before.isFinal(),
            one.sid() + " came back from " + before);
        if (before == null) {
          eligible(one);
        }
        risen(one, one.version());
      }
      for (Worker worker : floor.workspace.workers()) {
        WorkerChannel voice = worker.channel("voice");
        int held = 0;
        for (Reservation one : worker.reservations()) {
          held += one.status().isFinal() ? 0 : 1;
        }
        assertEquals(held, voice.held());
        int allowed = Math.max(voice.capacity(), mostAllowed.getOrDefault(voice, 0));
        assertTrue(held <= allowed, worker.name() + " holds " + held + " of " + allowed);
        mostAllowed.put(voice, Math.max(voice.capacity(), held));
        risen(worker, worker.version());
      }
    }

    /** Made in this step: still in the queue, unless this very step took the worker out of it. */
    private void eligible(Reservation one) {
      assertTrue(one.activityBefore().available(), one.sid() + " was made for somebody away");
    }

    private void risen(Object thing, int version) {
      Integer before = versions.put(thing, version);
      assertTrue(before == null || before <= version, thing + " went from " + before);
    }

    private static long count(Task task, Reservation.Status status) {
      return task.reservations().stream().filter(one -> one.status() == status).count();
    }

    private void everyMoveHadItsEvent() {
      Map<String, Long> told = new LinkedHashMap<>();
      floor.events.forEach(type -> told.merge(type, 1L, Long::sum));
      assertEquals(floor.offers.size(), told.getOrDefault("reservation.created", 0L));
      for (Reservation.Status end :
          List.of(
              Reservation.Status.REJECTED,
              Reservation.Status.TIMEOUT,
              Reservation.Status.CANCELED,
              Reservation.Status.RESCINDED,
              Reservation.Status.COMPLETED)) {
        long ended = floor.offers.stream().filter(one -> one.status() == end).count();
        assertEquals(ended, told.getOrDefault("reservation." + end.word(), 0L), end.word());
      }
      assertEquals(tasks.size(), told.getOrDefault("task.created", 0L));
      for (Task.Status end : List.of(Task.Status.COMPLETED, Task.Status.CANCELED)) {
        long ended = tasks.stream().filter(one -> one.status() == end).count();
        assertEquals(ended, told.getOrDefault("task." + end.word(), 0L), end.word());
      }
    }
  }
}
