package dev.switchboard.checks;

import dev.partyline.world.Surroundings;
import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Step;
import dev.switchboard.store.Claim;
import dev.switchboard.store.ConversationStore;
import dev.switchboard.store.Kept;
import dev.switchboard.store.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A store on a real database: the simulation stands still while it works. The harness looks at all
 * conversations after every step, so a list is read again only when something was written since; a
 * run has one such store for all its instances.
 */
final class OutsideStore implements ConversationStore {

  private final Surroundings surroundings;
  private final ConversationStore kept;
  private List<Conversation> all;
  private List<Conversation> open;

  OutsideStore(Surroundings surroundings, ConversationStore kept) {
    this.surroundings = surroundings;
    this.kept = kept;
  }

  @Override
  public Kept change(String id, Instant now, Function<Optional<Conversation>, Step> turn) {
    return written(() -> kept.change(id, now, turn));
  }

  @Override
  public Optional<Conversation> find(String id) {
    return surroundings.outside(() -> kept.find(id));
  }

  @Override
  public List<Conversation> all() {
    if (all == null) {
      all = surroundings.outside(kept::all);
    }
    return all;
  }

  @Override
  public List<Conversation> open() {
    if (open == null) {
      open = surroundings.outside(kept::open);
    }
    return open;
  }

  @Override
  public Claim claim(Posted posted, Instant now) {
    return surroundings.outside(() -> kept.claim(posted, now));
  }

  @Override
  public void done(Posted posted) {
    surroundings.outside(
        () -> {
          kept.done(posted);
          return null;
        });
  }

  @Override
  public List<Posted> overdue(Instant now) {
    return surroundings.outside(() -> kept.overdue(now));
  }

  @Override
  public int forgetClosed(Instant unchangedSince) {
    return written(() -> kept.forgetClosed(unchangedSince));
  }

  /** Also one that fails may have written. */
  private <T> T written(Supplier<T> change) {
    try {
      return surroundings.outside(change);
    } finally {
      all = null;
      open = null;
    }
  }
}
