package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.RoutingEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * CAPACITY: no task waits while a worker who takes such tasks is free.
 *
 * <p>A worker takes the tasks of a queue and channel from which they were offered one in this run.
 * Free is who is available without an offer or a task; who was taken offline by a missed offer and
 * left there; and whose tasks are all in wrap-ups that nobody completes.
 */
public final class Capacity implements RunLaw {

  /** How long work after a call may last before it counts as forgotten, in milliseconds. */
  static final long LONGEST_WRAP_UP_MS = 120_000;

  private final long limitMs;

  /** With the standard limit. */
  public Capacity() {
    this(Laws.STANDARD_LIMIT_MS);
  }

  /**
   * With a limit of one's own.
   *
   * @param limitMs how long a task may wait while somebody is free, in simulated milliseconds
   */
  public Capacity(long limitMs) {
    this.limitMs = limitMs;
  }

  @Override
  public String id() {
    return "CAPACITY";
  }

  @Override
  public String sentence() {
    return "No task waits longer than "
        + Wording.seconds(limitMs)
        + " while a worker who takes such tasks is free, left offline after a missed offer, or in a"
        + " wrap-up that nobody completes.";
  }

  @Override
  public Verdict judge(Run run) {
    Judge judge = new Judge(run);
    for (Entry entry : run.journal) {
      if (entry.what() instanceof RoutingEvent event) {
        judge.learn(event);
      }
    }
    for (Entry entry : run.journal) {
      if (entry.what() instanceof RoutingEvent event) {
        judge.read(entry.at(), event);
      }
    }
    return judge.verdict();
  }

  /** A task that waits, or waited. */
  private static final class Waiting {
    private final String sid;
    private String call;
    private String skill;
    private long since = Run.OPEN;
    private int offers;
    private boolean taken;
    private boolean told;

    Waiting(String sid) {
      this.sid = sid;
    }
  }

  private final class Judge {
    private final Run run;
    private final Breaches breaches = new Breaches();
    private final Map<String, Set<FreeTime>> takers = new LinkedHashMap<>();
    private final Map<String, FreeTime> workers = new LinkedHashMap<>();
    private final Map<String, Waiting> tasks = new LinkedHashMap<>();

    Judge(Run run) {
      this.run = run;
    }

    /** Who takes what. */
    void learn(RoutingEvent event) {
      if (event.event().equals("reservation.created")) {
        takers.computeIfAbsent(skill(event), none -> new LinkedHashSet<>()).add(worker(event));
      }
    }

    private String skill(RoutingEvent event) {
      return event.queue() + "/" + event.channel();
    }

    private FreeTime worker(RoutingEvent event) {
      return workers.computeIfAbsent(event.worker(), FreeTime::new);
    }

    void read(long at, RoutingEvent event) {
      if (event.worker() != null) {
        FreeTime worker = worker(event);
        long before = worker.since();
        worker.read(at, event);
        if (before != Run.OPEN && worker.since() != before) {
          freeUntil(worker, before, at);
        }
      }
      if (event.task() != null) {
        task(at, event);
      }
    }

    private void task(long at, RoutingEvent event) {
      Waiting task = tasks.get(event.task());
      switch (event.event()) {
        case "task-queue.entered" -> {
          task = tasks.computeIfAbsent(event.task(), Waiting::new);
          waitedUntil(task, at);
          task.skill = skill(event);
          task.call = event.call();
          task.since = at;
          breaches.exercised();
        }
        case "reservation.created" -> {
          if (task != null) {
            waitedUntil(task, at);
            task.offers++;
          }
        }
        case "reservation.rejected",
            "reservation.timeout",
            "reservation.canceled",
            "reservation.rescinded" -> {
          if (task != null && --task.offers == 0 && !task.taken) {
            task.since = at;
          }
        }
        case "reservation.accepted" -> {
          if (task != null) {
            task.taken = true;
            waitedUntil(task, at);
          }
        }
        case "task.canceled", "task.completed", "task.deleted", "task.system-deleted" -> {
          if (task != null) {
            waitedUntil(task, at);
            tasks.remove(event.task());
          }
        }
        default -> {
          // nothing that makes a task wait or be served
        }
      }
    }

    /** The task waits no more. */
    private void waitedUntil(Waiting task, long at) {
      if (task.since == Run.OPEN) {
        return;
      }
      for (FreeTime worker : takers.getOrDefault(task.skill, Set.of())) {
        if (worker.since() != Run.OPEN) {
          met(task, worker, Math.max(task.since, worker.since()), at);
        }
      }
      task.since = Run.OPEN;
    }

    /** The worker is free no more, or for another reason. */
    private void freeUntil(FreeTime worker, long since, long at) {
      for (Waiting task : tasks.values()) {
        if (task.since != Run.OPEN && takers.getOrDefault(task.skill, Set.of()).contains(worker)) {
          met(task, worker, Math.max(task.since, since), at);
        }
      }
    }

    private void met(Waiting task, FreeTime worker, long since, long until) {
      long broken = since + limitMs;
      if (task.told || !run.outlasts(until, broken)) {
        return;
      }
      task.told = true;
      CallLeg leg = task.call == null ? null : run.legs.get(task.call);
      String who = leg == null || leg.party() == null ? Wording.sid(task.sid) : leg.party();
      String conversation = leg == null || leg.conversation == null ? null : leg.conversation.name;
      List<String> parties = new ArrayList<>(Breaches.named(leg == null ? null : leg.party()));
      parties.add(worker.name());
      breaches.add(
          new Violation(
              id(),
              broken,
              since,
              until,
              conversation,
              parties,
              task.call == null ? List.of() : List.of(task.call),
              who + " waited " + Wording.span(since, until) + " while " + worker.why()));
    }

    Verdict verdict() {
      for (Waiting task : new ArrayList<>(tasks.values())) {
        waitedUntil(task, Run.OPEN);
      }
      return breaches.verdict();
    }
  }
}
