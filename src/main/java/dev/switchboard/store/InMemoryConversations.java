package dev.switchboard.store;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Step;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Keeps conversations for as long as the process lives, without locks. Beyond the given number the
 * oldest are forgotten, but never one that is not closed.
 */
public final class InMemoryConversations implements ConversationStore {

  private final ConcurrentSkipListMap<String, AtomicReference<Conversation>> kept =
      new ConcurrentSkipListMap<>();
  private final ConcurrentLinkedQueue<String> oldestFirst = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final int most;

  /** Keeps {@code most} conversations, so that a late callback still finds the one it is about. */
  public InMemoryConversations(int most) {
    this.most = most;
  }

  @Override
  public Step change(String agentCallSid, Function<Optional<Conversation>, Step> turn) {
    while (true) {
      AtomicReference<Conversation> place = kept.get(agentCallSid);
      Conversation before = place == null ? null : place.get();
      Step step = turn.apply(Optional.ofNullable(before));
      if (step.next() == null || replace(agentCallSid, place, before, step.next())) {
        return step;
      }
    }
  }

  private boolean replace(
      String id, AtomicReference<Conversation> place, Conversation before, Conversation next) {
    if (place != null) {
      return place.compareAndSet(before, next);
    }
    if (kept.putIfAbsent(id, new AtomicReference<>(next)) != null) {
      return false;
    }
    oldestFirst.add(id);
    if (size.incrementAndGet() > most) {
      forgetOldest();
    }
    return true;
  }

  private void forgetOldest() {
    String oldest = oldestFirst.poll();
    if (oldest == null) {
      return;
    }
    if (kept.get(oldest).get().closed()) {
      kept.remove(oldest);
      size.decrementAndGet();
    } else {
      oldestFirst.add(oldest);
    }
  }

  @Override
  public List<Conversation> all() {
    return kept.values().stream().map(AtomicReference::get).toList();
  }
}
