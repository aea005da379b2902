package dev.partyline.taskrouter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** A piece of work (TR-TASK-07, TR-TASK-08). Changed by {@link Workspace} alone. */
public final class Task {

  /** Where a task stands. */
  public enum Status {
    PENDING,
    RESERVED,
    ASSIGNED,
    WRAPPING,
    COMPLETED,
    CANCELED;

    /** As REST writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing can follow. */
    public boolean isFinal() {
      return this == COMPLETED || this == CANCELED;
    }

    private boolean canBecome(Status next) {
      return switch (this) {
        case PENDING -> next == RESERVED || next == CANCELED;
        case RESERVED -> next == PENDING || next == ASSIGNED || next == CANCELED;
        case ASSIGNED -> next == WRAPPING || next == COMPLETED;
        case WRAPPING -> next == COMPLETED;
        default -> false;
      };
    }
  }

  private static final int REMEMBERED_MOVES = 16;

  private final String sid;
  private final long createdAt;
  private final int number;
  private final int timeoutSeconds;
  private final Workflow workflow;
  private final String routingTarget;
  private final boolean ignoreCapacity;
  final List<Reservation> reservations = new ArrayList<>(2);
  final Position position = new Position();
  private Attributes attributes;
  private TaskChannel channel;
  private int priority;
  private long virtualStartAt;
  private Status status = Status.PENDING;
  private String reason;
  private TaskQueue queue;
  private long queueEnteredAt = -1;
  private long updatedAt;
  private int version;
  private int rounds;
  private final Deque<Moved> moves = new ArrayDeque<>(4);
  private boolean gone;

  Task(String sid, int number, Workflow workflow, NewTask what, TaskChannel channel, long now) {
    this.sid = sid;
    this.number = number;
    this.workflow = workflow;
    this.createdAt = now;
    this.updatedAt = now;
    this.attributes = what.attributes();
    this.channel = channel;
    this.priority = what.priority();
    this.timeoutSeconds = what.timeoutSeconds();
    this.virtualStartAt = what.virtualStartAt() < 0 ? now : what.virtualStartAt();
    this.routingTarget = what.routingTarget();
    this.ignoreCapacity = what.ignoreCapacity();
    remember(now);
  }

  private record Moved(Status status, long at) {}

  private void remember(long now) {
    moves.addLast(new Moved(status, now));
    if (moves.size() > REMEMBERED_MOVES) {
      moves.removeFirst();
    }
  }

  void move(Status next, String why, long now) {
    if (!status.canBecome(next)) {
      throw new IllegalStateException(sid + " cannot go from " + status + " to " + next);
    }
    status = next;
    remember(now);
    reason = why == null ? reason : why;
    if (next == Status.RESERVED) {
      rounds++;
    }
    touched(now);
  }

  void enter(TaskQueue other, Integer otherPriority, long now) {
    queue = other;
    queueEnteredAt = now;
    priority = otherPriority == null ? priority : otherPriority;
  }

  void attributes(Attributes others) {
    attributes = others;
  }

  void priority(int other) {
    priority = other;
  }

  void channel(TaskChannel other) {
    channel = other;
  }

  void virtualStart(long at) {
    virtualStartAt = at;
  }

  void reason(String why) {
    reason = why;
  }

  void touched(long now) {
    version++;
    updatedAt = now;
  }

  void delete() {
    gone = true;
  }

  /** {@code WT} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** Counts from 1 in the order of their making. */
  public int number() {
    return number;
  }

  /** The workflow that routes it; null for one made for a queue or worker directly. */
  public Workflow workflow() {
    return workflow;
  }

  /** What the application and the platform say of it. */
  public Attributes attributes() {
    return attributes;
  }

  /** Its kind of work. */
  public TaskChannel channel() {
    return channel;
  }

  /** A higher number goes first. */
  public int priority() {
    return priority;
  }

  /** Seconds it may be pending or reserved (TR-TASK-15). */
  public int timeoutSeconds() {
    return timeoutSeconds;
  }

  /** The instant from which its place in a queue counts (TR-TQ-09). */
  public long virtualStartAt() {
    return virtualStartAt;
  }

  /** A worker, queue or workflow it was aimed at (TR-WF-33); null when none. */
  public String routingTarget() {
    return routingTarget;
  }

  /** Whether its worker's capacity does not matter. */
  public boolean ignoreCapacity() {
    return ignoreCapacity;
  }

  /** Where it stands now. */
  public Status status() {
    return status;
  }

  /**
   * Where it stood at an earlier instant, for reads that lag; its last 16 moves are remembered.
   *
   * @return null before it was made
   */
  public Status statusAt(long instant) {
    Status then = instant < createdAt ? null : moves.peekFirst().status();
    for (Moved move : moves) {
      then = move.at() <= instant ? move.status() : then;
    }
    return then;
  }

  /** Words that came with the last change of status; null when none did. */
  public String reason() {
    return reason;
  }

  /** The queue it is or was last in; null before the first. */
  public TaskQueue queue() {
    return queue;
  }

  /** When it entered that queue, in simulated milliseconds; -1 before. */
  public long queueEnteredAt() {
    return queueEnteredAt;
  }

  /** Its reservations, oldest first. */
  public List<Reservation> reservations() {
    return List.copyOf(reservations);
  }

  /** How often it went from pending to reserved (TR-TASK-16). */
  public int rounds() {
    return rounds;
  }

  /** Whether it was deleted. */
  public boolean gone() {
    return gone;
  }

  /** Whole seconds since its making. */
  public long ageSeconds(long now) {
    return (now - createdAt) / 1000;
  }

  /** The number behind the ETag (TR-WS-09). */
  public int version() {
    return version;
  }

  /** When it was made, in simulated milliseconds. */
  public long createdAt() {
    return createdAt;
  }

  /** When it last changed. */
  public long updatedAt() {
    return updatedAt;
  }

  /** Where a task is in its workflow. */
  static final class Position {
    /** Index of the filter; -1 in none, -2 in the default filter. */
    int filter = -1;

    int target = -1;

    /** Age in milliseconds at which the target is left; -1 for never. */
    long deadline = -1;

    /** Sum of the timeouts of all targets walked through, this one included. */
    long walked;

    /** Whether any filter was left by a timeout, so that the default filter is no way out. */
    boolean timedOut;

    /** Whether the target's skip_if is still to be looked at. */
    boolean maySkip;

    /** Whether the task's making was told. */
    boolean announced;

    /** Grows with each target entered: what tells a timer of an earlier one. */
    int epoch;
  }
}
