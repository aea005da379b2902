package dev.partyline.sim;

/** Something that is due within an interval of virtual time. */
final class Event implements Cancellable {

  final String name;
  final Span span;
  final long scheduledAt;
  final long seq;

  /** Firing index of the event during which this one was made; -1 for the beginning of the run. */
  final long cause;

  final Runnable action;

  /** Within what it really comes: its span, or the one instant that a pin leaves of it. */
  Span bounds;

  /** When it fires, once a strategy has decided; before that the drawn instant or nothing. */
  long due;

  /** Who stands behind it in the chain of its instant. */
  Event next;

  int tie;
  boolean fired;
  boolean cancelled;

  /** When it was called off. */
  long cancelledAt;

  private final Simulation simulation;

  Event(
      Simulation simulation,
      String name,
      Span span,
      long scheduledAt,
      long seq,
      long cause,
      Runnable action) {
    this.simulation = simulation;
    this.name = name;
    this.span = span;
    this.bounds = span;
    this.scheduledAt = scheduledAt;
    this.seq = seq;
    this.cause = cause;
    this.action = action;
  }

  long earliest() {
    return scheduledAt + bounds.min();
  }

  long latest() {
    return scheduledAt + bounds.max();
  }

  @Override
  public void cancel() {
    if (!cancelled) {
      cancelled = true;
      cancelledAt = simulation.now();
    }
  }
}
