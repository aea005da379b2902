package dev.partyline.law;

import java.util.List;

/**
 * ALONE: nobody stays alone in a live conference for longer than the limit.
 *
 * <p>A leg is alone while it is the only one connected to a conference that is not completed.
 * Waiting for an answer is declared: the clock stands still at zero while another leg of the same
 * conversation, or where there is none, dialled into the same room, is queued, initiated or
 * ringing. A run that went quiet leaves whoever is alone at its end alone for ever. An answering
 * machine is no company, and needs none.
 */
public final class Alone implements RunLaw {

  private final long limitMs;

  /** With the standard limit. */
  public Alone() {
    this(Laws.STANDARD_LIMIT_MS);
  }

  /**
   * With a limit of one's own.
   *
   * @param limitMs how long somebody may be alone, in simulated milliseconds
   */
  public Alone(long limitMs) {
    this.limitMs = limitMs;
  }

  @Override
  public String id() {
    return "ALONE";
  }

  @Override
  public String sentence() {
    return "Nobody stays alone in a live conference for longer than "
        + Wording.seconds(limitMs)
        + ", unless somebody else's phone is still ringing.";
  }

  @Override
  public Verdict judge(Run run) {
    Breaches breaches = new Breaches();
    for (Conference conference : run.conferences.values()) {
      List<Participation> stays = conference.participations;
      for (int i = 0; i < stays.size(); i++) {
        if (stays.get(i).joined != null && !stays.get(i).leg.machine) {
          breaches.exercised();
          judge(run, stays.get(i), breaches);
        }
      }
    }
    return breaches.verdict();
  }

  /** Walks through the stay: on to where company ends, then on to where it begins again. */
  private void judge(Run run, Participation stay, Breaches breaches) {
    long end = Run.at(stay.left);
    long now = stay.joined.at();
    while (now < end) {
      long accompanied = accompaniedUntil(stay, now);
      if (accompanied > now) {
        now = accompanied;
        continue;
      }
      long until = Math.min(end, nextCompany(stay, now));
      if (run.outlasts(until, now + limitMs)) {
        breaches.add(violation(run, stay, now, until));
      }
      now = until;
    }
  }

  /** Until when somebody who is there, or a phone that rings, keeps the clock at zero. */
  private static long accompaniedUntil(Participation stay, long now) {
    long until = now;
    List<Participation> others = stay.conference.participations;
    for (int i = 0; i < others.size(); i++) {
      Participation other = others.get(i);
      if (other != stay && !other.leg.machine && Run.at(other.joined) <= now) {
        until = Math.max(until, Run.at(other.left));
      }
    }
    List<CallLeg> legs = conversation(stay);
    for (int i = 0; i < legs.size(); i++) {
      if (legs.get(i) != stay.leg && legs.get(i).created.at() <= now) {
        until = Math.max(until, legs.get(i).waitedUntil());
      }
    }
    for (int i = 0; legs.isEmpty() && i < others.size(); i++) {
      if (others.get(i) != stay && others.get(i).since.at() <= now) {
        until = Math.max(until, ringsUntil(others.get(i)));
      }
    }
    return until;
  }

  /**
   * When, after this moment, the next such company begins; what begins and ends at once is none.
   */
  private static long nextCompany(Participation stay, long now) {
    long next = Run.OPEN;
    List<Participation> others = stay.conference.participations;
    for (int i = 0; i < others.size(); i++) {
      Participation other = others.get(i);
      long joined = Run.at(other.joined);
      if (other != stay && !other.leg.machine && joined > now && joined < Run.at(other.left)) {
        next = Math.min(next, joined);
      }
    }
    List<CallLeg> legs = conversation(stay);
    for (int i = 0; i < legs.size(); i++) {
      CallLeg leg = legs.get(i);
      long created = leg.created.at();
      if (leg != stay.leg && created > now && created < leg.waitedUntil()) {
        next = Math.min(next, created);
      }
    }
    for (int i = 0; legs.isEmpty() && i < others.size(); i++) {
      long dialled = others.get(i).since.at();
      if (others.get(i) != stay && dialled > now && dialled < ringsUntil(others.get(i))) {
        next = Math.min(next, dialled);
      }
    }
    return next;
  }

  /** Whose phones' ringing is waited for; empty where nobody has told of conversations. */
  private static List<CallLeg> conversation(Participation stay) {
    return stay.leg.conversation == null ? List.of() : stay.leg.conversation.legs;
  }

  /**
   * As in a live run, whoever was dialled into the room is waited for, from when they were: to have
   * been made before, for something else, keeps nobody company.
   */
  private static long ringsUntil(Participation dialled) {
    return dialled.leg.created == null ? -1 : dialled.leg.waitedUntil();
  }

  private Violation violation(Run run, Participation stay, long since, long until) {
    CallLeg leg = stay.leg;
    String sentence =
        Wording.who(leg)
            + " was alone in conference "
            + Wording.room(stay.conference)
            + " "
            + Wording.span(since, until)
            + ": "
            + Solitude.reason(run, stay, since);
    return new Violation(
        id(),
        since + limitMs,
        since,
        until,
        leg.conversation == null ? null : leg.conversation.name,
        Breaches.named(leg.party()),
        List.of(leg.sid, stay.conference.sid),
        sentence);
  }
}
