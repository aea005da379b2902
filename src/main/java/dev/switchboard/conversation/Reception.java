package dev.switchboard.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an inbound conversation has beside an outbound one: the offers, and what is to be done about
 * queue, tasks and workers.
 *
 * @param offers the oldest first; what has no leg and no dial left to look for stays, so that a
 *     late repetition is known
 * @param chores what is to be done, in the order it came up
 * @param queuedUntil when waiting in the queue has been long enough
 */
public record Reception(List<Offer> offers, List<Chore> chores, Instant queuedUntil) {

  public Reception {
    offers = List.copyOf(offers);
    chores = List.copyOf(chores);
  }

  static Reception begun(Instant now) {
    return new Reception(List.of(), List.of(), now.plus(Pace.QUEUE_LIMIT));
  }

  /** Whether caller and an agent have met. */
  public boolean met() {
    return offers.stream().anyMatch(Offer::met);
  }

  /** The offer that may yet become a call; empty when the caller just waits. */
  public Optional<Offer> open() {
    return offers.stream().filter(Offer::isOpen).findFirst();
  }

  /** The offer of the agent who writes down what is to be done after the call. */
  public Optional<Offer> wrapping() {
    return offers.stream()
        .filter(it -> it.state() == Offer.State.WRAPPING)
        .filter(it -> chores.stream().anyMatch(c -> c.is(Chore.Kind.COMPLETE, it.task())))
        .findFirst();
  }

  boolean isSettled() {
    return chores.isEmpty() && offers.stream().noneMatch(it -> it.isOpen() || it.mayHideALeg());
  }
}
