package dev.partyline.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The queues of all accounts. */
public final class Queues {

  private final Supplier<String> sids;
  private final Map<String, CallQueue> queues = new LinkedHashMap<>();

  /**
   * Without any queue.
   *
   * @param sids gives the SID of each new queue
   */
  public Queues(Supplier<String> sids) {
    this.sids = sids;
  }

  /** The queue with this SID; null when there is none. */
  public CallQueue queue(String sid) {
    return queues.get(sid);
  }

  /** The queue of this name; null when the account has none. */
  public CallQueue named(String account, String name) {
    for (CallQueue queue : queues.values()) {
      if (queue.account().equals(account) && queue.name().equals(name)) {
        return queue;
      }
    }
    return null;
  }

  /** The queues of an account, oldest first. */
  public List<CallQueue> of(String account) {
    List<CallQueue> found = new ArrayList<>();
    for (CallQueue queue : queues.values()) {
      if (queue.account().equals(account)) {
        found.add(queue);
      }
    }
    return found;
  }

  /**
   * A new queue.
   *
   * @param maxSize 1 to 5000
   * @throws IllegalStateException when the account has one of this name
   */
  public CallQueue create(String account, String name, int maxSize, long now) {
    requireFree(account, name);
    CallQueue queue = new CallQueue(sids.get(), account, name, maxSize, now);
    queues.put(queue.sid(), queue);
    return queue;
  }

  /**
   * Another name and limit for a queue.
   *
   * @throws IllegalStateException when another queue of the account has this name
   */
  public void change(CallQueue queue, String name, int maxSize, long now) {
    if (!queue.name().equals(name)) {
      requireFree(queue.account(), name);
    }
    queue.change(name, maxSize, now);
  }

  /**
   * Removes a queue.
   *
   * @throws IllegalStateException when somebody waits in it
   */
  public void delete(CallQueue queue) {
    if (queue.size() > 0) {
      throw new IllegalStateException(queue.size() + " callers wait in queue " + queue.sid());
    }
    queues.remove(queue.sid());
  }

  private void requireFree(String account, String name) {
    if (named(account, name) != null) {
      throw new IllegalStateException(account + " has a queue named '" + name + "' already");
    }
  }
}
