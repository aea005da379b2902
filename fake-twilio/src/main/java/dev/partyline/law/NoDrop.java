package dev.partyline.law;

import java.util.List;

/**
 * NO-DROP: an answered customer is cut off only when somebody meant it. A machine is no customer.
 *
 * <p>Meant is an end which the far end caused, one before which a person of the conversation hung
 * up or pressed hang-up, and one at which no leg of the agent was live any more, whatever ended
 * that. A hang-up after which the agent dialled the customer again means the earlier call alone.
 */
public final class NoDrop implements RunLaw {

  @Override
  public String id() {
    return "NO-DROP";
  }

  @Override
  public String sentence() {
    return "A customer who has answered is cut off only because somebody hung up.";
  }

  @Override
  public Verdict judge(Run run) {
    Breaches breaches = new Breaches();
    for (Conversation conversation : run.conversations.values()) {
      for (int i = 0; i < conversation.legs.size(); i++) {
        CallLeg leg = conversation.legs.get(i);
        if (leg.answered != null && leg.isCustomers() && !leg.machine) {
          breaches.exercised();
          judge(conversation, leg, breaches);
        }
      }
    }
    return breaches.verdict();
  }

  private void judge(Conversation conversation, CallLeg leg, Breaches breaches) {
    if (leg.live() || "far-end".equals(leg.end.by()) || someoneHungUp(conversation, leg)) {
      return;
    }
    CallLeg agent = liveStaff(conversation, leg);
    if (agent == null) {
      return;
    }
    long at = leg.ended.at();
    breaches.add(
        new Violation(
            id(),
            at,
            at,
            at,
            conversation.name,
            List.of(leg.party()),
            List.of(leg.sid),
            Wording.call(leg)
                + " was cut off at "
                + Wording.seconds(at)
                + " "
                + Wording.cause(leg.end.by())
                + " although nobody had hung up and "
                + Wording.who(agent)
                + " was still on the line"));
  }

  private static boolean someoneHungUp(Conversation conversation, CallLeg leg) {
    for (int i = 0; i < conversation.hangUps.size(); i++) {
      long hangUp = conversation.hangUps.get(i).seq();
      if (hangUp < leg.ended.seq() && !dialledBetween(conversation, hangUp, leg.created.seq())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the agent dialled again after a hang-up, which then says nothing of the new call. */
  private static boolean dialledBetween(Conversation conversation, long hangUp, long created) {
    for (int i = 0; i < conversation.dials.size(); i++) {
      long dial = conversation.dials.get(i).seq();
      if (hangUp < dial && dial < created) {
        return true;
      }
    }
    return false;
  }

  /**
   * A leg of the agent, or an answered one of a colleague, that was live until the customer's leg
   * ended; null when there is none.
   */
  private static CallLeg liveStaff(Conversation conversation, CallLeg customer) {
    for (int i = 0; i < conversation.legs.size(); i++) {
      CallLeg leg = conversation.legs.get(i);
      if (leg.isStaffs()
          && (leg.isAgents() || leg.answered != null)
          && leg.created.seq() < customer.ended.seq()
          && (leg.live() || !endedBefore(leg, customer))) {
        return leg;
      }
    }
    return null;
  }

  /**
   * Whether the agent's leg had gone when the customer's leg was cut off.
   *
   * <p>Within one instant the journal's order decides, but a conference that ended takes its legs
   * down one after the other: what counts then is what came before the conference's end, or that
   * the agent's leg was the one which ended it.
   */
  private static boolean endedBefore(CallLeg agent, CallLeg customer) {
    Conference conference = takenDownBy(customer);
    if (conference == null || agent.ended.at() < customer.ended.at()) {
      return agent.ended.seq() < customer.ended.seq();
    }
    return agent.ended.at() == customer.ended.at()
        && (agent.ended.seq() < conference.ended.seq() || agent.sid.equals(conference.end.call()));
  }

  /** The conference whose end, at the same instant, ended the leg; null when there is none. */
  private static Conference takenDownBy(CallLeg leg) {
    if (!"conference".equals(leg.end.by()) || leg.participations.isEmpty()) {
      return null;
    }
    Conference conference = leg.participations.get(leg.participations.size() - 1).conference;
    boolean sameInstant =
        conference.ended != null
            && conference.ended.at() == leg.ended.at()
            && conference.ended.seq() < leg.ended.seq();
    return sameInstant ? conference : null;
  }
}
