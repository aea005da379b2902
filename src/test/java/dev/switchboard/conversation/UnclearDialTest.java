package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.*;

import org.junit.jupiter.api.Test;

/**
 * The dial's answer is lost, and a leg may exist or not (RACE-26): it is looked for, not redialled.
 */
class UnclearDialTest {

  private final Story story = Story.agentWaits().wants(DIAL).hears(new Event.DialUnclear()).wants();

  @Test
  void leg_found_in_the_room_is_adopted() {
    story
        .passes(3)
        .wants(LOOK_INTO_ROOM)
        .roomHolds(AGENT, CUSTOMER)
        .is(Phase.DIALLING)
        .isBelieved(CUSTOMER, LegStatus.RINGING)
        .wants();
  }

  @Test
  void leg_that_tells_of_itself_is_adopted() {
    story.customerJoins().is(Phase.TALKING).passes(10).wants();
  }

  @Test
  void leg_that_told_of_itself_before_the_lost_answer_is_kept() {
    Story.agentWaits()
        .wants(DIAL)
        .customerJoins()
        .hears(new Event.DialUnclear())
        .is(Phase.TALKING)
        .wants();
  }

  @Test
  void leg_not_found_twice_is_given_up_and_the_agent_is_told() {
    story
        .passes(3)
        .wants(LOOK_INTO_ROOM)
        .roomHolds(AGENT)
        .wants()
        .passes(3)
        .wants(LOOK_INTO_ROOM)
        .roomHolds(AGENT)
        .wants(END_ROOM)
        .tellsAgent(Farewell.NOT_CONNECTED);
  }

  @Test
  void look_that_fails_proves_nothing() {
    story
        .passes(3)
        .hears(new Event.RoomLookFailed())
        .passes(1)
        .wants(LOOK_INTO_ROOM, LOOK_INTO_ROOM);
    story.roomHolds(AGENT).is(Phase.DIALLING);
  }

  @Test
  void leg_is_looked_for_after_the_agent_hung_up_too_and_ended() {
    story
        .agentIs(LegStatus.COMPLETED)
        .is(Phase.ENDING)
        .passes(3)
        .wants(LOOK_INTO_ROOM)
        .roomHolds(CUSTOMER)
        .wants(END_CUSTOMER)
        .hears(new Event.LegEnded(CUSTOMER, LegStatus.CANCELED))
        .is(Phase.CLOSED);
  }

  @Test
  void leg_that_tells_of_itself_after_all_was_closed_is_ended() {
    story.agentIs(LegStatus.COMPLETED).passes(3).roomHolds().passes(3).roomHolds();
    story.is(Phase.CLOSED).forgets();
    story.customerJoins().wants(END_CUSTOMER).is(Phase.ENDING);
    story.hears(new Event.LegEnded(CUSTOMER, LegStatus.COMPLETED)).is(Phase.CLOSED);
  }

  @Test
  void answer_that_never_comes_is_as_good_as_lost() {
    Story.agentWaits().wants(DIAL).passes(10).wants(LOOK_INTO_ROOM);
  }

  @Test
  void second_leg_is_ended_and_the_first_one_kept() {
    String stray = "CA" + "5".repeat(32);
    Story.talking()
        .forgets()
        .hears(new Event.LegReported(stray, LegStatus.RINGING))
        .wants(new Command.EndLeg(stray))
        .is(Phase.TALKING);
  }
}
