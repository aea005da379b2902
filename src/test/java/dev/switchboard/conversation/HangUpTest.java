package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.*;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** The agent hangs up, at any moment, by the leg or by the page's button. */
class HangUpTest {

  @Test
  void wish_before_the_call_waits_for_it_and_then_ends_it() {
    Story story = new Story().agentPressesHangUp().is(Phase.WISHED).wants().agentCalls();
    story.wants(END_AGENT).endsBecause(Ending.AGENT_ASKED);
    assertFalse(story.conversation().wantsAgentInRoom());
  }

  @Test
  void wish_for_a_call_that_never_comes_asks_nothing_of_the_platform() {
    new Story().agentPressesHangUp().passes(61).is(Phase.CLOSED).wants();
  }

  @Test
  void call_that_comes_after_its_wish_was_dropped_is_still_ended() {
    new Story().agentPressesHangUp().passes(61).agentCalls().wants(END_AGENT).is(Phase.ENDING);
  }

  @Test
  void before_the_room_is_known_the_leg_is_ended_and_nobody_is_dialled() {
    Story.begun()
        .agentPressesHangUp()
        .wants(END_AGENT)
        .agentJoins()
        .wants()
        .hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED))
        .is(Phase.CLOSED);
  }

  @Test
  void while_the_dial_is_being_asked_the_leg_is_ended_as_soon_as_it_is_known() {
    Story.agentWaits()
        .agentPressesHangUp()
        .hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED))
        .wants(DIAL, END_AGENT)
        .is(Phase.ENDING)
        .hears(new Event.DialAccepted(CUSTOMER, LegStatus.QUEUED))
        .wants(END_CUSTOMER)
        .hears(new Event.LegEnded(CUSTOMER, LegStatus.CANCELED))
        .is(Phase.CLOSED);
  }

  @Test
  void while_it_rings_both_legs_are_ended() {
    Story.ringing().forgets().agentPressesHangUp().wants(END_AGENT, END_CUSTOMER);
  }

  @Test
  void while_both_talk_both_legs_are_ended_and_the_room_needs_no_ending() {
    Story.talking()
        .forgets()
        .agentPressesHangUp()
        .wants(END_AGENT, END_CUSTOMER)
        .hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED))
        .hears(new Event.LegEnded(CUSTOMER, LegStatus.COMPLETED))
        .is(Phase.CLOSED)
        .wants();
  }

  @Test
  void pressing_twice_is_pressing_once() {
    Story.talking()
        .forgets()
        .agentPressesHangUp()
        .agentPressesHangUp()
        .wants(END_AGENT, END_CUSTOMER);
  }

  @Test
  void pressing_during_the_farewell_ends_the_leg_at_once() {
    Story.ringing()
        .customerIs(LegStatus.BUSY)
        .hears(new Event.RoomEnded(ROOM))
        .forgets()
        .agentPressesHangUp()
        .wants(END_AGENT)
        .tellsAgent(Farewell.NONE);
  }

  @Test
  void leg_that_drops_while_it_rings_ends_the_customers() {
    Story.ringing()
        .forgets()
        .agentLeaves(LegStatus.COMPLETED)
        .wants(END_CUSTOMER)
        .endsBecause(Ending.AGENT_LEFT);
  }

  @Test
  void leg_that_left_without_saying_how_ends_the_customers_and_is_asked_after() {
    Story.talking().forgets().agentLeaves(null).wants(END_CUSTOMER).passes(6).wants(LOOK_AT_AGENT);
  }

  @Test
  void leg_that_drops_before_it_joined_leaves_nothing_to_do() {
    Story.begun().agentIs(LegStatus.COMPLETED).is(Phase.CLOSED).passes(120).wants();
  }

  @Test
  void end_that_fails_is_asked_for_again_until_it_is_confirmed() {
    Story.ringing().forgets().agentIs(LegStatus.COMPLETED).wants(END_CUSTOMER);
    Story story = Story.ringing().agentIs(LegStatus.COMPLETED).forgets();
    story.hears(new Event.EndLegFailed(CUSTOMER)).passes(1).wants(END_CUSTOMER);
    story.hears(new Event.EndLegFailed(CUSTOMER)).passes(1).wants(END_CUSTOMER);
    story.hears(new Event.LegEnded(CUSTOMER, LegStatus.CANCELED)).is(Phase.CLOSED);
  }

  @Test
  void leg_that_was_over_already_is_asked_how_it_ended() {
    Story.ringing()
        .agentIs(LegStatus.COMPLETED)
        .forgets()
        .hears(new Event.LegAlreadyOver(CUSTOMER))
        .wants(LOOK_AT_CUSTOMER)
        .hears(new Event.LegSeen(CUSTOMER, LegStatus.RINGING))
        .passes(4)
        .wants(LOOK_AT_CUSTOMER)
        .hears(new Event.LegSeen(CUSTOMER, LegStatus.NO_ANSWER))
        .isBelieved(CUSTOMER, LegStatus.NO_ANSWER)
        .is(Phase.CLOSED);
  }

  @Test
  void end_whose_answer_never_comes_is_asked_for_again() {
    Story.ringing().agentIs(LegStatus.COMPLETED).forgets().passes(10).wants(END_CUSTOMER);
  }

  @Test
  void leg_the_platform_never_ends_is_given_up_in_the_end() {
    Story story = Story.ringing().agentIs(LegStatus.COMPLETED).forgets();
    for (int i = 0; i < 50; i++) {
      story.hears(new Event.EndLegFailed(CUSTOMER)).passes(16);
    }
    story.is(Phase.CLOSED);
    assertFalse(story.asksToBeWoken());
  }
}
