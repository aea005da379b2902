package dev.partyline.sim;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * One run: virtual time, pending events and fibers. Used by one thread at a time; which one, the
 * engine decides.
 */
public final class Simulation implements Chance {

  private static volatile Simulation running;

  private final Strategy strategy;
  private final Limits limits;
  private final Watcher watcher;
  private final FiberEngine engine;
  private final String label;

  /** Whether everything is kept that a replay needs. */
  private final boolean kept;

  private final Queue<Fiber> runnable = new ArrayDeque<>();
  private final Set<Fiber> live = new LinkedHashSet<>();
  private final Map<String, Integer> events = new HashMap<>();
  private final Map<String, Integer> fibers = new HashMap<>();
  private final List<Choice> picks = new ArrayList<>();
  private final List<Event> made = new ArrayList<>(128);
  private final List<Event> fired = new ArrayList<>(128);
  private final Queue<Outcome> leaks = new ConcurrentLinkedQueue<>();

  private long now;
  private long seq;
  private long instantSteps;
  private volatile long steps;
  private volatile Outcome outcome;
  private BadPin badPin;

  /**
   * Prepares a run.
   *
   * @param label what repeats this run, for messages about it
   * @param strategy used for this run alone
   */
  public Simulation(
      String label, Strategy strategy, Limits limits, Watcher watcher, FiberEngine engine) {
    this.label = label;
    this.strategy = strategy;
    this.limits = limits;
    this.watcher = watcher;
    this.engine = engine;
    this.kept = true;
  }

  /** A run without an end; see {@link OpenRun}. */
  Simulation(String label, OpenStrategy strategy, Watcher watcher) {
    this.label = label;
    this.strategy = strategy;
    this.limits = Limits.STANDARD;
    this.watcher = watcher;
    this.engine = null;
    this.kept = false;
  }

  void moveTo(long instant) {
    now = instant;
  }

  /** The run that is going on in this JVM; null between runs. For code that has only statics. */
  public static Simulation running() {
    return running;
  }

  /** Simulated milliseconds since the beginning of the run. */
  public long now() {
    return now;
  }

  /** What repeats this run. */
  public String label() {
    return label;
  }

  /** Events carried out so far. */
  public long steps() {
    return steps;
  }

  /** Simulated milliseconds after which a run is cut off. */
  public long horizonMs() {
    return limits.horizonMs();
  }

  Limits limits() {
    return limits;
  }

  /**
   * Makes an event.
   *
   * @param name stable name; used again in the same run it gets {@code #2}, {@code #3}, …
   * @param delay how long from now
   */
  public Cancellable in(String name, Span delay, Runnable action) {
    Event event =
        new Event(
            this, kept ? unique(events, name) : name, delay, now, seq++, fired.size() - 1L, action);
    try {
      strategy.add(event);
    } catch (BadPin wrongSeed) {
      throw refused(wrongSeed);
    }
    if (kept) {
      made.add(event);
    }
    return event;
  }

  /** Starts a fiber that belongs to nothing; it runs at this instant, after what runs now. */
  public Fiber fiber(String name, Runnable body) {
    return fiber(name, null, body);
  }

  /**
   * Starts a fiber; it runs at this instant, after what runs now.
   *
   * @param group what it belongs to, such as an instance of a program; null when to nothing
   */
  public Fiber fiber(String name, Object group, Runnable body) {
    if (!kept) {
      throw new IllegalStateException(
          "'" + name + "' needs a simulated run: in a live one the application is another process");
    }
    Fiber fiber = new Fiber(this, unique(fibers, name), group, body);
    live.add(fiber);
    wake(fiber);
    return fiber;
  }

  /**
   * Cuts off all fibers of a group where they stand: each ends with {@link SimulationEnded} when it
   * next asks anything of the simulation, and those that wait are woken for that at this instant. A
   * fiber of the group that calls this goes on until then.
   */
  public void cut(Object group) {
    for (Fiber fiber : unfinished()) {
      if (group.equals(fiber.group())) {
        fiber.poisoned = true;
        if (fiber.waitsFor != null) {
          wake(fiber);
        }
      }
    }
  }

  /** Ends the calling fiber here when it has been cut off; does nothing else. */
  public void endIfCut() {
    Fiber fiber = Fiber.current();
    if (fiber != null && fiber.poisoned) {
      throw new SimulationEnded();
    }
  }

  /**
   * Asks something real, such as a database, on the calling fiber or in an event: no event happens
   * and no time passes until it has answered. The answer must depend on nothing but what this run
   * has asked before.
   */
  public <T> T outside(Supplier<T> work) {
    Fiber fiber = Fiber.current();
    if (fiber == null) {
      return work.get();
    }
    return engine.outside(requireFiber("a call outside"), work);
  }

  /** A value to wait for; {@code what} names it in messages. */
  public <T> Signal<T> signal(String what) {
    return new Signal<>(this, what);
  }

  /**
   * Lets virtual time pass on the calling fiber.
   *
   * @throws LeakException when called from a thread that is no fiber of this run
   */
  public void sleep(Duration time) {
    Fiber fiber = requireFiber("sleep");
    Signal<Boolean> over = signal("sleep of " + time.toMillis() + " ms");
    in(
        fiber.name() + ".sleep",
        Span.exactly(Math.max(0, time.toMillis())),
        () -> over.complete(true));
    over.await();
  }

  /**
   * The fiber that calls.
   *
   * @param what what it wants to do, for the message
   * @throws LeakException when the calling thread is no fiber of this run; the run's outcome is
   *     then a leak, whatever the caller does with the exception
   */
  public Fiber requireFiber(String what) {
    Fiber fiber = Fiber.current();
    if (fiber != null && fiber.simulation() == this) {
      if (fiber.poisoned) {
        throw new SimulationEnded();
      }
      return fiber;
    }
    LeakException leak =
        new LeakException(
            what
                + " was called from thread '"
                + Thread.currentThread().getName()
                + "', which this simulation does not own: run such work on the executor that the"
                + " simulation hands out, not on a pool, timer or thread of your own");
    leaks.add(
        new Outcome(
            Outcome.Kind.LEAK,
            leak.getMessage(),
            Stacks.lines(leak.getStackTrace()),
            "Pass the executor in instead of making one."));
    throw leak;
  }

  /**
   * Carries the run to its end.
   *
   * @throws BadPin when a pinned choice has a value that the choice cannot take
   */
  public Outcome run() {
    running = this;
    try {
      engine.drive(this);
    } finally {
      running = null;
    }
    if (badPin != null) {
      throw badPin;
    }
    return outcome;
  }

  /** How the run ended; null while it goes on. */
  public Outcome outcome() {
    return outcome;
  }

  /**
   * Everything that was chosen, in order, pinned by which a {@link Strategy#pinned} run does the
   * same; at the end the delays of events that never came. Called when the run is over.
   */
  public List<Choice> choices() {
    List<Choice> all = new ArrayList<>(picks);
    List<Event> later = new ArrayList<>();
    Map<Long, List<Event>> tooLate = new HashMap<>();
    for (Event event : made) {
      if (!event.fired) {
        long due = strategy.unfired(event);
        boolean sameInstant = event.cancelled && event.cancelledAt == due;
        (sameInstant ? tooLate.computeIfAbsent(due, at -> new ArrayList<>()) : later).add(event);
      }
    }
    int start = 0;
    while (start < fired.size()) {
      int end = start + 1;
      boolean ordered = true;
      while (end < fired.size() && fired.get(end).due == fired.get(start).due) {
        ordered &= fired.get(end).seq > fired.get(end - 1).seq;
        end++;
      }
      long due = fired.get(start).due;
      List<Event> calledOff = tooLate.getOrDefault(due, List.of());
      for (Event event : calledOff) {
        ordered &= event.seq > fired.get(end - 1).seq;
      }
      for (int i = start; i < end; i++) {
        addChoice(all, fired.get(i), due, ordered ? 0 : i - start);
      }
      for (int i = 0; i < calledOff.size(); i++) {
        addChoice(all, calledOff.get(i), due, ordered ? 0 : end - start + i);
      }
      start = end;
    }
    for (Event event : later) {
      addChoice(all, event, strategy.unfired(event), 0);
    }
    return all;
  }

  private static void addChoice(List<Choice> all, Event event, long due, int place) {
    if (event.span.fixed() && place == 0) {
      return;
    }
    long delay = due - event.scheduledAt;
    all.add(
        new Choice(
            event.name,
            place == 0 ? Long.toString(delay) : delay + "~" + place,
            place == 0 && delay == event.span.typical(),
            true));
  }

  /** Pinned names that this run never asked for. */
  public List<String> unusedPins() {
    return strategy.unusedPins();
  }

  /** Names of the events carried out, in order: what tells one order of events from another. */
  public List<String> order() {
    List<String> names = new ArrayList<>(fired.size());
    for (Event event : fired) {
      names.add(event.name);
    }
    return names;
  }

  @Override
  public <T> T pick(String name, List<T> options) {
    int index;
    try {
      index = options.size() == 1 ? 0 : strategy.pick(name, options);
    } catch (BadPin wrongSeed) {
      throw refused(wrongSeed);
    }
    if (options.size() > 1) {
      record(name, options.get(index).toString(), options.get(index).equals(options.get(0)), false);
    }
    return options.get(index);
  }

  @Override
  public boolean happens(String name, double rate) {
    if (rate <= 0) {
      return false;
    }
    boolean result;
    try {
      result = strategy.happens(name, rate);
    } catch (BadPin wrongSeed) {
      throw refused(wrongSeed);
    }
    record(name, result ? "yes" : "no", result == (rate >= 1), false);
    return result;
  }

  @Override
  public long amount(String name, Span span) {
    long value;
    try {
      value = span.fixed() ? span.min() : strategy.amount(name, span);
    } catch (BadPin wrongSeed) {
      throw refused(wrongSeed);
    }
    if (!span.fixed()) {
      record(name, Long.toString(value), value == span.typical(), true);
    }
    return value;
  }

  /** Ends the run even when the code under test catches what is thrown here. */
  private BadPin refused(BadPin wrongSeed) {
    badPin = wrongSeed;
    end(Outcome.of(Outcome.Kind.FAULT, wrongSeed.getMessage(), ""));
    return wrongSeed;
  }

  private void record(String name, String value, boolean standard, boolean amount) {
    Choice choice = new Choice(name, value, standard, amount);
    if (kept) {
      picks.add(choice);
    }
    watcher.chose(choice);
  }

  private static String unique(Map<String, Integer> timesUsed, String name) {
    Integer times = timesUsed.get(name);
    if (times == null) {
      timesUsed.put(name, 1);
      return name;
    }
    timesUsed.put(name, times + 1);
    return name + "#" + (times + 1);
  }

  // ---- for the engines: all called on the baton ----

  /** Goes on to the next fiber that can run; null when the run is over. */
  Fiber advance() {
    while (outcome == null) {
      Fiber next = runnable.poll();
      if (next != null) {
        next.queued = false;
        if (!next.done) {
          return next;
        }
        continue;
      }
      step();
    }
    return null;
  }

  private void step() {
    try {
      Event event = strategy.next(now);
      if (event == null) {
        outcome = atRest();
        return;
      }
      if (event.due > limits.horizonMs()) {
        now = limits.horizonMs();
        end(
            Outcome.of(
                Outcome.Kind.HORIZON,
                "simulated time ran out at "
                    + limits.horizonMs()
                    + " ms while "
                    + event.name
                    + " was still due",
                ""));
        return;
      }
      instantSteps = event.due == now ? instantSteps + 1 : 0;
      now = event.due;
      steps++;
      if (steps > limits.maxSteps()) {
        end(tooMany(Outcome.Kind.STEP_LIMIT, limits.maxSteps() + " events", event));
        return;
      }
      if (instantSteps > limits.maxStepsAtOneInstant()) {
        end(
            tooMany(
                Outcome.Kind.ZERO_TIME_LOOP,
                limits.maxStepsAtOneInstant() + " events at " + now + " ms without time moving",
                event));
        return;
      }
      event.fired = true;
      fired.add(event);
      if (!event.span.fixed()) {
        long delay = now - event.scheduledAt;
        watcher.chose(
            new Choice(event.name, Long.toString(delay), delay == event.span.typical(), true));
      }
      event.action.run();
    } catch (BadPin wrongSeed) {
      refused(wrongSeed);
    } catch (RuntimeException | Error bug) {
      end(
          new Outcome(
              Outcome.Kind.FAULT,
              bug.toString(),
              Stacks.lines(bug.getStackTrace()),
              "This is a fault of Partyline, not of the program under test: please report it with"
                  + " the seed."));
    }
  }

  private Outcome tooMany(Outcome.Kind kind, String what, Event last) {
    return Outcome.of(
        kind,
        what + "; the last one was " + last.name,
        "Something repeats for ever: look for a retry without a wait or a limit.");
  }

  private Outcome atRest() {
    if (!leaks.isEmpty()) {
      return leaks.peek();
    }
    List<Fiber> waiting = unfinished();
    waiting.removeIf(fiber -> fiber.poisoned);
    if (waiting.isEmpty()) {
      return Outcome.of(Outcome.Kind.QUIET, "", "");
    }
    Fiber first = waiting.get(0);
    return new Outcome(
        Outcome.Kind.DEADLOCK,
        first.name()
            + (first.waitsFor == null
                ? " is blocked, and nothing left in the run can wake it"
                : " waits for " + first.waitsFor + ", which nothing left in the run will bring")
            + (waiting.size() > 1 ? " (" + (waiting.size() - 1) + " more wait, too)" : ""),
        Stacks.of(first),
        "");
  }

  /** Ends the run; the first end counts. */
  void end(Outcome how) {
    if (outcome == null) {
      outcome = how;
    }
  }

  /** Makes a fiber run again at this instant. */
  void wake(Fiber fiber) {
    if (!fiber.queued && !fiber.done) {
      fiber.queued = true;
      runnable.add(fiber);
    }
  }

  void park(Fiber fiber, String what) {
    if (outcome != null || fiber.poisoned) {
      throw new SimulationEnded();
    }
    fiber.waitsFor = what;
    engine.park(fiber);
    fiber.waitsFor = null;
    if (outcome != null || fiber.poisoned) {
      throw new SimulationEnded();
    }
  }

  void fiberFailed(Fiber fiber, Throwable failure) {
    if (outcome == null && !fiber.poisoned) {
      watcher.failed(fiber, failure);
    }
  }

  void fiberDone(Fiber fiber) {
    live.remove(fiber);
  }

  /** Fibers that have not ended, in the order of their making. */
  List<Fiber> unfinished() {
    return new ArrayList<>(live);
  }

  /** A fiber was woken by a thread of somebody else's; the run cannot be trusted from here on. */
  void foreignWake(Outcome leak) {
    leaks.add(leak);
    end(leak);
  }

  /** Turns the outcome of a run into a leak when one was noticed on another thread. */
  void settle() {
    if (!leaks.isEmpty() && (outcome == null || outcome.kind() != Outcome.Kind.LEAK)) {
      outcome = leaks.peek();
    }
  }
}
