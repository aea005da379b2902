package dev.partyline.taskrouter;

import dev.partyline.taskrouter.expression.Expression;

/** A group of workers chosen by an expression (TR-TQ-01). */
public final class TaskQueue {

  private final String sid;
  private final long createdAt;
  private Settings settings;
  private Expression expression;
  private long updatedAt;

  /**
   * What a queue is set to.
   *
   * @param targetWorkers expression over worker attributes; empty matches nobody (TR-TQ-04)
   * @param maxReservedWorkers 1 to 50
   * @param lifo whether the newest task goes first and priority is ignored (TR-TQ-06)
   * @param reservationActivity single-task workspaces only; null when none
   * @param assignmentActivity single-task workspaces only; null when none
   */
  public record Settings(
      String name,
      String targetWorkers,
      int maxReservedWorkers,
      boolean lifo,
      Activity reservationActivity,
      Activity assignmentActivity) {}

  TaskQueue(String sid, Settings settings, Expression expression, long now) {
    this.sid = sid;
    this.createdAt = now;
    change(settings, expression, now);
  }

  void change(Settings others, Expression other, long now) {
    settings = others;
    expression = other;
    updatedAt = now;
  }

  /** Whether a worker belongs to it now (TR-TQ-02). */
  public boolean has(Worker worker) {
    return expression != null
        && expression.holds(dev.partyline.taskrouter.expression.Scope.attributes(worker.seen()));
  }

  /** {@code WQ} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** The friendly name. */
  public String name() {
    return settings.name();
  }

  /** What it is set to. */
  public Settings settings() {
    return settings;
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
