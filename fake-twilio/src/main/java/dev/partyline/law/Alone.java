package dev.partyline.law;

import java.util.ArrayList;
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
    List<CallLeg> legs = waiting(stay);
    for (int i = 0; i < legs.size(); i++) {
      CallLeg leg = legs.get(i);
      if (leg != stay.leg && leg.created.at() <= now) {
        until = Math.max(until, leg.waitedUntil());
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
    List<CallLeg> legs = waiting(stay);
    for (int i = 0; i < legs.size(); i++) {
      CallLeg leg = legs.get(i);
      long created = leg.created.at();
      if (leg != stay.leg && created > now && created < leg.waitedUntil()) {
        next = Math.min(next, created);
      }
    }
    return next;
  }

  /**
   * Those whose phones' ringing is waited for. Where nobody has told of conversations, as in a live
   * run, it is who was dialled into the room.
   */
  private static List<CallLeg> waiting(Participation stay) {
    if (stay.leg.conversation != null) {
      return stay.leg.conversation.legs;
    }
    List<CallLeg> dialled = new ArrayList<>(2);
    for (Participation other : stay.conference.participations) {
      if (other.leg.created != null && other.since.at() <= other.leg.waitedUntil()) {
        dialled.add(other.leg);
      }
    }
    return dialled;
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
