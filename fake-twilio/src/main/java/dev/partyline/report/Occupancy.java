package dev.partyline.report;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.ParticipantLeft;
import dev.partyline.journal.Journal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is connected to which conference. */
final class Occupancy {

  private final Map<String, Set<String>> calls = new LinkedHashMap<>();

  /** The state after everything that happened up to and at this simulated millisecond. */
  static Occupancy at(Journal journal, long at) {
    Occupancy occupancy = new Occupancy();
    for (Entry entry : journal) {
      if (entry.at() > at) {
        break;
      }
      occupancy.see(entry.what());
    }
    return occupancy;
  }

  void see(Happening what) {
    if (what instanceof ParticipantJoined joined) {
      calls.computeIfAbsent(joined.conference(), c -> new LinkedHashSet<>()).add(joined.call());
    } else if (what instanceof ParticipantLeft left) {
      calls.getOrDefault(left.conference(), new LinkedHashSet<>()).remove(left.call());
    } else if (what instanceof ConferenceEnded ended) {
      calls.remove(ended.conference());
    }
  }

  /** The legs in a conference, in the order they joined. */
  List<String> in(String conference) {
    return List.copyOf(calls.getOrDefault(conference, Set.of()));
  }
}
