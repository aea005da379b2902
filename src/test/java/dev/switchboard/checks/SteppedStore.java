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

/**
 * A store that outlives the instance: each call of it is a step of the simulation, where the
 * instance may wait or die, before what it does and again after it.
 */
final class SteppedStore implements ConversationStore {

  private final Surroundings surroundings;
  private final ConversationStore kept;

  SteppedStore(Surroundings surroundings, ConversationStore kept) {
    this.surroundings = surroundings;
    this.kept = kept;
  }

  @Override
  public Kept change(String id, Instant now, Function<Optional<Conversation>, Step> turn) {
    surroundings.store("change");
    Kept done = kept.change(id, now, turn);
    surroundings.committed("change");
    return done;
  }

  @Override
  public Optional<Conversation> find(String id) {
    surroundings.store("find");
    return kept.find(id);
  }

  /** Read by pages and by the harness, which must not wait. */
  @Override
  public List<Conversation> all() {
    return kept.all();
  }

  @Override
  public List<Conversation> open() {
    return kept.open();
  }

  @Override
  public Claim claim(Posted posted, Instant now) {
    surroundings.store("claim");
    Claim claim = kept.claim(posted, now);
    surroundings.committed("claim");
    return claim;
  }

  @Override
  public void done(Posted posted) {
    surroundings.store("done");
    kept.done(posted);
    surroundings.committed("done");
  }

  @Override
  public List<Posted> overdue(Instant now) {
    surroundings.store("overdue");
    return kept.overdue(now);
  }

  @Override
  public int forgetClosed(Instant unchangedSince) {
    surroundings.store("forget");
    return kept.forgetClosed(unchangedSince);
  }
}
