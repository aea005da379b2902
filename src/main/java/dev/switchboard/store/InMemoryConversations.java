package dev.switchboard.store;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Step;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

  private final ConcurrentSkipListMap<String, AtomicReference<Version>> kept =
      new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<Place, Entry> outbox = new ConcurrentSkipListMap<>();
  private final ConcurrentLinkedQueue<String> oldestFirst = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final int most;

  /** Keeps {@code most} conversations, so that a late callback still finds the one it is about. */
  public InMemoryConversations(int most) {
    this.most = most;
  }

  private record Version(Conversation conversation, long number, Instant changed) {}

  private record Place(String conversation, long number) implements Comparable<Place> {
    static Place of(Posted posted) {
      return new Place(posted.conversation(), posted.number());
    }

    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::conversation)
          .thenComparingLong(Place::number)
          .compare(this, other);
    }
  }

  /** {@code begunUntil} is null until somebody begins. */
  private record Entry(Posted posted, Instant begunUntil) {}

  @Override
  public Kept change(String id, Instant now, Function<Optional<Conversation>, Step> turn) {
    while (true) {
      AtomicReference<Version> place = kept.get(id);
      Version before = place == null ? null : place.get();
      Step step = turn.apply(Optional.ofNullable(before).map(Version::conversation));
      if (step.next() == null) {
        return Kept.nothing(step);
      }
      Version next = new Version(step.next(), before == null ? 1 : before.number() + 1, now);
      if (replace(id, place, before, next)) {
        List<Posted> posted = Posted.of(id, next.number(), step, now);
        posted.forEach(it -> outbox.put(Place.of(it), new Entry(it, null)));
        return new Kept(step, posted);
      }
    }
  }

  private boolean replace(String id, AtomicReference<Version> place, Version before, Version next) {
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
    if (kept.get(oldest).get().conversation().closed()) {
      forget(oldest);
    } else {
      oldestFirst.add(oldest);
    }
  }

  private void forget(String id) {
    kept.remove(id);
    size.decrementAndGet();
    outbox.subMap(new Place(id, 0), new Place(id, Long.MAX_VALUE)).clear();
  }

  @Override
  public Optional<Conversation> find(String id) {
    return Optional.ofNullable(kept.get(id)).map(it -> it.get().conversation());
  }

  @Override
  public List<Conversation> all() {
    return kept.values().stream().map(it -> it.get().conversation()).toList();
  }

  @Override
  public Claim claim(Posted posted, Instant now) {
    Place place = Place.of(posted);
    Entry entry = outbox.get(place);
    if (entry == null || entry.begunUntil() != null && now.isBefore(entry.begunUntil())) {
      return Claim.TAKEN;
    }
    boolean won = outbox.replace(place, entry, new Entry(posted, now.plus(Claim.LEASE)));
    if (!won) {
      return Claim.TAKEN;
    }
    return entry.begunUntil() == null ? Claim.NEW : Claim.UNCLEAR;
  }

  @Override
  public void done(Posted posted) {
    outbox.remove(Place.of(posted));
  }

  @Override
  public List<Posted> overdue(Instant now) {
    return outbox.values().stream()
        .filter(it -> isOverdue(it, now))
        .map(Entry::posted)
        .sorted(Comparator.comparing(Posted::due))
        .toList();
  }

  private static boolean isOverdue(Entry entry, Instant now) {
    Instant limit = entry.begunUntil() == null ? entry.posted().overdueAt() : entry.begunUntil();
    return !now.isBefore(limit);
  }

  @Override
  public int forgetClosed(Instant unchangedSince) {
    int before = kept.size();
    for (Map.Entry<String, AtomicReference<Version>> entry : kept.entrySet()) {
      Version version = entry.getValue().get();
      if (version.conversation().closed() && version.changed().isBefore(unchangedSince)) {
        oldestFirst.remove(entry.getKey());
        forget(entry.getKey());
      }
    }
    return before - kept.size();
  }
}
