package dev.partyline.telephony;

import java.util.ArrayList;
import java.util.List;

/** One call leg (CALL-01). Changed by {@link Telephony} alone. */
public final class Call {

  /** What a leg is made of. */
  public record Origin(
      String leg,
      String conversation,
      String party,
      String direction,
      String from,
      String to,
      Subscription subscription,
      int timeoutSeconds,
      int timeLimitSeconds) {}

  private record Stage(long at, CallStatus status) {}

  private final String sid;
  private final Origin origin;
  private final long createdAt;
  private final List<Stage> stages = new ArrayList<>(4);
  private CallStatus status;
  private long updatedAt;
  private long startedAt = -1;
  private long answeredAt = -1;
  private long endedAt = -1;
  private int sequence;
  private long queuedMs;
  private Subscription subscription;
  private int sipCode;
  private String answeredBy;
  String account;
  Participant participant;
  Call parent;
  Call peer;
  boolean hasDocument;

  Call(String sid, Origin origin, CallStatus first, boolean hasDocument, long now) {
    this.sid = sid;
    this.origin = origin;
    this.createdAt = now;
    this.hasDocument = hasDocument;
    this.subscription = origin.subscription();
    move(first, now);
  }

  void move(CallStatus next, long now) {
    if (status != null && !status.canBecome(next)) {
      throw new IllegalStateException(
          "call " + sid + " (" + origin.leg() + ") cannot go from " + status + " to " + next);
    }
    status = next;
    updatedAt = now;
    stages.add(new Stage(now, next));
    if (next == CallStatus.IN_PROGRESS) {
      answeredAt = now;
    }
    if (next.isFinal()) {
      endedAt = now;
    }
  }

  void ended(int sip) {
    sipCode = sip;
  }

  void dialled(long now) {
    startedAt = now;
    updatedAt = now;
  }

  /** Where its events go; null when nowhere. */
  public Subscription subscription() {
    return subscription;
  }

  /** Its events go elsewhere from now on (CALL-42). */
  public void subscribe(Subscription other) {
    subscription = other;
  }

  /** Milliseconds it had to wait for its turn to be dialled (CALL-11). */
  public long queuedMs() {
    return queuedMs;
  }

  /** It has to wait its turn this long. */
  public void queued(long ms) {
    queuedMs = ms;
  }

  /** The number of the next status callback of this leg, from 0 (CB-29). */
  public int nextSequence() {
    return sequence++;
  }

  /** {@code CA} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** The subaccount it is of; null for the main account. */
  public String account() {
    return account;
  }

  /** What it was made of. */
  public Origin origin() {
    return origin;
  }

  /** Where it stands now. */
  public CallStatus status() {
    return status;
  }

  /** Where it stood at an instant; null when it did not exist yet. */
  public CallStatus statusAt(long instant) {
    CallStatus found = null;
    for (Stage stage : stages) {
      if (stage.at() <= instant) {
        found = stage.status();
      }
    }
    return found;
  }

  /** Whether it is not yet final. */
  public boolean isLive() {
    return !status.isFinal();
  }

  /** Whether TwiML drives it, rather than the Participants API (PART-20). */
  public boolean hasDocument() {
    return hasDocument;
  }

  /** Its place in a conference; null while it is in none. */
  public Participant participant() {
    return participant;
  }

  /** The leg whose Dial made this one; null when none did (CALL-07). */
  public Call parent() {
    return parent;
  }

  /** The leg it is bridged with by a Dial; null while it is with none. */
  public Call peer() {
    return peer;
  }

  /** SIP response code of its end; 0 while it is live or when there was none (CALL-48). */
  public int sipCode() {
    return sipCode;
  }

  /** The Call-ID of its SIP dialogue (CB-24). */
  public String sipCallId() {
    return sid.substring(2) + "@sip.partyline.invalid";
  }

  /** The verdict of machine detection; null when it did not run or is not done (CALL-12). */
  public String answeredBy() {
    return answeredBy;
  }

  /** Machine detection found out who answered. */
  public void answeredBy(String verdict) {
    answeredBy = verdict;
  }

  /** When it was made, in simulated milliseconds, like the next three. */
  public long createdAt() {
    return createdAt;
  }

  /** When it last changed. */
  public long updatedAt() {
    return updatedAt;
  }

  /** When it was dialled; -1 before (CALL-09). */
  public long startedAt() {
    return startedAt;
  }

  /** When it was answered; -1 when it was not. */
  public long answeredAt() {
    return answeredAt;
  }

  /** When it ended; -1 while it is live. */
  public long endedAt() {
    return endedAt;
  }
}
