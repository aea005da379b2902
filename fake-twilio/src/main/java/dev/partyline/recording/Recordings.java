package dev.partyline.recording;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The recordings of all accounts; of those that are over the last 100,000. */
public final class Recordings {

  private static final int MOST = 100_000;

  private final Supplier<String> sids;
  private final Map<String, Recording> recordings = new LinkedHashMap<>();

  /**
   * Without any recording.
   *
   * @param sids gives the SID of each new recording
   */
  public Recordings(Supplier<String> sids) {
    this.sids = sids;
  }

  /** A recording begins. */
  public Recording begin(String account, RecordingOrder order, long now) {
    Recording recording = new Recording(sids.get(), account, order, now);
    recordings.put(recording.sid(), recording);
    Iterator<Recording> oldest = recordings.values().iterator();
    if (recordings.size() > MOST && !oldest.next().isActive()) {
      oldest.remove();
    }
    return recording;
  }

  /** The recording with this SID; null when there is none. */
  public Recording recording(String sid) {
    return recordings.get(sid);
  }

  /** The recordings of an account of which something is so, oldest first. */
  public List<Recording> of(String account, Predicate<Recording> which) {
    List<Recording> found = new ArrayList<>();
    for (Recording recording : recordings.values()) {
      if (recording.account().equals(account) && which.test(recording)) {
        found.add(recording);
      }
    }
    return found;
  }
}
