package dev.partyline.taskrouter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Routing against a second, naive implementation that shares nothing with the first but the rules:
 * it keeps numbers in lists and looks through all of them for every decision.
 */
class RoutingOracleTest {

  private static final int WORKSPACES = 10_000;
  private static final List<String> SKILLS = List.of("sales", "support", "billing");

  /** A worker as the rules see one. */
  private static final class NaiveWorker {
    final String sid;
    final String skill;
    final int level;
    final int capacity;
    boolean available = true;
    int held;
    long lastOffer = -1;

    NaiveWorker(String sid, String skill, int level, int capacity) {
      this.sid = sid;
      this.skill = skill;
      this.level = level;
      this.capacity = capacity;
    }
  }

  /** A task as the rules see one; its queue wants a skill and a target wants a level. */
  private static final class NaiveTask {
    final String sid;
    final int queue;
    final int level;
    final int priority;
    final int number;
    final boolean byLevel;
    NaiveWorker offeredTo;
    boolean waits = true;

    NaiveTask(String sid, int queue, int level, int priority, int number, boolean byLevel) {
      this.sid = sid;
      this.queue = queue;
      this.level = level;
      this.priority = priority;
      this.number = number;
      this.byLevel = byLevel;
    }
  }

  /** TR-TQ-06 to 08, TR-WF-30, TR-WF-31, TR-WORKER-08, TR-INV-08. */
  @Test
  @Pins({
    "TR-WF-09",
    "TR-WF-30",
    "TR-TQ-06",
    "TR-TQ-07",
    "TR-TQ-08",
    "TR-WF-31",
    "TR-INV-05",
    "TR-INV-08"
  })
  void every_offer_goes_where_the_naive_router_sends_it() {
    for (int seed = 0; seed < WORKSPACES; seed++) {
      new Comparison(seed).run();
    }
  }

  private static final class Comparison {
    private final int seed;
    private final Random random;
    private final boolean lifoFirst;
    private final boolean[] lifo = new boolean[3];
    private final Floor floor;
    private final List<NaiveWorker> workers = new ArrayList<>();
    private final List<NaiveTask> tasks = new ArrayList<>();
    private final Map<String, String> naive = new LinkedHashMap<>();
    private final List<Workflow> flows = new ArrayList<>();

    Comparison(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.lifoFirst = random.nextBoolean();
      this.floor = new Floor(Map.of(), true, lifoFirst);
    }

    void run() {
      for (int i = 0; i < 3; i++) {
        lifo[i] = random.nextInt(4) == 0;
        TaskQueue queue =
            floor.queue(
                new TaskQueue.Settings(
                    "q" + i, "skills HAS '" + SKILLS.get(i) + "'", 1, lifo[i], null, null));
        for (String order : List.of("", ",\"order_by\":\"level DESC\"")) {
          flows.add(
              floor.workflow(
                  ("{\"filters\":[{\"expression\":\"1==1\",\"targets\":[{\"queue\":\"%s\","
                          + "\"expression\":\"worker.level >= task.level\"%s}]}]}")
                      .formatted(queue.sid(), order),
                  1_000));
        }
      }
      int steps = 6 + random.nextInt(14);
      for (int i = 0; i < steps; i++) {
        floor.now += 1000;
        step();
        assertSame(i);
      }
    }

    private void step() {
      int what = random.nextInt(10);
      if (workers.isEmpty() || what < 2) {
        hire();
      } else if (what < 6) {
        create();
      } else if (what < 8) {
        toggle(workers.get(random.nextInt(workers.size())));
      } else {
        answer();
      }
      match();
    }

    private void hire() {
      String skill = SKILLS.get(random.nextInt(3));
      int level = random.nextInt(4);
      int capacity = 1 + random.nextInt(2);
      String name = "w" + workers.size();
      floor.does(
          effects ->
              floor.workspace.addWorker(
                  name,
                  "{\"skills\":[\"" + skill + "\"],\"level\":" + level + "}",
                  floor.activity("Unavailable"),
                  floor.now,
                  effects));
      Worker made = floor.workspace.workerNamed(name);
      floor.does(
          effects ->
              floor.workspace.change(
                  made, made.channel("voice"), capacity, null, floor.now, effects));
      floor.does(
          effects ->
              floor.workspace.change(
                  made, null, floor.activity("Available"), null, false, floor.now, effects));
      workers.add(new NaiveWorker(made.sid(), skill, level, capacity));
    }

    private void create() {
      int queue = random.nextInt(3);
      boolean byLevel = random.nextBoolean();
      int level = random.nextInt(4);
      int priority = random.nextInt(3);
      Task made =
          floor.task(
              new NewTask(
                  flows.get(queue * 2 + (byLevel ? 1 : 0)).sid(),
                  Attributes.parse("{\"level\":" + level + "}", false),
                  "voice",
                  priority,
                  86_400,
                  -1,
                  null,
                  false,
                  null));
      tasks.add(new NaiveTask(made.sid(), queue, level, priority, tasks.size(), byLevel));
    }

    private void toggle(NaiveWorker worker) {
      worker.available = !worker.available;
      floor.does(
          effects ->
              floor.workspace.change(
                  floor.workspace.worker(worker.sid),
                  null,
                  floor.activity(worker.available ? "Available" : "Unavailable"),
                  null,
                  false,
                  floor.now,
                  effects));
    }

    private void answer() {
      for (NaiveTask task : tasks) {
        if (task.offeredTo != null && task.waits) {
          Reservation offer = floor.offer(floor.workspace.task(task.sid));
          if (offer == null) {
            return;
          }
          if (random.nextBoolean()) {
            task.waits = false;
            floor.accept(offer);
          } else {
            task.offeredTo.held--;
            task.offeredTo = null;
            naive.remove(task.sid);
            floor.reject(offer);
          }
          return;
        }
      }
    }

    /** One task after another, each to the best of all workers who may have it. */
    private void match() {
      List<NaiveTask> order = new ArrayList<>(tasks);
      order.removeIf(task -> !task.waits || task.offeredTo != null);
      order.sort(
          Comparator.<NaiveTask, Boolean>comparing(task -> lifo[task.queue] != lifoFirst)
              .thenComparing(task -> lifo[task.queue] ? 0 : -task.priority)
              .thenComparing(task -> lifo[task.queue] ? -task.number : task.number));
      for (NaiveTask task : order) {
        NaiveWorker best = null;
        for (NaiveWorker worker : workers) {
          boolean may =
              worker.available
                  && worker.held < worker.capacity
                  && worker.skill.equals(SKILLS.get(task.queue))
                  && worker.level >= task.level;
          if (may && (best == null || better(task, worker, best))) {
            best = worker;
          }
        }
        if (best != null) {
          best.held++;
          best.lastOffer = floor.now;
          task.offeredTo = best;
          naive.put(task.sid, best.sid);
        }
      }
    }

    private boolean better(NaiveTask task, NaiveWorker worker, NaiveWorker than) {
      if (task.byLevel && worker.level != than.level) {
        return worker.level > than.level;
      }
      return worker.lastOffer < than.lastOffer;
    }

    private void assertSame(int step) {
      Map<String, String> real = new LinkedHashMap<>();
      for (NaiveTask task : tasks) {
        for (Reservation reservation : floor.workspace.task(task.sid).reservations()) {
          boolean live =
              reservation.status() == Reservation.Status.PENDING
                  || reservation.status() == Reservation.Status.ACCEPTED;
          if (live) {
            real.put(task.sid, reservation.worker().sid());
          }
        }
      }
      assertEquals(
          new java.util.TreeMap<>(naive),
          new java.util.TreeMap<>(real),
          () -> "seed " + seed + ", step " + step);
    }
  }
}
