package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.HearingChanged;
import dev.partyline.journal.Happening.ParticipantChanged;
import dev.partyline.journal.Happening.ParticipantLeft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * HEARING: who hears whom is what was intended, at every instant.
 *
 * <p>What people mean by the buttons they press is declared in the journal; see {@link
 * IntendedHearing}. Where nothing is declared, the application's own requests are taken at their
 * word.
 *
 * <p>What was intended is read from what the application asked for: a coach is heard by the one it
 * coaches and by nobody else, even when that one is gone; a held participant hears nobody and is
 * heard by nobody; a muted one is not heard. Beside that, people can be declared to be supervisors:
 * they are heard by no customer, whatever the application asked for, so that a coach who was added
 * without its coaching is found. And no customer hears the customer of another conversation. An
 * instant is judged when all of it has happened.
 */
public final class Hearing implements RunLaw {

  private final Set<String> supervisors;

  /** Judges by what the application asked for alone. */
  public Hearing() {
    this(List.of());
  }

  /** Judges by that, and by who is a supervisor in the story. */
  public Hearing(Collection<String> supervisors) {
    this.supervisors = new LinkedHashSet<>(supervisors);
  }

  @Override
  public String id() {
    return "HEARING";
  }

  @Override
  public String sentence() {
    return "A coach is heard by the coached alone, a held call neither hears nor is heard, a muted"
        + " one is not heard, and no customer hears another call's"
        + (supervisors.isEmpty() ? "." : "; no customer hears a supervisor.");
  }

  @Override
  public Verdict judge(Run run) {
    Judge judge = new Judge(run);
    for (Entry entry : run.journal) {
      judge.read(entry);
    }
    return judge.verdict();
  }

  /** How long the application may take to bring about what a press meant, in milliseconds. */
  static final long PATIENCE_MS = 10_000;

  /** Somebody hears somebody, and must not. */
  private record Breach(String place, String speaker, String hearer, String why) {}

  private final class Judge {
    private final Run run;
    private final Breaches breaches = new Breaches();
    private final Map<String, ParticipantChanged> flags = new LinkedHashMap<>();
    private final Map<String, HearingChanged> heard = new LinkedHashMap<>();
    private final Map<Breach, Long> open = new LinkedHashMap<>();

    /** Where somebody speaks or listens. */
    private final Map<String, Set<String>> places = new LinkedHashMap<>();

    /** Where something changed at this instant. */
    private final Set<String> touched = new LinkedHashSet<>();

    private long now;

    Judge(Run run) {
      this.run = run;
    }

    void read(Entry entry) {
      if (entry.at() > now) {
        settle();
        now = entry.at();
      }
      if (entry.what() instanceof ParticipantChanged change) {
        flags.put(change.call(), change);
        touch(change.call());
      } else if (entry.what() instanceof ParticipantLeft left) {
        flags.remove(left.call());
        touch(left.call());
      } else if (entry.what() instanceof HearingChanged change) {
        forget(change.place());
        // where nobody is heard is not kept: there would be more and more of such places
        if (!change.speakers().isEmpty() || !change.whispers().isEmpty()) {
          heard.put(change.place(), change);
          people(change)
              .forEach(
                  call ->
                      places
                          .computeIfAbsent(call, key -> new LinkedHashSet<>())
                          .add(change.place()));
        }
      } else if (entry.what() instanceof ConferenceEnded ended) {
        forget(ended.conference());
      }
    }

    private void touch(String call) {
      touched.addAll(places.getOrDefault(call, Set.of()));
    }

    private void forget(String place) {
      touched.add(place);
      HearingChanged before = heard.remove(place);
      if (before != null) {
        for (String call : people(before)) {
          Set<String> theirs = places.get(call);
          theirs.remove(place);
          if (theirs.isEmpty()) {
            places.remove(call);
          }
        }
      }
    }

    private static Set<String> people(HearingChanged place) {
      Set<String> all = new LinkedHashSet<>(place.speakers());
      all.addAll(place.listeners());
      all.addAll(place.whispers().keySet());
      all.addAll(place.whispers().values());
      return all;
    }

    Verdict verdict() {
      settle();
      open.forEach((breach, since) -> breaches.add(violation(breach, since, Run.OPEN)));
      new IntendedHearing(run, id(), PATIENCE_MS, breaches).judge();
      return breaches.verdict();
    }

    /** The instant is over: what is wrong now, and what is right again? */
    private void settle() {
      if (touched.isEmpty()) {
        return;
      }
      Set<Breach> wrong = new LinkedHashSet<>();
      for (String place : touched) {
        HearingChanged there = heard.get(place);
        if (there != null) {
          look(there, wrong);
        }
      }
      for (Breach breach : new ArrayList<>(open.keySet())) {
        if (touched.contains(breach.place()) && !wrong.contains(breach)) {
          breaches.add(violation(breach, open.remove(breach), now));
        }
      }
      wrong.forEach(breach -> open.putIfAbsent(breach, now));
      touched.clear();
    }

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
      ParticipantChanged voice = flags.get(speaker);
      ParticipantChanged ear = flags.get(hearer);
      boolean declared = isSupervisor(speaker);
      if (voice != null || ear != null || declared) {
        breaches.exercised();
      }
      String why = null;
      if (voice != null && voice.hold()) {
        why = who(speaker) + " was on hold";
      } else if (voice != null && voice.muted()) {
        why = who(speaker) + " was muted";
      } else if (voice != null && voice.coaches() != null && !voice.coaches().equals(hearer)) {
        why = who(speaker) + " was coaching " + who(voice.coaches());
      } else if (ear != null && ear.hold()) {
        why = who(hearer) + " was on hold";
      } else if (declared && run.legs.get(hearer) != null && run.legs.get(hearer).isCustomers()) {
        why = who(speaker) + " is a supervisor";
      } else if (areStrangers(speaker, hearer)) {
        why = "they are customers of different calls";
      }
      if (why != null) {
        wrong.add(new Breach(place, speaker, hearer, why));
      }
    }

    /** Two customers, neither of whom is in the conversation of the other. */
    private boolean areStrangers(String one, String other) {
      if (run.conversations.size() < 2) {
        return false;
      }
      CallLeg voice = run.legs.get(one);
      CallLeg ear = run.legs.get(other);
      return voice != null
          && ear != null
          && voice.conversation != ear.conversation
          && voice.isCustomers()
          && ear.isCustomers();
    }

    private boolean isSupervisor(String call) {
      CallLeg leg = run.legs.get(call);
      return leg != null && supervisors.contains(leg.party());
    }

    private String who(String call) {
      CallLeg leg = run.legs.get(call);
      return leg == null ? "call " + Wording.sid(call) : Wording.who(leg);
    }

    private Violation violation(Breach breach, long since, long until) {
      List<String> parties = new ArrayList<>(2);
      String conversation = null;
      for (String call : List.of(breach.speaker(), breach.hearer())) {
        CallLeg leg = run.legs.get(call);
        if (leg != null) {
          parties.addAll(Breaches.named(leg.party()));
          conversation =
              leg.conversation != null && conversation == null
                  ? leg.conversation.name
                  : conversation;
        }
      }
      return new Violation(
          id(),
          since,
          since,
          until,
          conversation,
          parties,
          List.of(breach.speaker(), breach.hearer(), breach.place()),
          who(breach.hearer())
              + " heard "
              + who(breach.speaker())
              + " "
              + Wording.span(since, until)
              + ": "
              + breach.why());
    }
  }
}
