package dev.partyline.recording;

/** One recording. Times and lengths are simulated milliseconds. */
public final class Recording {

  private final String sid;
  private final String account;
  private final RecordingOrder order;
  private final long createdAt;
  private RecordingStatus status = RecordingStatus.IN_PROGRESS;
  private long updatedAt;
  private long resumedAt;
  private long keptMs;
  private boolean skips;

  Recording(String sid, String account, RecordingOrder order, long now) {
    this.sid = sid;
    this.account = account;
    this.order = order;
    this.createdAt = now;
    this.updatedAt = now;
    this.resumedAt = now;
  }

  // ---- commands ----

  /**
   * Nothing is recorded from now on.
   *
   * @param skip whether the pause is left out; otherwise it is silence in the recording
   * @return false when it is not in-progress, and then nothing has changed
   */
  public boolean pause(boolean skip, long now) {
    if (status != RecordingStatus.IN_PROGRESS) {
      return false;
    }
    keptMs += now - resumedAt;
    resumedAt = now;
    skips = skip;
    move(RecordingStatus.PAUSED, now);
    return true;
  }

  /** It goes on after a pause; false when it is not paused. */
  public boolean resume(long now) {
    if (status != RecordingStatus.PAUSED) {
      return false;
    }
    endPause(now);
    move(RecordingStatus.IN_PROGRESS, now);
    return true;
  }

  /** It is over; false when it was already. */
  public boolean stop(long now) {
    if (!isActive()) {
      return false;
    }
    if (status == RecordingStatus.PAUSED) {
      endPause(now);
    } else {
      keptMs += now - resumedAt;
    }
    move(RecordingStatus.STOPPED, now);
    return true;
  }

  /** Silence at its ends is cut off: at most this much is kept. */
  public void trimTo(long ms) {
    keptMs = Math.min(keptMs, ms);
  }

  /** The platform is making a file of it. */
  public void process(long now) {
    move(RecordingStatus.PROCESSING, now);
  }

  /** The file is there, or there was nothing to make one of. */
  public void settle(long now) {
    if (status == RecordingStatus.PROCESSING) {
      move(keptMs > 0 ? RecordingStatus.COMPLETED : RecordingStatus.ABSENT, now);
    }
  }

  /** The file is gone, and what is known of it is shown only to those who ask for it. */
  public void delete(long now) {
    move(RecordingStatus.DELETED, now);
  }

  private void endPause(long now) {
    if (!skips) {
      keptMs += now - resumedAt;
    }
    resumedAt = now;
  }

  private void move(RecordingStatus next, long now) {
    status = next;
    updatedAt = now;
  }

  // ---- looking ----

  /** {@code RE} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** SID of the account it belongs to. */
  public String account() {
    return account;
  }

  /** What is recorded and how. */
  public RecordingOrder order() {
    return order;
  }

  /** Where it stands now. */
  public RecordingStatus status() {
    return status;
  }

  /** Whether it is being made: in-progress or paused. */
  public boolean isActive() {
    return status == RecordingStatus.IN_PROGRESS || status == RecordingStatus.PAUSED;
  }

  /** Whether there is a file to hear. */
  public boolean isCompleted() {
    return status == RecordingStatus.COMPLETED;
  }

  /** How much has been kept until its last change of status. */
  public long keptMs() {
    return keptMs;
  }

  /** The same in whole seconds, to the nearest; 1 at least when there is anything. */
  public long seconds() {
    return keptMs == 0 ? 0 : Math.max(1, (keptMs + 500) / 1000);
  }

  /** When it began. */
  public long createdAt() {
    return createdAt;
  }

  /** When it last changed. */
  public long updatedAt() {
    return updatedAt;
  }
}
