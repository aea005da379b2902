package dev.partyline.taskrouter;

import java.util.Locale;

/** The offer of a task to a worker (TR-RES-03, TR-RES-04). Changed by {@link Workspace} alone. */
public final class Reservation {

  /** Where an offer stands. */
  public enum Status {
    PENDING,
    ACCEPTED,
    REJECTED,
    TIMEOUT,
    CANCELED,
    RESCINDED,
    WRAPPING,
    COMPLETED;

    /** As REST writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing can follow. */
    public boolean isFinal() {
      return this != PENDING && this != ACCEPTED && this != WRAPPING;
    }

    private boolean canBecome(Status next) {
      return switch (this) {
        case PENDING -> next != PENDING && next != WRAPPING && next != COMPLETED;
        case ACCEPTED -> next == WRAPPING || next == COMPLETED;
        case WRAPPING -> next == COMPLETED;
        default -> false;
      };
    }
  }

  private final String sid;
  private final Task task;
  private final Worker worker;
  private final int timeoutSeconds;
  private final Activity activityBefore;
  private final long createdAt;
  private Status status = Status.PENDING;
  private long updatedAt;
  private int version;
  private int reasonCode;

  Reservation(String sid, Task task, Worker worker, int timeoutSeconds, long now) {
    this.sid = sid;
    this.task = task;
    this.worker = worker;
    this.timeoutSeconds = timeoutSeconds;
    this.activityBefore = worker.activity();
    this.createdAt = now;
    this.updatedAt = now;
  }

  void move(Status next, long now) {
    if (!status.canBecome(next)) {
      throw new IllegalStateException(sid + " cannot go from " + status + " to " + next);
    }
    status = next;
    updatedAt = now;
    version++;
  }

  void reason(int code) {
    reasonCode = code;
  }

  /** {@code WR} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** What is offered. */
  public Task task() {
    return task;
  }

  /** To whom. */
  public Worker worker() {
    return worker;
  }

  /** Where it stands now. */
  public Status status() {
    return status;
  }

  /** How long it may stay pending (TR-RES-11). */
  public int timeoutSeconds() {
    return timeoutSeconds;
  }

  /** What the worker was doing when it was made. */
  public Activity activityBefore() {
    return activityBefore;
  }

  /** Why its legs failed (TR-RES-15); 0 when that is not how it ended. */
  public int reasonCode() {
    return reasonCode;
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
}
