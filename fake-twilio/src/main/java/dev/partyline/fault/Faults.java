package dev.partyline.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults that are in force, in the order in which they were put in. */
public final class Faults {

  private final Map<Integer, Planned> planned = new LinkedHashMap<>();
  private int last;

  /**
   * A fault and how often it has happened.
   *
   * @param id counts from 1
   */
  public record Planned(int id, Fault fault, int happened) {

    /** Whether it will not happen again. */
    public boolean spent() {
      return happened >= fault.times();
    }
  }

  /** Puts a fault in; the result names it. */
  public int add(Fault fault) {
    planned.put(++last, new Planned(last, fault, 0));
    return last;
  }

  /** Takes a fault out; false when there is none of this id. */
  public boolean remove(int id) {
    return planned.remove(id) != null;
  }

  /** Takes all out. */
  public void clear() {
    planned.clear();
  }

  /** All of them, spent ones too. */
  public List<Planned> all() {
    return new ArrayList<>(planned.values());
  }

  /** The first fault with this action that hits a request; null when none does. It is counted. */
  public Fault request(String action, String method, String path) {
    for (Planned one : planned.values()) {
      if (!one.spent()
          && one.fault().action().equals(action)
          && one.fault().fitsRequest(method, path)) {
        return count(one);
      }
    }
    return null;
  }

  /** The first fault with this action that hits a webhook; null when none does. It is counted. */
  public Fault webhook(String action, String kind, String event, String call, String conference) {
    for (Planned one : planned.values()) {
      if (!one.spent()
          && one.fault().action().equals(action)
          && one.fault().fitsWebhook(kind, event, call, conference)) {
        return count(one);
      }
    }
    return null;
  }

  private Fault count(Planned one) {
    planned.put(one.id(), new Planned(one.id(), one.fault(), one.happened() + 1));
    return one.fault();
  }
}
