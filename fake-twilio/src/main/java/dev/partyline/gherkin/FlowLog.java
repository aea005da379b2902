package dev.partyline.gherkin;

import dev.partyline.explore.RunResult;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.HearingChanged;
import dev.partyline.journal.Happening.InstanceStopped;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.ParticipantChanged;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Who heard whom in a run, and who was put on hold, by the names that people have in the story. */
final class FlowLog {

  private final Map<String, String> parties = new LinkedHashMap<>();
  private final Set<String> heard = new LinkedHashSet<>();
  private final Map<String, Boolean> held = new LinkedHashMap<>();
  private final Map<String, Integer> holds = new LinkedHashMap<>();
  private int deaths;

  /** Reads a run. */
  FlowLog(RunResult run) {
    UnaryOperator<String> names = Cast.of(run);
    for (Entry entry : run.journal()) {
      if (entry.what() instanceof LegCreated made) {
        parties.put(made.call(), names.apply(made.party()));
      } else if (entry.what() instanceof HearingChanged change) {
        hear(change);
      } else if (entry.what() instanceof ParticipantChanged change) {
        boolean before = Boolean.TRUE.equals(held.put(change.call(), change.hold()));
        if (change.hold() && !before) {
          holds.merge(String.valueOf(parties.get(change.call())), 1, Integer::sum);
        }
      } else if (entry.what() instanceof InstanceStopped) {
        deaths++;
      }
    }
  }

  private void hear(HearingChanged change) {
    for (String speaker : change.speakers()) {
      for (String listener : change.listeners()) {
        if (!speaker.equals(listener)) {
          heard.add(parties.get(listener) + " " + parties.get(speaker));
        }
      }
    }
    change
        .whispers()
        .forEach((coach, leg) -> heard.add(parties.get(leg) + " " + parties.get(coach)));
  }

  /** Whether each heard the other, be it at different times. */
  boolean heardEachOther(String one, String other) {
    return heard(one, other) && heard(other, one);
  }

  /** Whether one ever heard the other. */
  boolean heard(String listener, String speaker) {
    return heard.contains(listener + " " + speaker);
  }

  /** How often somebody was put on hold. */
  int holds(String party) {
    return holds.getOrDefault(party, 0);
  }

  /** How often an instance of the program died. */
  int deaths() {
    return deaths;
  }
}
