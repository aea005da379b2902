package dev.partyline.telephony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One conference: a name with a lifetime (CONF-04). Changed by {@link Telephony} alone. */
public final class Conference {

  /** Where a conference stands (CONF-13). */
  public enum Status {
    INIT("init"),
    IN_PROGRESS("in-progress"),
    COMPLETED("completed");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** As REST writes it. */
    public String word() {
      return word;
    }
  }

  private final String sid;
  private final String name;
  private final long createdAt;
  private final Map<String, Participant> members = new LinkedHashMap<>();
  private final List<Participant> everybody = new ArrayList<>();
  private final List<Participant> joined = new ArrayList<>();
  private Status status = Status.INIT;
  private long startedAt = -1;
  private long endedAt = -1;
  private String reasonEnded;
  private String callEnding;
  private int sequence;
  String account;
  Subscription subscription;
  ConferenceRecording recording = ConferenceRecording.NONE;
  boolean configured;
  private boolean bridged;
  String region;
  long firstConnectAt = -1;

  Conference(String sid, String name, long now) {
    this.sid = sid;
    this.name = name;
    this.createdAt = now;
  }

  /** The subaccount it is of; null for the main account. */
  public String account() {
    return account;
  }

  void add(Participant participant) {
    members.put(participant.call().sid(), participant);
    everybody.add(participant);
  }

  void remove(Participant participant) {
    members.remove(participant.call().sid());
    joined.remove(participant);
  }

  void join(Participant participant) {
    joined.add(participant);
  }

  /** Participants in the order in which they were connected, then those still being dialled. */
  List<Participant> inJoinOrder() {
    List<Participant> all = new ArrayList<>(joined);
    for (Participant participant : members.values()) {
      if (!participant.connected()) {
        all.add(participant);
      }
    }
    return all;
  }

  void start(long now) {
    status = Status.IN_PROGRESS;
    startedAt = now;
  }

  void end(String reason, String call, long now) {
    status = Status.COMPLETED;
    reasonEnded = reason;
    callEnding = call;
    endedAt = now;
  }

  /** The number of the next status callback of this conference, from 1 (CB-16). */
  public int nextSequence() {
    return ++sequence;
  }

  /** {@code CF} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** The friendly name. */
  public String name() {
    return name;
  }

  /** Where it stands now. */
  public Status status() {
    return status;
  }

  /** Where it stood at an instant; null when it did not exist yet. */
  public Status statusAt(long instant) {
    if (instant < createdAt) {
      return null;
    }
    if (endedAt >= 0 && endedAt <= instant) {
      return Status.COMPLETED;
    }
    return startedAt >= 0 && startedAt <= instant ? Status.IN_PROGRESS : Status.INIT;
  }

  /** Whether it is not completed. */
  public boolean isLive() {
    return status != Status.COMPLETED;
  }

  /** Whether it ever started. */
  public boolean started() {
    return startedAt >= 0;
  }

  /** Whether nobody is connecting or connected. */
  public boolean empty() {
    return members.isEmpty();
  }

  /** Participants connecting or connected, in the order in which they were bound. */
  public List<Participant> participants() {
    return new ArrayList<>(members.values());
  }

  /** Everybody who ever was bound to it, in that order. */
  public List<Participant> everybody() {
    return List.copyOf(everybody);
  }

  /** The participant with this call SID, connected or being dialled; null when there is none. */
  Participant bySid(String callSid) {
    return members.get(callSid);
  }

  /** The participant with this call SID or label; null when there is none. */
  public Participant find(String callSidOrLabel) {
    Participant bySid = members.get(callSidOrLabel);
    if (bySid != null) {
      return bySid;
    }
    for (Participant participant : members.values()) {
      if (callSidOrLabel.equals(participant.label())) {
        return participant;
      }
    }
    return null;
  }

  /** One of the five words of CONF-28; null while it is live. */
  public String reasonEnded() {
    return reasonEnded;
  }

  /** The leg that ended it; null while it is live and when the API ended it (CONF-29). */
  public String callEnding() {
    return callEnding;
  }

  /** Where its events go; null when nobody subscribed. */
  public Subscription subscription() {
    return subscription;
  }

  /** Whether two are connected and it has started, for the first time. */
  boolean bridgesNow() {
    boolean first = !bridged && status == Status.IN_PROGRESS && joined.size() >= 2;
    bridged |= first;
    return first;
  }

  /** How it is to be recorded, as its first joiner said (CONF-40). */
  public ConferenceRecording recording() {
    return recording;
  }

  /** Who was the first to be bound to it; there always is one. */
  Participant first() {
    return everybody.get(0);
  }

  /**
   * Where it is mixed: the region given by the first joiner that gave one, or the one it was
   * settled in when none had by then (CONF-44, REGION-13); null as long as neither is known.
   */
  public String region() {
    return region;
  }

  /** When it was made, in simulated milliseconds. */
  public long createdAt() {
    return createdAt;
  }

  /** When it last changed its status. */
  public long updatedAt() {
    return Math.max(createdAt, Math.max(startedAt, endedAt));
  }

  /** When it ended; -1 while it is live. */
  public long endedAt() {
    return endedAt;
  }

  /** When somebody was first connected; -1 when nobody was. */
  public long firstConnectAt() {
    return firstConnectAt;
  }
}
