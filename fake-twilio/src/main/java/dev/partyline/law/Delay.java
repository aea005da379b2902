package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.HearingChanged;
import dev.partyline.journal.Happening.VoiceDelay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * DELAY: people hear each other soon enough to talk.
 *
 * <p>ITU-T G.114 calls a delay from mouth to ear of up to 150 ms good and one of more than 400 ms
 * unacceptable (REGION-24). Between the two the distance may need it: there a delay is a breach
 * only when it is a detour, much longer than it would be in the region that is best for the two.
 * That is what happens to two people in Japan whose voices are mixed in Virginia.
 */
public final class Delay implements RunLaw {

  /** Up to here nobody minds, in milliseconds. */
  public static final long GOOD_MS = 150;

  /** Above it nobody can talk. */
  public static final long LIMIT_MS = 400;

  /** How much of a delay may be detour: very interactive talk suffers from about here. */
  public static final long DETOUR_MS = 100;

  private final long goodMs;
  private final long limitMs;
  private final long detourMs;

  /** Judges by the figures of the recommendation. */
  public Delay() {
    this(GOOD_MS, LIMIT_MS, DETOUR_MS);
  }

  /**
   * Judges by other figures, in milliseconds.
   *
   * @param goodMs up to here nothing is a breach
   * @param limitMs above it everything is
   * @param detourMs between the two it is one when it is this much longer than it need be
   */
  public Delay(long goodMs, long limitMs, long detourMs) {
    if (goodMs < 0 || limitMs < goodMs || detourMs < 0) {
      throw new IllegalArgumentException(
          "good "
              + goodMs
              + ", limit "
              + limitMs
              + " and detour "
              + detourMs
              + " must rise from 0");
    }
    this.goodMs = goodMs;
    this.limitMs = limitMs;
    this.detourMs = detourMs;
  }

  @Override
  public String id() {
    return "DELAY";
  }

  @Override
  public String sentence() {
    return "No voice is heard more than "
        + limitMs
        + " ms late, nor more than "
        + goodMs
        + " ms by a detour of more than "
        + detourMs
        + " ms.";
  }

  @Override
  public Verdict judge(Run run) {
    Breaches breaches = new Breaches();
    Map<String, Open> open = new LinkedHashMap<>();
    for (Entry entry : run.journal) {
      if (entry.what() instanceof VoiceDelay heard) {
        breaches.exercised();
        boolean detour = heard.ms() > goodMs && heard.ms() - heard.leastMs() > detourMs;
        if (heard.ms() > limitMs || detour) {
          open.putIfAbsent(key(heard), new Open(entry.at(), heard));
        }
      } else if (entry.what() instanceof HearingChanged change && !open.isEmpty()) {
        for (String key : new ArrayList<>(open.keySet())) {
          Open one = open.get(key);
          if (one.heard().place().equals(change.place()) && !goesOn(one.heard(), change)) {
            breaches.add(violation(run, open.remove(key), entry.at()));
          }
        }
      }
    }
    open.values().forEach(one -> breaches.add(violation(run, one, Run.OPEN)));
    return breaches.verdict();
  }

  private record Open(long since, VoiceDelay heard) {}

  /** Two people hear each other equally late: that is one breach. */
  private static String key(VoiceDelay heard) {
    boolean inOrder = heard.speaker().compareTo(heard.hearer()) < 0;
    return heard.place()
        + " "
        + (inOrder ? heard.speaker() : heard.hearer())
        + " "
        + (inOrder ? heard.hearer() : heard.speaker());
  }

  private static boolean goesOn(VoiceDelay heard, HearingChanged now) {
    return hears(now, heard.speaker(), heard.hearer())
        || hears(now, heard.hearer(), heard.speaker());
  }

  private static boolean hears(HearingChanged now, String speaker, String hearer) {
    return now.speakers().contains(speaker) && now.listeners().contains(hearer)
        || hearer.equals(now.whispers().get(speaker));
  }

  private Violation violation(Run run, Open one, long until) {
    VoiceDelay heard = one.heard();
    List<String> parties = new ArrayList<>(2);
    String conversation = null;
    for (String call : List.of(heard.hearer(), heard.speaker())) {
      CallLeg leg = run.legs.get(call);
      if (leg != null) {
        parties.addAll(Breaches.named(leg.party()));
        conversation =
            conversation == null && leg.conversation != null ? leg.conversation.name : conversation;
      }
    }
    return new Violation(
        id(),
        one.since(),
        one.since(),
        until,
        conversation,
        parties,
        List.of(heard.speaker(), heard.hearer(), heard.place()),
        who(run, heard.hearer())
            + " and "
            + who(run, heard.speaker())
            + " heard each other "
            + heard.ms()
            + " ms late "
            + Wording.span(one.since(), until)
            + ": mixed in "
            + heard.region()
            + ", where the best region would take "
            + heard.leastMs()
            + " ms");
  }

  private static String who(Run run, String call) {
    CallLeg leg = run.legs.get(call);
    return leg == null ? "call " + Wording.sid(call) : Wording.who(leg);
  }
}
