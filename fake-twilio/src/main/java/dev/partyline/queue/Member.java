package dev.partyline.queue;

/**
 * A call that waits in a queue.
 *
 * @param callSid its leg
 * @param enqueuedAt since when, in simulated milliseconds
 */
public record Member(String callSid, long enqueuedAt) {

  /** How long it has waited, in whole seconds. */
  public long waitedSeconds(long now) {
    return (now - enqueuedAt) / 1000;
  }
}
