package dev.partyline.law;

import dev.partyline.law.Conversation.Room;
import java.util.List;

/**
 * NO-ORPHAN: when a conversation is over, no leg and no conference of it is live after the limit,
 * and no task of it after the limit and the longest wrap-up.
 *
 * <p>A conversation is over when its agent hangs up or presses hang-up, when a leg of its agent
 * ends, or when a leg of its customer ends and no other leg of the customer is live; but who called
 * in and has met nobody only waits on when an agent's leg ends. It goes on when its agent dials
 * again: what is left over from before is then judged at its next end.
 */
public final class NoOrphan implements RunLaw {

  private final long limitMs;

  /** With the standard limit. */
  public NoOrphan() {
    this(Laws.STANDARD_LIMIT_MS);
  }

  /**
   * With a limit of one's own.
   *
   * @param limitMs how long something may outlive its conversation, in simulated milliseconds
   */
  public NoOrphan(long limitMs) {
    this.limitMs = limitMs;
  }

  @Override
  public String id() {
    return "NO-ORPHAN";
  }

  @Override
  public String sentence() {
    return "When a conversation is over, no call and no conference of it is live "
        + Wording.seconds(limitMs)
        + " later, and no task after the time for what is to be written down.";
  }

  @Override
  public Verdict judge(Run run) {
    Breaches breaches = new Breaches();
    for (Conversation conversation : run.conversations.values()) {
      for (int i = 0; i < conversation.closings.size(); i++) {
        breaches.exercised();
        judge(run, conversation, conversation.closings.get(i), breaches);
      }
    }
    return breaches.verdict();
  }

  private void judge(Run run, Conversation conversation, Closing closing, Breaches breaches) {
    List<CallLeg> legs = conversation.legs;
    for (int i = 0; i < legs.size(); i++) {
      CallLeg leg = legs.get(i);
      long until = Math.min(Run.at(leg.ended), Run.at(closing.reopened));
      if (run.outlasts(until, brokenAt(closing, leg.created.at()))) {
        breaches.add(
            violation(
                conversation,
                closing,
                leg.created.at(),
                until,
                Breaches.named(leg.party()),
                leg.sid,
                Wording.call(leg)));
      }
    }
    conversation.tasks.forEach(
        (sid, life) -> {
          if (life[0] == null) {
            return;
          }
          long until = Math.min(Run.at(life[1]), Run.at(closing.reopened));
          long broken = brokenAt(closing, life[0].at()) + Capacity.LONGEST_WRAP_UP_MS;
          if (run.outlasts(until, broken)) {
            breaches.add(
                violation(
                    conversation,
                    closing,
                    life[0].at(),
                    until,
                    List.of(),
                    sid,
                    "task " + Wording.sid(sid)));
          }
        });
    List<Room> rooms = conversation.rooms;
    for (int i = 0; i < rooms.size(); i++) {
      Conference conference = rooms.get(i).conference();
      long began = rooms.get(i).since().at();
      long until = Math.min(Run.at(conference.ended), Run.at(closing.reopened));
      if (run.outlasts(until, brokenAt(closing, began))) {
        breaches.add(
            violation(
                conversation,
                closing,
                began,
                until,
                List.of(),
                conference.sid,
                "conference " + Wording.room(conference)));
      }
    }
  }

  /** When something that began at this moment is too old: at once when the limit ran out before. */
  private long brokenAt(Closing closing, long began) {
    return Math.max(closing.over.at() + limitMs, began);
  }

  private Violation violation(
      Conversation conversation,
      Closing closing,
      long began,
      long until,
      List<String> parties,
      String subject,
      String name) {
    long over = closing.over.at();
    String sentence =
        name
            + (began > over ? ", begun at " + Wording.seconds(began) + "," : "")
            + " outlived conversation "
            + conversation.name
            + " "
            + Wording.until(until)
            + ": "
            + Wording.closing(closing);
    return new Violation(
        id(),
        brokenAt(closing, began),
        Math.max(over, began),
        until,
        conversation.name,
        parties,
        List.of(subject),
        sentence);
  }
}
