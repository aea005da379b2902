package dev.partyline.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/**
 * Pending events by the instant at which they are due, and there in the order in which they were
 * added. What is due within some seconds lies in a ring of one chain for each millisecond, the rest
 * in a tree; a step of time moves what comes near from the tree to the ring. Under load a hundred
 * thousand are pending, and nearly all of them come within seconds.
 */
final class DueEvents {

  /** Milliseconds that the ring reaches ahead; a power of two. */
  static final int REACH = 1 << 14;

  private final Event[] firsts = new Event[REACH];
  private final Event[] lasts = new Event[REACH];

  /** A bit for each place of the ring at which something lies. */
  private final long[] taken = new long[REACH / Long.SIZE];

  private final TreeMap<Long, Deque<Event>> far = new TreeMap<>();

  /** The ring reaches from here; the instant of the event that was taken last. */
  private long begin;

  /** The first instant at which something lies; the greatest number when nothing does. */
  private long first = Long.MAX_VALUE;

  /**
   * Adds an event.
   *
   * @throws IllegalArgumentException when it is due before the one that was taken last
   */
  void add(Event event) {
    if (event.due < begin) {
      throw new IllegalArgumentException(
          event.name + " is due at " + event.due + " ms, which is before " + begin + " ms");
    }
    if (event.due - begin < REACH) {
      link(event);
    } else {
      far.computeIfAbsent(event.due, instant -> new ArrayDeque<>(4)).add(event);
    }
    first = Math.min(first, event.due);
  }

  private void link(Event event) {
    int place = place(event.due);
    if (firsts[place] == null) {
      firsts[place] = event;
      taken[place / Long.SIZE] |= 1L << place;
    } else {
      lasts[place].next = event;
    }
    lasts[place] = event;
  }

  private static int place(long instant) {
    return (int) instant & REACH - 1;
  }

  /** When the next event is due that is not called off; the greatest number when there is none. */
  long nextDue() {
    while (first != Long.MAX_VALUE) {
      if (first - begin < REACH) {
        Event event = firsts[place(first)];
        while (event != null && event.cancelled) {
          event = unlink(event);
        }
        if (event != null) {
          break;
        }
      } else {
        Deque<Event> same = far.firstEntry().getValue();
        while (!same.isEmpty() && same.peek().cancelled) {
          same.poll();
        }
        if (!same.isEmpty()) {
          break;
        }
        far.pollFirstEntry();
      }
      first = firstInstant();
    }
    return first;
  }

  /** Takes the first one of a place out and returns the one behind it. */
  private Event unlink(Event event) {
    int place = place(event.due);
    Event behind = event.next;
    event.next = null;
    firsts[place] = behind;
    if (behind == null) {
      lasts[place] = null;
      taken[place / Long.SIZE] &= ~(1L << place);
    }
    return behind;
  }

  private long firstInstant() {
    int from = place(begin);
    int word = from / Long.SIZE;
    long bits = taken[word] & -1L << from;
    for (int i = 0; i <= taken.length; i++) {
      if (bits != 0) {
        int place = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        return begin + (place - from & REACH - 1);
      }
      word = (word + 1) % taken.length;
      bits = taken[word];
    }
    return far.isEmpty() ? Long.MAX_VALUE : far.firstKey();
  }

  /** Takes the next event that is not called off; null when there is none. */
  Event poll() {
    if (nextDue() == Long.MAX_VALUE) {
      return null;
    }
    if (first > begin) {
      begin = first;
      bringNear();
    }
    Event event = firsts[place(first)];
    unlink(event);
    return event;
  }

  private void bringNear() {
    while (!far.isEmpty() && far.firstKey() - begin < REACH) {
      far.pollFirstEntry().getValue().forEach(this::link);
    }
  }

  /** The next events that are not called off, in their order. */
  List<Event> upcoming(int most) {
    List<Event> all = new ArrayList<>();
    for (int i = 0; i < REACH && all.size() < most; i++) {
      for (Event event = firsts[place(begin + i)]; event != null; event = event.next) {
        addUnlessCancelled(event, all);
      }
    }
    for (Deque<Event> same : far.values()) {
      if (all.size() >= most) {
        break;
      }
      same.forEach(event -> addUnlessCancelled(event, all));
    }
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  private static void addUnlessCancelled(Event event, List<Event> all) {
    if (!event.cancelled) {
      all.add(event);
    }
  }
}
