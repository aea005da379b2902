package dev.partyline.gherkin;

import dev.partyline.explore.RunResult;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.ConferenceOpened;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Happening.ParticipantAdded;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.ParticipantLeft;
import dev.partyline.journal.Happening.PhoneActed;
import dev.partyline.journal.Happening.QueueJoined;
import dev.partyline.journal.Happening.VerbBegan;
import dev.partyline.journal.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What the {@code Then} steps ask of a journal, by the names that people have in the story. */
final class CallLog {

  /** The statuses that end a call (CALL-16). */
  static final List<String> LAST_WORDS =
      List.of("completed", "busy", "no-answer", "failed", "canceled");

  /** A time that never came. */
  static final long NEVER = Long.MAX_VALUE;

  private final Map<String, LegCreated> legs = new LinkedHashMap<>();
  private final Map<String, String> lastWords = new LinkedHashMap<>();
  private final Map<String, Long> endedAt = new LinkedHashMap<>();
  private final Map<String, String> openRooms = new LinkedHashMap<>();
  private final Map<String, Set<String>> conversations = new LinkedHashMap<>();
  private final Map<String, Set<String>> present = new LinkedHashMap<>();
  private final Set<String> together = new LinkedHashSet<>();
  private final List<PhoneActed> acts = new ArrayList<>();
  private final Map<String, Long> dialledAt = new LinkedHashMap<>();
  private final Map<String, List<String>> spoken = new LinkedHashMap<>();
  private final Map<String, Set<String>> legsBeside = new LinkedHashMap<>();
  private final Map<String, Set<String>> legsIn = new LinkedHashMap<>();
  private final Map<String, Long> answeredAt = new LinkedHashMap<>();
  private final Map<String, Long> metAt = new LinkedHashMap<>();
  private final Map<String, Long> arrivedAt = new LinkedHashMap<>();
  private final Set<String> queued = new LinkedHashSet<>();
  private int roomsMade;

  private final UnaryOperator<String> names;

  /** Reads a run. */
  CallLog(RunResult run) {
    this(run.journal(), Cast.of(run));
  }

  /** Reads a journal in which everybody has the name by which scenarios know them. */
  CallLog(Journal journal) {
    this(journal, UnaryOperator.identity());
  }

  private CallLog(Journal journal, UnaryOperator<String> names) {
    this.names = names;
    for (Entry entry : journal) {
      add(entry.at(), entry.what());
    }
  }

  private void add(long at, Happening what) {
    if (what instanceof LegCreated made) {
      legs.put(
          made.call(),
          new LegCreated(
              made.call(),
              made.leg(),
              made.conversation(),
              names.apply(made.party()),
              made.direction(),
              made.from(),
              made.to(),
              made.request()));
      arrivedAt.putIfAbsent(String.valueOf(names.apply(made.party())), at);
    } else if (what instanceof QueueJoined joined) {
      queued.add(party(joined.call()));
    } else if (what instanceof LegStatus status && status.status().equals("in-progress")) {
      answeredAt.put(status.call(), at);
    } else if (what instanceof LegStatus status && LAST_WORDS.contains(status.status())) {
      lastWords.put(status.call(), status.status());
      endedAt.put(status.call(), at);
    } else if (what instanceof ConferenceOpened opened) {
      roomsMade++;
      openRooms.put(opened.conference(), opened.name());
    } else if (what instanceof ConferenceEnded ended) {
      openRooms.remove(ended.conference());
      present.remove(ended.conference());
    } else if (what instanceof ParticipantAdded added) {
      entered(added.conference(), added.call());
    } else if (what instanceof ParticipantJoined joined) {
      entered(joined.conference(), joined.call());
      meet(joined.conference(), party(joined.call()), at);
      beside(joined.conference(), joined.call());
    } else if (what instanceof ParticipantLeft left) {
      legsIn.getOrDefault(left.conference(), new LinkedHashSet<>()).remove(left.call());
      there(left.conference()).remove(party(left.call()));
    } else if (what instanceof PhoneActed act) {
      acts.add(
          new PhoneActed(names.apply(act.party()), act.conversation(), act.call(), act.action()));
      if (act.action().equals("dials")) {
        dialledAt.putIfAbsent(act.party(), at);
      }
    } else if (what instanceof VerbBegan verb && verb.verb().equals("Say")) {
      spoken.computeIfAbsent(party(verb.call()), name -> new ArrayList<>()).add(verb.detail());
    }
  }

  private void entered(String conference, String call) {
    String conversation = legs.containsKey(call) ? legs.get(call).conversation() : null;
    conversations.computeIfAbsent(conference, sid -> new LinkedHashSet<>()).add(conversation);
  }

  private void meet(String conference, String who, long at) {
    Set<String> there = there(conference);
    for (String other : there) {
      metAt.putIfAbsent(other + " " + who, at);
      metAt.putIfAbsent(who + " " + other, at);
      together.add(other + " " + who);
      together.add(who + " " + other);
    }
    there.add(who);
  }

  private void beside(String conference, String call) {
    Set<String> in = legsIn.computeIfAbsent(conference, sid -> new LinkedHashSet<>());
    for (String other : in) {
      legsBeside.computeIfAbsent(party(other) + " " + party(call), k -> new LinkedHashSet<>());
      legsBeside.computeIfAbsent(party(call) + " " + party(other), k -> new LinkedHashSet<>());
      legsBeside.get(party(other) + " " + party(call)).add(other);
      legsBeside.get(party(call) + " " + party(other)).add(call);
    }
    in.add(call);
  }

  /** How many legs of one party were in a conference with the other. */
  int legsTogether(String party, String other) {
    return legsBeside.getOrDefault(party + " " + other, Set.of()).size();
  }

  /** Simulated ms from answer to end of the party's first call that was both; 0 for none. */
  long talkedFor(String party) {
    for (LegCreated leg : legs.values()) {
      if (party.equals(leg.party())
          && answeredAt.containsKey(leg.call())
          && endedAt.containsKey(leg.call())) {
        return endedAt.get(leg.call()) - answeredAt.get(leg.call());
      }
    }
    return 0;
  }

  private Set<String> there(String conference) {
    return present.computeIfAbsent(conference, sid -> new LinkedHashSet<>());
  }

  private String party(String call) {
    LegCreated leg = legs.get(call);
    return leg == null || leg.party() == null ? "somebody" : leg.party();
  }

  /** How many calls the platform made to this party. */
  long dialled(String party) {
    return legs.values().stream()
        .filter(leg -> party.equals(leg.party()) && leg.direction().startsWith("outbound"))
        .count();
  }

  /** How often the party's phone began to ring. */
  long rings(String party) {
    return acts.stream()
        .filter(act -> party.equals(act.party()) && act.action().equals("rings"))
        .count();
  }

  /** The last status of each of the party's calls; {@code still live} for one that never ended. */
  List<String> ends(String party) {
    List<String> words = new ArrayList<>();
    for (LegCreated leg : legs.values()) {
      if (party.equals(leg.party())) {
        words.add(lastWords.getOrDefault(leg.call(), "still live"));
      }
    }
    return words;
  }

  /** Simulated ms from the party's first dialling to the end of its last call, or NEVER. */
  long engagedFor(String party) {
    long until = dialledAt.getOrDefault(party, 0L);
    for (LegCreated leg : legs.values()) {
      if (party.equals(leg.party())) {
        until = Math.max(until, endedAt.getOrDefault(leg.call(), NEVER));
      }
    }
    return until == NEVER ? NEVER : until - dialledAt.getOrDefault(party, 0L);
  }

  /** The people whose calls never ended. */
  List<String> stillOnTheLine() {
    return legs.keySet().stream()
        .filter(call -> !endedAt.containsKey(call))
        .map(this::party)
        .distinct()
        .toList();
  }

  /** Whether both were in one conference at the same time. */
  boolean met(String one, String other) {
    return together.contains(one + " " + other);
  }

  /** Whether this party waited in a queue. */
  boolean wasQueued(String party) {
    return queued.contains(party);
  }

  /** Simulated ms from this party's first call to being in a room with an agent, or NEVER. */
  long waitedFor(String party) {
    return metAt.keySet().stream()
        .filter(pair -> pair.matches(party + " agent-[0-9]+"))
        .mapToLong(pair -> metAt.get(pair) - arrivedAt.getOrDefault(party, 0L))
        .min()
        .orElse(NEVER);
  }

  /** What was said to this party, oldest first. */
  List<String> heard(String party) {
    return spoken.getOrDefault(party, List.of());
  }

  /** How many conferences came to be. */
  int roomsMade() {
    return roomsMade;
  }

  /** Names of the conferences that were never completed. */
  List<String> openRooms() {
    return List.copyOf(openRooms.values());
  }

  /** Conversations that shared a conference; empty when none did. */
  List<String> mixed() {
    for (Set<String> names : conversations.values()) {
      if (names.size() > 1) {
        return new ArrayList<>(names);
      }
    }
    return List.of();
  }
}
