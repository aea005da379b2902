package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.*;

import org.junit.jupiter.api.Test;

/** When the customer is dialled, and that it is once. */
class DialTest {

  @Test
  void customer_is_dialled_into_the_sid_once_the_agent_is_in_the_room() {
    Story.begun().is(Phase.JOINING).wants().agentJoins().wants(DIAL).is(Phase.DIALLING);
  }

  @Test
  void join_told_twice_dials_once() {
    Story.agentWaits().agentJoins().passes(1).agentJoins().wants(DIAL);
  }

  @Test
  void call_told_twice_dials_once() {
    Story.agentWaits().agentCalls().wants(DIAL).is(Phase.DIALLING);
  }

  @Test
  void lost_join_is_made_up_for_by_finding_the_room_by_its_name() {
    Story.begun()
        .passes(8)
        .wants(FIND_ROOM)
        .hears(new Event.RoomFound(ROOM_NAME, ROOM, false))
        .wants(DIAL)
        .isBelieved(AGENT, LegStatus.IN_PROGRESS);
  }

  @Test
  void room_not_found_is_looked_for_again_as_long_as_the_agents_leg_lives() {
    Story.begun()
        .passes(8)
        .wants(FIND_ROOM)
        .hears(new Event.NoRoomFound(ROOM_NAME))
        .wants(LOOK_AT_AGENT)
        .hears(new Event.LegSeen(AGENT, LegStatus.IN_PROGRESS))
        .passes(8)
        .wants(FIND_ROOM);
  }

  @Test
  void room_that_is_over_is_not_dialled_into() {
    Story.begun()
        .passes(8)
        .hears(new Event.RoomFound(ROOM_NAME, ROOM, true))
        .wants(FIND_ROOM)
        .endsBecause(Ending.ROOM_ENDED);
  }

  @Test
  void agent_who_never_comes_in_is_hung_up() {
    Story story = Story.begun();
    for (int second = 0; second < 45; second++) {
      story
          .passes(1)
          .hears(new Event.NoRoomFound(ROOM_NAME))
          .hears(new Event.LookAtLegFailed(AGENT));
    }
    story.endsBecause(Ending.NEVER_JOINED).passes(1);
    story.hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED)).is(Phase.CLOSED);
  }

  @Test
  void throttled_dial_is_asked_again_because_nothing_happened() {
    Story.agentWaits()
        .wants(DIAL)
        .hears(new Event.DialThrottled())
        .wants()
        .passes(1)
        .wants(DIAL)
        .hears(new Event.DialAccepted(CUSTOMER, LegStatus.QUEUED))
        .is(Phase.DIALLING);
  }

  @Test
  void dial_throttled_too_often_is_given_up() {
    Story story = Story.agentWaits();
    for (int i = 0; i < 5; i++) {
      story.hears(new Event.DialThrottled()).passes(3);
    }
    story.endsBecause(Ending.NOT_DIALLED).tellsAgent(Farewell.NOT_CONNECTED);
  }

  @Test
  void refused_dial_lets_the_agent_out_to_be_told() {
    Story.agentWaits()
        .wants(DIAL)
        .hears(new Event.DialRefused())
        .wants(END_ROOM)
        .endsBecause(Ending.NOT_DIALLED)
        .tellsAgent(Farewell.NOT_CONNECTED);
  }
}
