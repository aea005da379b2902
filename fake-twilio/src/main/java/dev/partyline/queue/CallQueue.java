package dev.partyline.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One queue: callers in the order in which they came. Times are simulated milliseconds. */
public final class CallQueue {

  /** How many callers a queue holds unless told otherwise (LIMIT-14). */
  public static final int STANDARD_SIZE = 1000;

  /** How many callers wait for one workflow (TR-ENQ-02). */
  public static final int WORKFLOW_SIZE = 100;

  /** How many callers a queue can be told to hold. */
  public static final int LARGEST_SIZE = 5000;

  private static final int MOST_FORMER = 10_000;

  private final String sid;
  private final String account;
  private final long createdAt;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Set<String> formerly = new LinkedHashSet<>();
  private String name;
  private int maxSize;
  private long updatedAt;

  CallQueue(String sid, String account, String name, int maxSize, long now) {
    this.sid = sid;
    this.account = account;
    this.name = name;
    this.maxSize = maxSize;
    this.createdAt = now;
    this.updatedAt = now;
  }

  // ---- commands ----

  /**
   * A caller comes to the end of the queue.
   *
   * @param most how many may be in it with this caller; the queue's own limit counts as well
   * @return false when it is full, and then nothing has changed
   * @throws IllegalStateException when the caller is in it already
   */
  public boolean join(String callSid, int most, long now) {
    if (members.containsKey(callSid)) {
      throw new IllegalStateException(callSid + " is in queue " + sid + " already");
    }
    if (members.size() >= Math.min(most, maxSize)) {
      return false;
    }
    members.put(callSid, new Member(callSid, now));
    return true;
  }

  /** A caller is in it no more; null when it was not. */
  public Member leave(String callSid) {
    Member gone = members.remove(callSid);
    if (gone != null) {
      formerly.add(callSid);
      if (formerly.size() > MOST_FORMER) {
        formerly.remove(formerly.iterator().next());
      }
    }
    return gone;
  }

  /** Another name and limit; callers beyond a smaller limit stay. */
  void change(String newName, int newMaxSize, long now) {
    name = newName;
    maxSize = newMaxSize;
    updatedAt = now;
  }

  // ---- looking ----

  /** {@code QU} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** SID of the account it belongs to. */
  public String account() {
    return account;
  }

  /** The friendly name, 1 to 64 characters, of which an account has one each. */
  public String name() {
    return name;
  }

  /** How many it holds at most, 1 to 5000. */
  public int maxSize() {
    return maxSize;
  }

  /** How many wait. */
  public int size() {
    return members.size();
  }

  /** Those who wait, the next one first. */
  public List<Member> members() {
    return new ArrayList<>(members.values());
  }

  /** The one who has waited longest; null when nobody waits. */
  public Member front() {
    return members.isEmpty() ? null : members.values().iterator().next();
  }

  /** The caller of this leg; null when it does not wait here. */
  public Member member(String callSid) {
    return members.get(callSid);
  }

  /** Whether this leg waited here lately and does so no more; the last 10,000 are known. */
  public boolean wasHere(String callSid) {
    return formerly.contains(callSid) && !members.containsKey(callSid);
  }

  /** Place of a leg from 1; 0 when it does not wait here. */
  public int position(String callSid) {
    int place = 0;
    for (String each : members.keySet()) {
      place++;
      if (each.equals(callSid)) {
        return place;
      }
    }
    return 0;
  }

  /** How long those who wait have waited on average, in whole seconds; 0 when nobody waits. */
  public long averageWaitSeconds(long now) {
    long total = 0;
    for (Member member : members.values()) {
      total += now - member.enqueuedAt();
    }
    return members.isEmpty() ? 0 : total / members.size() / 1000;
  }

  /** When it was made. */
  public long createdAt() {
    return createdAt;
  }

  /** When its name or limit last changed. */
  public long updatedAt() {
    return updatedAt;
  }
}
