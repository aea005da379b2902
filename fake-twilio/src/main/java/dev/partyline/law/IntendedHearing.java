package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.AppListed;
import dev.partyline.journal.Happening.AppUnlisted;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.HearingChanged;
import dev.partyline.journal.Happening.Intended;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.ParticipantLeft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares who hears whom with what people mean: the matrix that follows from their presses.
 *
 * <p>Heard may be whom the mode of now lets be heard, and for a while longer whom the mode before
 * did, until the application has caught up. Not heard, though meant, is a breach when both have
 * been in the room and meant so for that while. While the application shows an alert it owns up to
 * what it could not do, and only what nobody ever meant is a breach.
 */
final class IntendedHearing {

  /** Somebody hears somebody and must not, or does not and must. */
  private record Breach(String place, String speaker, String hearer, boolean heard) {}

  private final Run run;
  private final long patienceMs;
  private final String law;
  private final Breaches breaches;
  private final Map<String, Intent> intents = new LinkedHashMap<>();
  private final Map<String, HearingChanged> heard = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> joined = new LinkedHashMap<>();
  private final Map<String, String> alerts = new LinkedHashMap<>();
  private final Map<Breach, Long> open = new LinkedHashMap<>();
  private final TreeSet<Long> deadlines = new TreeSet<>();
  private boolean changed;
  private long now;

  IntendedHearing(Run run, String law, long patienceMs, Breaches breaches) {
    this.run = run;
    this.law = law;
    this.patienceMs = patienceMs;
    this.breaches = breaches;
  }

  void judge() {
    for (Entry entry : run.journal) {
      if (entry.at() > now) {
        passTo(entry.at());
      }
      read(entry);
    }
    if (run.outlasts(Run.OPEN, now + patienceMs)) {
      passTo(Run.OPEN);
    } else {
      settle();
    }
    open.forEach((breach, since) -> breaches.add(violation(breach, since, Run.OPEN)));
  }

  /** Lets time pass, and looks at each moment at which somebody's patience ends. */
  private void passTo(long moment) {
    settle();
    while (!deadlines.isEmpty() && deadlines.first() <= moment) {
      now = deadlines.pollFirst();
      changed = true;
      settle();
    }
    now = moment == Run.OPEN ? now : moment;
  }

  private void read(Entry entry) {
    if (entry.what() instanceof Intended intended) {
      intent(intended.conversation(), intended.party()).becomes(intended.mode(), entry.at());
      lookAgain(entry.at());
    } else if (entry.what() instanceof HearingChanged change) {
      if (change.speakers().isEmpty() && change.whispers().isEmpty()) {
        heard.remove(change.place());
      } else {
        heard.put(change.place(), change);
      }
      changed = true;
    } else if (entry.what() instanceof ParticipantJoined join) {
      joined
          .computeIfAbsent(join.conference(), sid -> new LinkedHashMap<>())
          .put(join.call(), entry.at());
      lookAgain(entry.at());
    } else if (entry.what() instanceof ParticipantLeft left) {
      joined.getOrDefault(left.conference(), new LinkedHashMap<>()).remove(left.call());
      changed = true;
    } else if (entry.what() instanceof ConferenceEnded ended) {
      heard.remove(ended.conference());
      joined.remove(ended.conference());
      changed = true;
    } else if (entry.what() instanceof AppListed listed) {
      alert(listed);
    } else if (entry.what() instanceof AppUnlisted gone) {
      alerts.remove(gone.id());
    } else {
      long up = run.restartedBy(entry);
      if (up >= 0) {
        lookAgain(up);
      }
    }
  }

  private void lookAgain(long since) {
    changed = true;
    deadlines.add(since + patienceMs);
  }

  private void alert(AppListed listed) {
    alerts.remove(listed.id());
    if (!listed.alert().isEmpty()) {
      for (String call : listed.people().keySet()) {
        CallLeg leg = run.legs.get(call);
        if (leg != null && leg.conversation != null) {
          alerts.put(listed.id(), leg.conversation.name);
        }
      }
    }
    changed = true;
  }

  /**
   * Before a press: the two who called each other talk, a supervisor has no business there, and of
   * others nothing is meant.
   */
  private Intent intent(String conversation, String party) {
    return intents.computeIfAbsent(
        conversation + "/" + party,
        key -> {
          Conversation known = run.conversations.get(conversation);
          boolean expected =
              known != null && (party.equals(known.agent) || party.equals(known.customer));
          boolean uninvited = run.supervisors.contains(party);
          return new Intent(expected ? Intent.TALKS : uninvited ? Intent.OUT : Intent.FREE);
        });
  }

  private void settle() {
    if (!changed) {
      return;
    }
    changed = false;
    Set<Breach> wrong = new LinkedHashSet<>();
    if (!intents.isEmpty()) {
      heard.values().forEach(place -> look(place, wrong));
      joined.forEach((room, people) -> missing(room, people, wrong));
    }
    for (Breach breach : new ArrayList<>(open.keySet())) {
      if (!wrong.contains(breach)) {
        breaches.add(violation(breach, open.remove(breach), now));
      }
    }
    wrong.forEach(breach -> open.putIfAbsent(breach, now));
  }

  // ---- heard and not meant ----

  private void look(HearingChanged place, Set<Breach> wrong) {
    for (String speaker : place.speakers()) {
      for (String hearer : place.listeners()) {
        if (!hearer.equals(speaker)) {
          look(place.place(), speaker, hearer, wrong);
        }
      }
    }
    place.whispers().forEach((speaker, hearer) -> look(place.place(), speaker, hearer, wrong));
  }

  private void look(String place, String speaker, String hearer, Set<Breach> wrong) {
    CallLeg voice = run.legs.get(speaker);
    CallLeg ear = run.legs.get(hearer);
    if (!known(voice) || !known(ear) || voice.conversation != ear.conversation) {
      return;
    }
    Intent said = intent(voice.conversation.name, voice.party());
    Intent listening = intent(ear.conversation.name, ear.party());
    breaches.exercised();
    boolean alerted = alerts.containsValue(voice.conversation.name);
    long since = alerted ? 0 : run.patientSince(now, patienceMs);
    for (String one : said.since(since)) {
      for (String other : listening.since(since)) {
        if (Intent.mayHear(one, other, ear.isStaffs())) {
          return;
        }
      }
    }
    wrong.add(new Breach(place, speaker, hearer, true));
  }

  // ---- meant and not heard ----

  private void missing(String room, Map<String, Long> people, Set<Breach> wrong) {
    long since = run.patientSince(now, patienceMs);
    for (Map.Entry<String, Long> speaker : people.entrySet()) {
      for (Map.Entry<String, Long> hearer : people.entrySet()) {
        if (!speaker.getKey().equals(hearer.getKey())
            && speaker.getValue() <= since
            && hearer.getValue() <= since
            && mustHear(speaker.getKey(), hearer.getKey(), since)
            && !hears(room, speaker.getKey(), hearer.getKey())) {
          wrong.add(new Breach(room, speaker.getKey(), hearer.getKey(), false));
        }
      }
    }
  }

  private boolean mustHear(String speaker, String hearer, long since) {
    CallLeg voice = run.legs.get(speaker);
    CallLeg ear = run.legs.get(hearer);
    if (!known(voice)
        || !known(ear)
        || voice.conversation != ear.conversation
        || alerts.containsValue(voice.conversation.name)) {
      return false;
    }
    Intent said = intent(voice.conversation.name, voice.party());
    Intent listening = intent(ear.conversation.name, ear.party());
    return said.since() <= since
        && listening.since() <= since
        && Intent.mustHear(said.now(), listening.now(), mustBeWhisperedTo(said, ear, since));
  }

  /**
   * A whisper is for the agent; a colleague who is asked beside them may be left out of it, and is
   * who it is for once the call was handed over to them.
   */
  private boolean mustBeWhisperedTo(Intent said, CallLeg ear, long since) {
    if (!said.now().equals(Intent.WHISPERS) || ear.isAgents()) {
      return ear.isStaffs();
    }
    Intent agents = intent(ear.conversation.name, ear.conversation.agent);
    return ear.isStaffs() && agents.now().equals(Intent.OUT) && agents.since() <= since;
  }

  private boolean hears(String place, String speaker, String hearer) {
    HearingChanged mix = heard.get(place);
    return mix != null
        && ((mix.speakers().contains(speaker) && mix.listeners().contains(hearer))
            || hearer.equals(mix.whispers().get(speaker)));
  }

  private static boolean known(CallLeg leg) {
    return leg != null && leg.conversation != null && leg.party() != null;
  }

  // ---- words ----

  private Violation violation(Breach breach, long since, long until) {
    CallLeg voice = run.legs.get(breach.speaker());
    CallLeg ear = run.legs.get(breach.hearer());
    String conversation = voice.conversation.name;
    List<String> parties = List.of(voice.party(), ear.party());
    return new Violation(
        law,
        since,
        since,
        until,
        conversation,
        parties,
        List.of(breach.speaker(), breach.hearer(), breach.place()),
        ear.party()
            + (breach.heard() ? " heard " : " could not hear ")
            + voice.party()
            + " "
            + Wording.span(since, until)
            + ": meant was that "
            + meant(voice)
            + " and "
            + meant(ear));
  }

  private String meant(CallLeg leg) {
    return leg.party()
        + switch (intent(leg.conversation.name, leg.party()).now()) {
          case Intent.HELD -> " is on hold";
          case Intent.MUTED -> " is muted";
          case Intent.OUT -> " is out of the call";
          case Intent.FREE -> " may do anything";
          default -> " " + intent(leg.conversation.name, leg.party()).now();
        };
  }
}
