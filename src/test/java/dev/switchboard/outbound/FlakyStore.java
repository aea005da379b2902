package dev.switchboard.outbound;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Step;
import dev.switchboard.store.Claim;
import dev.switchboard.store.ConversationStore;
import dev.switchboard.store.Kept;
import dev.switchboard.store.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A store that can be read at any time, and changed only while it is reachable. */
record FlakyStore(ConversationStore store, BooleanSupplier reachable) implements ConversationStore {

  private void reach() {
    if (!reachable.getAsBoolean()) {
      throw new IllegalStateException("out of reach");
    }
  }

  @Override
  public Kept change(String id, Instant now, Function<Optional<Conversation>, Step> turn) {
    reach();
    return store.change(id, now, turn);
  }

  @Override
  public Optional<Conversation> find(String id) {
    return store.find(id);
  }

  @Override
  public List<Conversation> all() {
    return store.all();
  }

  @Override
  public Claim claim(Posted posted, Instant now) {
    reach();
    return store.claim(posted, now);
  }

  @Override
  public void done(Posted posted) {
    reach();
    store.done(posted);
  }

  @Override
  public List<Posted> overdue(Instant now) {
    return store.overdue(now);
  }

  @Override
  public int forgetClosed(Instant unchangedSince) {
    return store.forgetClosed(unchangedSince);
  }
}
