package dev.partyline.server;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.journal.NdjsonWriter;
import dev.partyline.knob.Knobs;
import dev.partyline.phone.PhoneScript;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.server.transport.HttpTransport;
import dev.partyline.sim.Choice;
import dev.partyline.sim.Fiber;
import dev.partyline.sim.OpenRun;
import dev.partyline.sim.Watcher;
import dev.partyline.world.Account;
import dev.partyline.world.TimeProfile;
import dev.partyline.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A platform that runs by the wall clock. One lock guards its world: whoever holds it is the single
 * writer, and moves time to now before anything else. Safe to use from any thread.
 */
public final class LivePlatform implements AutoCloseable {

  /** About as many as the journal tells of; a conference that is over is kept likewise. */
  private static final int FINISHED = 20_000;

  /**
   * Looks at the lock before a request is put to sleep until it is free. It is held for some tens
   * of microseconds, and to sleep and be woken takes as long.
   */
  private static final int LOOKS = Runtime.getRuntime().availableProcessors() > 1 ? 1_000 : 0;

  private static final int MOST_SPEED = 10_000;
  private static final long PATIENCE_MS = 1_000;

  private final LiveSettings settings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Consumer<Entry>> followers = new CopyOnWriteArrayList<>();
  private final Streams streams = new Streams();
  private final AtomicInteger onTheirWay = new AtomicInteger();
  private final HttpTransport transport;
  private final Thread waker;
  private final Clock clock = new Clock();
  private Writer file;
  private Journal journal;
  private OpenRun run;
  private World world;
  private volatile Knobs knobs;
  private int generation;
  private long awake = Long.MAX_VALUE;
  private boolean closed;

  private LivePlatform(LiveSettings settings) {
    this.settings = settings;
    this.knobs = settings.knobs().copy();
    this.transport = new HttpTransport(settings.reach(), this::post);
    this.clock.speed = settings.speed();
    this.waker = new Thread(this::keepTime, "partyline-clock");
    this.waker.setDaemon(true);
  }

  /** Begins at simulated time 0, which is now. */
  public static LivePlatform start(LiveSettings settings) {
    LivePlatform platform = new LivePlatform(settings);
    platform.lock.lock();
    try {
      platform.begin();
    } finally {
      platform.lock.unlock();
    }
    platform.waker.start();
    return platform;
  }

  private void begin() {
    generation++;
    onTheirWay.set(0);
    openFile();
    journal = new Journal(settings.journalEntries(), this::tell);
    clock.begin();
    run = new OpenRun(settings.seed(), new Chosen(), this::fault);
    journal.add(
        0,
        new Happening.RunBegan(
            Happening.SCHEMA,
            "live",
            "live",
            Long.toString(settings.seed()),
            Account.EPOCH_TEXT,
            knobs.differences()));
    world =
        new World(
            run.simulation(),
            journal,
            knobs,
            TimeProfile.STANDARD,
            settings.directory().get(),
            transport);
    world.keepFinished(FINISHED);
    world.phones().book().standard(PhoneScript.ANSWERS);
    settings.phones().forEach(world.phones().book()::put);
    world.tokens().beganAt(Instant.now());
    settings.furnishing().forEach(step -> step.accept(world));
  }

  private void openFile() {
    try {
      if (file != null) {
        file.close();
      }
      if (settings.journalFile() != null) {
        file = Files.newBufferedWriter(settings.journalFile(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the journal to " + settings.journalFile() + ": " + e.getMessage(), e);
    }
  }

  // ---- for doors, the control API and tests ----

  /**
   * Answers a request to the API; what it changes has happened when this returns.
   *
   * @return completed already; exceptionally with {@code NotModelled} for what the fake cannot do
   *     yet, or with what else was thrown, which is a fault of the fake
   */
  public CompletableFuture<RestResponse> handle(RestRequest request) {
    return ask(asked -> asked.front().take(request));
  }

  /** Asks something of the world, or tells it something, at this instant; completed already. */
  public <T> CompletableFuture<T> ask(Function<World, T> question) {
    enter();
    try {
      requireOpen();
      clock.pass();
      T answer = question.apply(world);
      wakeIfSooner();
      return CompletableFuture.completedFuture(answer);
    } catch (RuntimeException | Error failure) {
      return CompletableFuture.failedFuture(failure);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends a webhook again: the same parameters to the same URL, with a fresh signature.
   *
   * @param name as the journal names it
   * @throws IllegalArgumentException when the journal no longer holds such a webhook
   */
  public void replay(String name) {
    locked(
        () -> {
          Happening.WebhookSent sent = null;
          Happening.WebhookQueued queued = null;
          for (Entry entry : journal.entries()) {
            if (entry.what() instanceof Happening.WebhookSent one && one.webhook().equals(name)) {
              sent = one;
            } else if (entry.what() instanceof Happening.WebhookQueued one
                && one.webhook().equals(name)) {
              queued = one;
            }
          }
          if (sent == null || queued == null) {
            throw new IllegalArgumentException(
                "no webhook '" + name + "' was sent, or the journal no longer holds it");
          }
          clock.pass();
          world.replay(queued, sent);
          changed.signalAll();
          return null;
        });
  }

  /** Time. */
  public LiveClock clock() {
    return clock;
  }

  /** What the platform was started with. */
  public LiveSettings settings() {
    return settings;
  }

  /**
   * Turns knobs while the platform runs. {@code cb.delay} and {@code call.ringBuffer} count from
   * the next reset on.
   */
  public void turn(Knobs others) {
    locked(
        () -> {
          knobs.become(others);
          return null;
        });
  }

  /** How the platform behaves now. */
  public Knobs knobs() {
    return knobs;
  }

  /** Entries that are kept, from one number to before another. */
  public List<Entry> entries(long from, long to) {
    return locked(
        () -> {
          List<Entry> kept = journal.entries();
          if (kept.isEmpty()) {
            return List.of();
          }
          long first = kept.get(0).seq();
          int begin = (int) Math.max(0, Math.min(kept.size(), from - first));
          int end = (int) Math.max(begin, Math.min(kept.size(), to - first));
          return new ArrayList<>(kept.subList(begin, end));
        });
  }

  /**
   * Tells a follower every entry from a number on, those that are kept first, without a gap and in
   * order. The follower must not block: it is told while the platform's lock is held. One that
   * throws is told no more.
   *
   * @return closed to end it
   */
  public AutoCloseable follow(long from, Consumer<Entry> follower) {
    return locked(
        () -> {
          for (Entry entry : journal.entries()) {
            if (entry.seq() >= from) {
              follower.accept(entry);
            }
          }
          followers.add(follower);
          return () -> followers.remove(follower);
        });
  }

  /** Begins anew with the same settings; answers still on their way to the old world are lost. */
  public void reset() {
    reset(settings.knobs());
  }

  /** Begins anew with other knobs. */
  public void reset(Knobs others) {
    locked(
        () -> {
          knobs = others.copy();
          begin();
          changed.signalAll();
          return null;
        });
  }

  /** Connections on which events go out. */
  public Streams streams() {
    return streams;
  }

  /** Requests to the application that were sent and not answered yet. */
  public int onTheirWay() {
    return onTheirWay.get();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      if (file != null) {
        file.close();
      }
    } catch (IOException lost) {
      throw new UncheckedIOException("the journal's file could not be finished", lost);
    } finally {
      lock.unlock();
    }
    transport.close();
    try {
      waker.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- inside ----

  private interface Body<T> {
    T run();
  }

  private <T> T locked(Body<T> body) {
    lock.lock();
    try {
      requireOpen();
      return body.run();
    } finally {
      lock.unlock();
    }
  }

  private void enter() {
    for (int looks = LOOKS; looks > 0; looks--) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    lock.lock();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this platform was closed");
    }
  }

  /** What the transport brings back, in the world it was sent from. */
  private HttpTransport.Ticket post() {
    int from = generation;
    if (onTheirWay.get() == 0) {
      clock.slowDown();
    }
    onTheirWay.incrementAndGet();
    return answer -> {
      lock.lock();
      try {
        if (!closed && from == generation) {
          clock.pass();
          clock.rebase();
          onTheirWay.decrementAndGet();
          answer.run();
          changed.signalAll();
        }
      } catch (RuntimeException | Error failure) {
        fault("the answer of the application", failure);
      } finally {
        lock.unlock();
      }
    };
  }

  private void tell(Entry entry) {
    if (file != null) {
      try {
        file.write(NdjsonWriter.line(entry));
        file.write('\n');
        file.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write the journal: " + e.getMessage(), e);
      }
    }
    for (Consumer<Entry> follower : followers) {
      try {
        follower.accept(entry);
      } catch (RuntimeException gone) {
        followers.remove(follower);
      }
    }
  }

  /** A fault of the fake must not stop the platform, and must not look like the application's. */
  private void fault(String event, Throwable failure) {
    System.err.println("Partyline has a fault of its own while it carries out " + event + ":");
    failure.printStackTrace();
    journal.add(
        run.simulation().now(),
        new Happening.Leaked(
            event,
            "a fault of Partyline: " + failure,
            dev.partyline.webhook.Deliveries.stack(failure),
            "Please report it with the lines above."));
  }

  private void wakeIfSooner() {
    if (run.nextDue() < awake) {
      awake = run.nextDue();
      changed.signalAll();
    }
  }

  /** Everybody who asks carries out what is due, so the waker is for quiet times. */
  private void keepTime() {
    lock.lock();
    try {
      while (!closed) {
        clock.pass();
        awake = run.nextDue();
        long wait = clock.nanosUntil(awake);
        if (wait == Long.MAX_VALUE) {
          changed.await();
        } else if (wait > 0) {
          changed.awaitNanos(wait);
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private final class Clock implements LiveClock {
    private double speed;
    private boolean frozen;
    private int held;
    private long baseNanos;
    private double baseMs;

    void begin() {
      baseMs = 0;
      baseNanos = System.nanoTime();
    }

    /** Simulated milliseconds that the wall clock allows; held under the lock. */
    long target() {
      return (long) exact();
    }

    private double exact() {
      return stands() ? baseMs : baseMs + (System.nanoTime() - baseNanos) / 1e6 * pace();
    }

    private boolean stands() {
      return frozen || held > 0;
    }

    /** The application lives by the wall clock: while it answers, time runs no faster than that. */
    private double pace() {
      return onTheirWay.get() > 0 ? Math.min(1, speed) : speed;
    }

    /** Carries out what is due by now. */
    void pass() {
      long to = target();
      while (run.nextDue() <= to) {
        double before = pace();
        run.carryOut(run.nextDue());
        to = pace() < before ? target() : to;
      }
      run.carryOut(to);
    }

    /** From the instant of what is carried out on, time runs no faster than real time. */
    void slowDown() {
      if (speed > 1 && !stands()) {
        baseMs = run.simulation().now();
        baseNanos = System.nanoTime();
      }
    }

    private void rebase() {
      baseMs = exact();
      baseNanos = System.nanoTime();
    }

    long nanosUntil(long due) {
      return stands() || due == Long.MAX_VALUE
          ? Long.MAX_VALUE
          : Math.max(0, (long) ((due - exact()) / pace() * 1e6) + 1);
    }

    @Override
    public long now() {
      return locked(
          () -> {
            pass();
            return run.simulation().now();
          });
    }

    @Override
    public void freeze() {
      locked(
          () -> {
            pass();
            rebase();
            frozen = true;
            return null;
          });
    }

    @Override
    public void resume() {
      locked(
          () -> {
            baseNanos = System.nanoTime();
            frozen = false;
            changed.signalAll();
            return null;
          });
    }

    @Override
    public boolean frozen() {
      return locked(() -> frozen);
    }

    @Override
    public double speed() {
      return locked(() -> speed);
    }

    @Override
    public void speed(double factor) {
      if (!(factor > 0 && factor <= MOST_SPEED)) {
        throw new IllegalArgumentException(
            "speed is more than 0 and at most " + MOST_SPEED + ", not " + factor);
      }
      locked(
          () -> {
            rebase();
            speed = factor;
            changed.signalAll();
            return null;
          });
    }

    @Override
    public void advance(Duration time) {
      if (time.isNegative()) {
        throw new IllegalArgumentException("time does not go back: " + time);
      }
      locked(
          () -> {
            rebase();
            long end = target() + time.toMillis();
            awaitAnswers();
            while (run.nextDue() <= end) {
              jump(Math.max(target(), run.nextDue()));
              awaitAnswers();
            }
            jump(end);
            changed.signalAll();
            return null;
          });
    }

    @Override
    public List<String> runUntilQuiet(Duration most) {
      return locked(
          () -> {
            rebase();
            long end = target() + most.toMillis();
            awaitAnswers();
            while (run.nextDue() <= end) {
              jump(Math.max(target(), run.nextDue()));
              awaitAnswers();
            }
            if (run.nextDue() != Long.MAX_VALUE) {
              jump(end);
            }
            changed.signalAll();
            return run.upcoming();
          });
    }

    private void jump(long to) {
      baseMs = Math.max(baseMs, to);
      run.carryOut(to);
      baseMs = Math.max(baseMs, to);
      baseNanos = System.nanoTime();
    }

    /** Time stands still while the application answers, and not for longer than it may. */
    private void awaitAnswers() {
      long giveUp = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
      held++;
      try {
        while (onTheirWay.get() > 0 && System.nanoTime() < giveUp) {
          changed.awaitNanos(giveUp - System.nanoTime());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        held--;
        baseNanos = System.nanoTime();
      }
    }
  }

  private final class Chosen implements Watcher {
    @Override
    public void chose(Choice choice) {
      journal.add(
          run.simulation().now(),
          new Happening.ChoiceTaken(choice.name(), choice.value(), choice.standard()));
    }

    @Override
    public void failed(Fiber fiber, Throwable failure) {
      fault(fiber.name(), failure);
    }
  }
}
