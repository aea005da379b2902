package dev.switchboard.conversation;

import java.time.Duration;

/**
 * Brings a conversation that is over to its end: every leg is ended, and asked after until the
 * platform has said that it is final. The room needs no ending of its own, since a room with nobody
 * in it is over (CONF-27); so the end of a conversation never depends on knowing the ConferenceSid
 * (RACE-05).
 */
final class Settling {

  private final Turn turn;

  Settling(Turn turn) {
    this.turn = turn;
  }

  /** Decides for each leg whether to end it at once or to let it end by itself for a while. */
  void begin() {
    if (turn.ending.leavesAgentWaiting() && turn.roomSid != null && !turn.roomOver) {
      turn.roomErrand = Errand.end(turn.now);
    }
    turn.agent = turn.agent.with(forAgent());
    if (turn.customer != null) {
      turn.customer = turn.customer.with(forCustomer());
    }
    turn.guests.replaceAll(it -> it.leaving(forGuest()));
  }

  private Errand forAgent() {
    return switch (turn.ending) {
      case AGENT_ASKED, NEVER_JOINED -> Errand.end(turn.now);
      case AGENT_LEFT, CUSTOMER_LEFT, ROOM_ENDED, CALLER_GONE -> lookAfter(Pace.GRACE);
      case NOT_REACHED, NOT_DIALLED, MACHINE -> lookAfter(Pace.FAREWELL);
    };
  }

  private Errand forCustomer() {
    boolean leavingAnyway = turn.customer.hasLeft() || turn.ending == Ending.ROOM_ENDED;
    return leavingAnyway ? lookAfter(Pace.GRACE) : Errand.end(turn.now);
  }

  /** Everybody whom the platform dialled goes with the room (CONF-32). */
  private Errand forGuest() {
    boolean goingAnyway = turn.ending == Ending.CUSTOMER_LEFT || turn.ending == Ending.ROOM_ENDED;
    return goingAnyway ? lookAfter(Pace.GRACE) : Errand.end(turn.now);
  }

  private Errand lookAfter(Duration wait) {
    return Errand.look(turn.now.plus(wait));
  }

  /** Does what is due, and closes the conversation once everything of it has ended. */
  void goOn() {
    turn.runErrands();
    endRoomWhenDue();
    turn.closed =
        isSettled(turn.agent)
            && (turn.customer == null || isSettled(turn.customer))
            && turn.strays.stream().allMatch(Settling::isSettled)
            && turn.guests.stream().allMatch(Guest::isSettled)
            && !turn.dial.mayHideALeg();
    if (turn.closed) {
      turn.roomErrand = null;
      turn.look = null;
    }
  }

  private void endRoomWhenDue() {
    Errand errand = turn.roomErrand;
    boolean nobodyWaits = !turn.agent.isLive() || turn.agent.hasLeft();
    if (turn.roomOver || nobodyWaits || errand == null || errand.tries() >= Pace.MOST_TRIES) {
      turn.roomErrand = null;
    } else if (errand.isDue(turn.now)) {
      turn.commands.add(new Command.EndRoom(turn.roomSid));
      turn.roomErrand = errand.run(turn.now);
    }
  }

  /** Final, or given up. */
  private static boolean isSettled(Leg leg) {
    return !leg.isLive() || leg.errand() == null;
  }
}
