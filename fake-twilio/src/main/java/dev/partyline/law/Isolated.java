package dev.partyline.law;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * ISOLATED: what is done on behalf of one conversation changes nothing in another.
 *
 * <p>A command is done on behalf of the conversation whose webhook or press it answers, timers that
 * these set included. It must name no leg and no conference of another conversation, and make no
 * leg for one. What an application does by itself, such as looking round after a start, is on
 * behalf of none.
 */
public final class Isolated implements RunLaw {

  @Override
  public String id() {
    return "ISOLATED";
  }

  @Override
  public String sentence() {
    return "What is done for one conversation changes nothing in another.";
  }

  @Override
  public Verdict judge(Run run) {
    Breaches breaches = new Breaches();
    if (run.conversations.size() < 2) {
      return breaches.verdict();
    }
    for (RestCall call : run.requests.values()) {
      if (call.isCommand() && call.handled != null && call.handled.status() < 400) {
        judge(run, call, breaches);
      }
    }
    return breaches.verdict();
  }

  private void judge(Run run, RestCall call, Breaches breaches) {
    Conversation cause = call.cause(run);
    if (cause == null) {
      return;
    }
    breaches.exercised();
    Set<Conversation> changed = new LinkedHashSet<>(call.aimedAt(run));
    for (CallLeg leg : run.legs.values()) {
      if (leg.made != null
          && call.sent.request().equals(leg.made.request())
          && leg.conversation != null
          && !leg.supervising) {
        changed.add(leg.conversation);
      }
    }
    changed.remove(cause);
    for (Conversation other : changed) {
      long at = call.at.at();
      List<String> parties = new ArrayList<>(other.parties());
      breaches.add(
          new Violation(
              id(),
              at,
              at,
              at,
              other.name,
              parties,
              call.targets(),
              "for conversation "
                  + cause.name
                  + " the application sent "
                  + call.describe()
                  + " at "
                  + Wording.seconds(at)
                  + ", which changed conversation "
                  + other.name));
    }
  }
}
