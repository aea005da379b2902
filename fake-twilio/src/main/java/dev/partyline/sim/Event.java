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

  /** When it fires, once a strategy has decided; before that the drawn instant or nothing. */
  long due;

  int tie;
  boolean cancelled;

  Event(String name, Span span, long scheduledAt, long seq, long cause, Runnable action) {
    this.name = name;
    this.span = span;
    this.scheduledAt = scheduledAt;
    this.seq = seq;
    this.cause = cause;
    this.action = action;
  }

  long earliest() {
    return scheduledAt + span.min();
  }

  long latest() {
    return scheduledAt + span.max();
  }

  @Override
  public void cancel() {
    cancelled = true;
  }
}
