package dev.partyline.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The faults that are in force, in the order in which they were put in. */
public final class Faults {

  private final Map<Integer, Planned> planned = new LinkedHashMap<>();
  private int last;

  /**
   * A fault and how often it has happened.
   *
   * @param id counts from 1
   * @param passed how many that fit were let pass
   */
  public record Planned(int id, Fault fault, int passed, int happened) {

    /** Whether it will not happen again. */
    public boolean spent() {
      return happened >= fault.times();
    }
  }

  /** Puts a fault in; the result names it. */
  public int add(Fault fault) {
    planned.put(++last, new Planned(last, fault, 0, 0));
    return last;
  }

  /** The fault of this id; null when there is none. */
  public Planned get(int id) {
    return planned.get(id);
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

  /**
   * The first fault whose action ends so and that hits a request; null when none does. It is
   * counted.
   *
   * @param action {@code before-commit}, {@code after-commit} or {@code lag}
   */
  public Fault request(String action, String method, String path) {
    return planned.isEmpty()
        ? null
        : first(fault -> fault.action().endsWith(action) && fault.fitsRequest(method, path));
  }

  /** The first fault with this action that hits a webhook; null when none does. It is counted. */
  public Fault webhook(String action, Fault.Hook hook) {
    return planned.isEmpty()
        ? null
        : first(fault -> fault.action().equals(action) && fault.fits(hook));
  }

  private Fault first(Predicate<Fault> hit) {
    for (Planned one : planned.values()) {
      if (one.spent() || !hit.test(one.fault())) {
        continue;
      }
      boolean pass = one.passed() < one.fault().skip();
      planned.put(
          one.id(),
          new Planned(
              one.id(),
              one.fault(),
              one.passed() + (pass ? 1 : 0),
              one.happened() + (pass ? 0 : 1)));
      if (!pass) {
        return one.fault();
      }
    }
    return null;
  }
}
