package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Journal;
import java.util.List;

/**
 * ONCE: the customer is dialled at most once each time the agent dials.
 *
 * <p>When a leg is made, no more legs may have been dialled to the customer than the agent had
 * dialled by then; a conversation in which the agent never dialled has one to spend.
 */
public final class Once implements RunLaw {

  @Override
  public String id() {
    return "ONCE";
  }

  @Override
  public String sentence() {
    return "The customer is dialled at most once each time the agent dials.";
  }

  @Override
  public Verdict judge(Run run) {
    Breaches breaches = new Breaches();
    for (Conversation conversation : run.conversations.values()) {
      CallLeg last = null;
      int count = 0;
      for (int i = 0; i < conversation.legs.size(); i++) {
        CallLeg leg = conversation.legs.get(i);
        if (leg.isOutbound() && leg.isCustomers()) {
          breaches.exercised();
          count++;
          int dials = dialsBefore(conversation, leg.created);
          if (count > Math.max(1, dials)) {
            breaches.add(violation(run.journal, conversation, last, leg, count, dials));
          }
          last = leg;
        }
      }
    }
    return breaches.verdict();
  }

  private static int dialsBefore(Conversation conversation, Entry moment) {
    int count = 0;
    for (int i = 0; i < conversation.dials.size(); i++) {
      if (conversation.dials.get(i).seq() < moment.seq()) {
        count++;
      }
    }
    return count;
  }

  private Violation violation(
      Journal journal, Conversation conversation, CallLeg one, CallLeg two, int count, int dials) {
    String sentence =
        conversation.customer
            + " was dialled "
            + times(count)
            + " although "
            + conversation.agent
            + (dials == 0 ? " never dialled: " : " dialled " + times(dials) + ": ")
            + origin(journal, one)
            + " and "
            + origin(journal, two)
            + hiddenSuccess(journal, one);
    return new Violation(
        id(),
        two.created.at(),
        two.created.at(),
        two.created.at(),
        conversation.name,
        conversation.parties(),
        List.of(one.sid, two.sid),
        sentence);
  }

  private static String times(int count) {
    return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
  }

  /** {@code call CA…01 at 0.1 s by request r1 (POST /Calls.json)}. */
  private static String origin(Journal journal, CallLeg leg) {
    String call = "call " + Wording.sid(leg.sid) + " at " + Wording.seconds(leg.created.at());
    String request = leg.made.request();
    if (request == null) {
      return call + " by TwiML";
    }
    for (Entry entry : journal.entries()) {
      if (entry.what() instanceof RestSent sent && request.equals(sent.request())) {
        return call
            + " by request "
            + request
            + " ("
            + sent.method()
            + " "
            + Wording.path(sent.path())
            + ")";
      }
    }
    return call + " by request " + request;
  }

  /** Tells when the application could not know that the earlier request had been carried out. */
  private static String hiddenSuccess(Journal journal, CallLeg leg) {
    String request = leg.made.request();
    for (Entry entry : journal.entries()) {
      if (entry.what() instanceof RestHandled handled
          && request != null
          && request.equals(handled.request())
          && "after-commit".equals(handled.fault())) {
        return "; request " + request + " was carried out although its answer said it failed";
      }
    }
    return "";
  }
}
