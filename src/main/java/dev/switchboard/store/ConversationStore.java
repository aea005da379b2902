package dev.switchboard.store;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps the conversations by their id, and beside each what it asked for and has not got yet: the
 * outbox. Both change in one step, so that an intent is never kept without what it intends, nor the
 * other way round. Who asks may die between any two calls.
 */
public interface ConversationStore {

  /**
   * Replaces a conversation by the next one the turn gives, and writes the step's commands down, as
   * one atomic step.
   *
   * @param now when a command that names no time is due
   * @param turn is given what is kept, or empty; must be pure, as it may be run more than once
   * @return what was kept; nothing is kept when the step has no next conversation
   */
  Kept change(String id, Instant now, Function<Optional<Conversation>, Step> turn);

  /** The conversation of this id. */
  Optional<Conversation> find(String id);

  /** All that are kept, in the order of their ids. */
  List<Conversation> all();

  /** Those that are not closed, in the order of their ids. */
  default List<Conversation> open() {
    return all().stream().filter(it -> !it.closed()).toList();
  }

  /**
   * Begins to carry a command out, for {@link Claim#LEASE}: of all who try, one succeeds. To be
   * asked before the platform is, since a command once begun is never taken to be new again.
   */
  Claim claim(Posted posted, Instant now);

  /** What the command asked for was done or has failed, and the conversation knows: forget it. */
  void done(Posted posted);

  /**
   * Commands that nobody carries out: not begun since {@link Posted#overdueAt}, or begun by
   * somebody whose lease has lapsed; the oldest first. Asking changes nothing.
   */
  List<Posted> overdue(Instant now);

  /** Forgets the closed conversations that have not changed since then; returns how many. */
  int forgetClosed(Instant unchangedSince);
}
