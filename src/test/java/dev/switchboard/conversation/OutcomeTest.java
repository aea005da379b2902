package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the customer's leg, and how the agent comes to know. */
class OutcomeTest {

  @ParameterizedTest
  @CsvSource({
    "BUSY, BUSY",
    "NO_ANSWER, NO_ANSWER",
    "FAILED, NOT_CONNECTED",
    "CANCELED, NOT_CONNECTED"
  })
  void customer_not_reached_lets_the_agent_out_of_the_room_to_be_told(
      LegStatus outcome, Farewell farewell) {
    Story.ringing()
        .wants(DIAL)
        .customerIs(outcome)
        .wants(END_ROOM)
        .hears(new Event.RoomEnded(ROOM))
        .hears(new Event.AgentLeftDial(LegStatus.IN_PROGRESS))
        .tellsAgent(farewell)
        .agentIs(LegStatus.COMPLETED)
        .is(Phase.CLOSED)
        .wants();
  }

  @Test
  void leave_without_join_tells_the_outcome_as_well() {
    Story.ringing()
        .customerLeaves(LegStatus.BUSY)
        .wants(DIAL, END_ROOM)
        .tellsAgent(Farewell.BUSY)
        .customerIs(LegStatus.BUSY)
        .wants();
  }

  @Test
  void leave_that_does_not_say_why_ends_it_and_the_outcome_is_asked_for() {
    Story.ringing()
        .forgets()
        .customerLeaves(null)
        .wants(END_ROOM)
        .tellsAgent(Farewell.OVER)
        .passes(6)
        .wants(LOOK_AT_CUSTOMER)
        .hears(new Event.LegSeen(CUSTOMER, LegStatus.NO_ANSWER))
        .tellsAgent(Farewell.NO_ANSWER);
  }

  @Test
  void outcome_that_comes_before_the_dials_answer_stays() {
    Story.agentWaits()
        .customerIs(LegStatus.BUSY)
        .hears(new Event.DialAccepted(CUSTOMER, LegStatus.QUEUED))
        .isBelieved(CUSTOMER, LegStatus.BUSY)
        .wants(DIAL, END_ROOM);
  }

  @Test
  void room_that_cannot_be_completed_is_emptied_instead() {
    Story.ringing()
        .customerIs(LegStatus.BUSY)
        .hears(new Event.EndRoomRefused())
        .wants(DIAL, END_ROOM, END_AGENT);
  }

  @Test
  void room_whose_completing_fails_is_completed_again() {
    Story.ringing()
        .customerIs(LegStatus.BUSY)
        .hears(new Event.EndRoomFailed())
        .passes(1)
        .wants(DIAL, END_ROOM, END_ROOM);
  }

  @Test
  void agent_who_does_not_leave_after_the_farewell_is_hung_up() {
    Story.ringing()
        .customerIs(LegStatus.BUSY)
        .hears(new Event.RoomEnded(ROOM))
        .forgets()
        .passes(9)
        .wants(LOOK_AT_AGENT)
        .hears(new Event.LegSeen(AGENT, LegStatus.IN_PROGRESS))
        .wants(END_AGENT)
        .hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED))
        .is(Phase.CLOSED);
  }

  @Test
  void customer_who_hangs_up_ends_the_room_and_the_agents_leg_ends_by_itself() {
    Story.talking()
        .forgets()
        .customerIs(LegStatus.COMPLETED)
        .endsBecause(Ending.CUSTOMER_LEFT)
        .tellsAgent(Farewell.NONE)
        .agentLeaves(LegStatus.IN_PROGRESS)
        .agentIs(LegStatus.COMPLETED)
        .is(Phase.CLOSED)
        .wants();
  }

  @Test
  void agent_whose_leg_does_not_end_by_itself_is_hung_up() {
    Story.talking()
        .forgets()
        .customerIs(LegStatus.COMPLETED)
        .passes(6)
        .wants(LOOK_AT_AGENT)
        .hears(new Event.LegSeen(AGENT, LegStatus.IN_PROGRESS))
        .wants(END_AGENT);
  }

  @Test
  void room_that_ends_under_the_agent_before_the_outcome_is_known_leaves_the_customer_a_moment() {
    Story.ringing()
        .forgets()
        .hears(new Event.AgentLeftDial(LegStatus.IN_PROGRESS))
        .endsBecause(Ending.ROOM_ENDED)
        .tellsAgent(Farewell.OVER)
        .customerIs(LegStatus.BUSY)
        .agentIs(LegStatus.COMPLETED)
        .is(Phase.CLOSED)
        .wants();
  }

  @Test
  void late_news_does_not_open_a_closed_conversation() {
    Story.talking()
        .customerIs(LegStatus.COMPLETED)
        .agentIs(LegStatus.COMPLETED)
        .is(Phase.CLOSED)
        .forgets()
        .agentJoins()
        .customerJoins()
        .customerIs(LegStatus.RINGING)
        .hears(new Event.DialAccepted(CUSTOMER, LegStatus.QUEUED))
        .passes(120)
        .is(Phase.CLOSED)
        .isBelieved(CUSTOMER, LegStatus.COMPLETED)
        .wants();
  }
}
