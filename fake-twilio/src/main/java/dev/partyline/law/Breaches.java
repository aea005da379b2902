package dev.partyline.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what one law finds in one run; makes no list before there is something to put in. */
final class Breaches {

  private boolean exercised;
  private List<Violation> found;

  /** Notes that the run could have broken the law. */
  void exercised() {
    exercised = true;
  }

  void add(Violation violation) {
    if (found == null) {
      found = new ArrayList<>();
    }
    found.add(violation);
  }

  Verdict verdict() {
    if (found == null) {
      return Verdict.of(exercised, List.of());
    }
    found.sort(Comparator.comparingLong(Violation::at));
    return Verdict.of(true, found);
  }

  /** The name as a list; empty when it is null. */
  static List<String> named(String name) {
    return name == null ? List.of() : List.of(name);
  }
}
