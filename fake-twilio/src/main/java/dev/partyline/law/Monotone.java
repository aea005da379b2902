package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.AppBelieved;
import java.util.List;

/**
 * MONOTONE: the status of a call never goes backwards in the application.
 *
 * <p>The order is queued, initiated, ringing, in-progress, then any final status; a final status
 * never becomes another one either. Words that are no status of a call are passed over.
 */
public final class Monotone implements RunLaw {

  @Override
  public String id() {
    return "MONOTONE";
  }

  @Override
  public String sentence() {
    return "What the application believes of a call never goes backwards.";
  }

  @Override
  public Verdict judge(Run run) {
    Breaches breaches = new Breaches();
    for (CallLeg leg : run.legs.values()) {
      String before = null;
      for (int i = 0; i < leg.beliefs.size(); i++) {
        String now = status(leg, i);
        if (CallStatus.rank(now) >= 0) {
          breaches.exercised();
          if (before != null && backwards(before, now)) {
            breaches.add(violation(leg, i, before, now));
          }
          before = now;
        }
      }
    }
    return breaches.verdict();
  }

  private static String status(CallLeg leg, int index) {
    return ((AppBelieved) leg.beliefs.get(index).what()).status();
  }

  private static boolean backwards(String before, String now) {
    return CallStatus.rank(now) < CallStatus.rank(before)
        || (CallStatus.isFinal(before) && !before.equals(now));
  }

  private Violation violation(CallLeg leg, int index, String before, String now) {
    Entry entry = leg.beliefs.get(index);
    return new Violation(
        id(),
        entry.at(),
        entry.at(),
        mendedAt(leg, index, before),
        leg.conversation == null ? null : leg.conversation.name,
        Breaches.named(leg.party()),
        List.of(leg.sid),
        "at "
            + Wording.at(entry)
            + " the application took "
            + Wording.call(leg)
            + " from "
            + before
            + (CallStatus.isFinal(now) ? " to " : " back to ")
            + now);
  }

  /** When the belief was again as far as before; {@link Run#OPEN} when it never was. */
  private static long mendedAt(CallLeg leg, int index, String before) {
    for (int i = index + 1; i < leg.beliefs.size(); i++) {
      String later = status(leg, i);
      if (CallStatus.rank(later) >= 0 && !backwards(before, later)) {
        return leg.beliefs.get(i).at();
      }
    }
    return Run.OPEN;
  }
}
