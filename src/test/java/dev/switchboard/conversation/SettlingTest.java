package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.AGENT;
import static dev.switchboard.conversation.Story.CUSTOMER;
import static dev.switchboard.conversation.Story.DIAL;
import static dev.switchboard.conversation.Story.END_AGENT;
import static dev.switchboard.conversation.Story.END_CUSTOMER;
import static dev.switchboard.conversation.Story.END_ROOM;
import static dev.switchboard.conversation.Story.LOOK_AT_AGENT;
import static dev.switchboard.conversation.Story.LOOK_AT_CUSTOMER;
import static dev.switchboard.conversation.Story.LOOK_INTO_ROOM;
import static dev.switchboard.conversation.Story.ROOM;
import static dev.switchboard.conversation.Story.SUPERVISOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long what is left of a call is waited for, asked for again, and given up. */
class SettlingTest {

  private static final String STRAY = "CA" + "5".repeat(32);
  private static final String SECOND_STRAY = "CA" + "7".repeat(32);
  private static final Command END_STRAY = new Command.EndLeg(STRAY);

  private static Story withStray() {
    return Story.talking().forgets().hears(new Event.LegReported(STRAY, LegStatus.RINGING));
  }

  @Test
  void agent_who_was_not_heard_of_for_45_seconds_is_hung_up_though_no_look_is_answered() {
    Story story = Story.begun().passes(44);
    story.is(Phase.JOINING).forgets().passes(1).wants(END_AGENT).endsBecause(Ending.NEVER_JOINED);
  }

  @Test
  void leg_is_asked_to_end_forty_times_then_given_up_and_still_known() {
    Story story = Story.ringing().agentIs(LegStatus.COMPLETED).wants(DIAL, END_CUSTOMER);
    for (int tries = 1; tries < Pace.MOST_TRIES; tries++) {
      story.hears(new Event.EndLegFailed(CUSTOMER)).passes(Pace.retryAfter(tries));
      story.wants(END_CUSTOMER);
    }
    story.is(Phase.ENDING);
    story.hears(new Event.EndLegFailed(CUSTOMER)).passes(Pace.retryAfter(Pace.MOST_TRIES));
    story.wants(new Command.GiveUp(CUSTOMER));
    story.is(Phase.CLOSED).isBelieved(CUSTOMER, LegStatus.QUEUED);
    assertFalse(story.asksToBeWoken());
  }

  @Test
  void first_retries_come_soon_and_later_ones_are_rare() {
    assertEquals(500, Pace.retryAfter(0).toMillis());
    assertEquals(500, Pace.retryAfter(1).toMillis());
    assertEquals(1_000, Pace.retryAfter(2).toMillis());
    assertEquals(2_000, Pace.retryAfter(3).toMillis());
    assertEquals(2_000, Pace.retryAfter(10).toMillis());
    assertEquals(15_000, Pace.retryAfter(11).toMillis());
  }

  @Test
  void room_is_asked_to_end_forty_times_at_the_most() {
    Story story = Story.ringing().forgets().customerIs(LegStatus.BUSY);
    for (int tries = 1; tries <= Pace.MOST_TRIES; tries++) {
      assertTrue(story.wanted().contains(END_ROOM), "try " + tries);
      // the agent's leg, which is asked after meanwhile, lives on
      story.forgets().hears(new Event.LookAtLegFailed(AGENT)).hears(new Event.EndRoomFailed());
      story.passes(Pace.retryAfter(tries));
    }
    assertFalse(story.passes(60).wanted().contains(END_ROOM));
  }

  @Test
  void room_is_not_ended_for_an_agent_who_has_gone() {
    Story.ringing()
        .customerIs(LegStatus.BUSY)
        .hears(new Event.EndRoomFailed())
        .agentIs(LegStatus.COMPLETED)
        .forgets()
        .is(Phase.CLOSED)
        .passes(10)
        .wants();
  }

  @Test
  void end_that_left_the_leg_live_is_looked_after_and_asked_for_again() {
    Story.ringing()
        .agentIs(LegStatus.COMPLETED)
        .forgets()
        .hears(new Event.LegEnded(CUSTOMER, LegStatus.RINGING))
        .passes(3)
        .wants()
        .passes(1)
        .wants(LOOK_AT_CUSTOMER)
        .hears(new Event.LegSeen(CUSTOMER, LegStatus.RINGING))
        .wants(END_CUSTOMER);
  }

  @Test
  void leg_that_should_be_ending_by_itself_and_is_not_found_is_ended() {
    Story.talking()
        .customerIs(LegStatus.COMPLETED)
        .forgets()
        .passes(6)
        .wants(LOOK_AT_AGENT)
        .hears(new Event.LegNotFound(AGENT))
        .wants(END_AGENT);
  }

  @Test
  void last_word_of_a_finished_leg_is_asked_for_five_times_then_assumed() {
    Story story =
        Story.ringing()
            .agentIs(LegStatus.COMPLETED)
            .forgets()
            .hears(new Event.LegAlreadyOver(CUSTOMER));
    int looks = 0;
    while (story.wanted().contains(LOOK_AT_CUSTOMER)) {
      looks++;
      story.forgets().hears(new Event.LegSeen(CUSTOMER, LegStatus.RINGING)).passes(4);
    }
    assertEquals(Pace.LAST_WORD_TRIES, looks);
    story.isBelieved(CUSTOMER, LegStatus.COMPLETED).is(Phase.CLOSED);
  }

  @Test
  void farewell_is_counted_from_the_end_of_the_room() {
    Story.ringing()
        .customerIs(LegStatus.BUSY)
        .passes(3)
        .hears(new Event.RoomEnded(ROOM))
        .forgets()
        .passes(5)
        .hears(new Event.RoomEnded(ROOM))
        .passes(3)
        .wants()
        .passes(1)
        .wants(LOOK_AT_AGENT);
  }

  @Test
  void room_that_ended_because_the_customer_left_gives_the_agent_no_more_time() {
    Story.talking()
        .customerIs(LegStatus.COMPLETED)
        .forgets()
        .passes(2)
        .hears(new Event.RoomEnded(ROOM))
        .passes(4)
        .wants(LOOK_AT_AGENT);
  }

  @Test
  void end_of_another_room_is_no_news() {
    Story.talking().forgets().hears(new Event.RoomEnded("CF" + "2".repeat(32))).is(Phase.TALKING);
  }

  @Test
  void end_of_the_room_ends_the_call() {
    Story.talking().hears(new Event.RoomEnded(ROOM)).endsBecause(Ending.ROOM_ENDED);
  }

  @Test
  void hang_up_while_others_are_left_to_end_by_themselves_ends_them_at_once() {
    Story.supervised(Button.LISTEN)
        .hears(new Event.Pressed(Button.BARGE, "", "client:other", ""))
        .hears(new Event.RoomEnded(ROOM))
        .forgets()
        .agentPressesHangUp()
        .wants(END_AGENT, END_CUSTOMER, new Command.EndLeg(SUPERVISOR));
  }

  @Test
  void first_news_of_the_customer_may_be_that_they_left() {
    Story.agentWaits()
        .customerLeaves(LegStatus.BUSY)
        .wants(DIAL, END_ROOM)
        .tellsAgent(Farewell.BUSY);
  }

  @Test
  void lost_answer_is_looked_for_three_seconds_after_it_is_known_to_be_lost() {
    Story.agentWaits()
        .wants(DIAL)
        .passes(1)
        .agentJoins()
        .hears(new Event.DialUnclear())
        .passes(2)
        .wants()
        .passes(1)
        .wants(LOOK_INTO_ROOM);
  }

  @Test
  void lost_dial_is_looked_for_again_after_the_agent_has_gone() {
    Story.agentWaits()
        .hears(new Event.DialUnclear())
        .agentIs(LegStatus.COMPLETED)
        .forgets()
        .passes(3)
        .wants(LOOK_INTO_ROOM)
        .roomHolds()
        .passes(3)
        .wants(LOOK_INTO_ROOM)
        .is(Phase.ENDING)
        .roomHolds()
        .is(Phase.CLOSED);
  }

  @Test
  void lost_dial_is_not_looked_for_for_ever_when_no_look_succeeds() {
    Story story = Story.agentWaits().hears(new Event.DialUnclear()).forgets().passes(3);
    for (int tries = 1; tries < Pace.MOST_TRIES; tries++) {
      story.wants(LOOK_INTO_ROOM).hears(new Event.RoomLookFailed());
      story.passes(Pace.retryAfter(tries)).is(Phase.DIALLING);
    }
    story.wants(LOOK_INTO_ROOM).hears(new Event.RoomLookFailed()).is(Phase.DIALLING);
    story.passes(Pace.retryAfter(Pace.MOST_TRIES)).endsBecause(Ending.NOT_DIALLED);
  }

  @Test
  void each_further_leg_is_ended_and_never_taken_for_another() {
    withStray()
        .wants(END_STRAY)
        .hears(new Event.LegReported(SECOND_STRAY, LegStatus.RINGING))
        .wants(new Command.EndLeg(SECOND_STRAY))
        .hears(new Event.LegReported(STRAY, LegStatus.RINGING))
        .wants()
        .is(Phase.TALKING);
  }

  @Test
  void further_leg_that_comes_into_the_room_is_still_the_same_leg() {
    withStray()
        .wants(END_STRAY)
        .hears(new Event.Joined(ROOM, STRAY, Conversation.CUSTOMER_LABEL))
        .wants()
        .isBelieved(STRAY, LegStatus.IN_PROGRESS);
  }

  @Test
  void agent_is_not_ended_because_a_further_leg_is() {
    withStray()
        .roomHolds(CUSTOMER)
        .forgets()
        .hears(new Event.LegSeen(AGENT, LegStatus.IN_PROGRESS))
        .wants()
        .is(Phase.TALKING);
  }

  @Test
  void news_of_a_live_leg_that_nobody_asked_for_asks_for_nothing() {
    Story.ringing()
        .forgets()
        .hears(new Event.LegSeen(CUSTOMER, LegStatus.RINGING))
        .passes(9)
        .wants();
  }

  @Test
  void customer_is_known_by_the_leg_when_the_label_is_missing() {
    Story.ringing()
        .hears(new Event.Joined(ROOM, CUSTOMER, ""))
        .is(Phase.TALKING)
        .agentPresses(Button.HOLD)
        .isRefused(null);
  }

  @Test
  void further_leg_whose_end_goes_unanswered_is_ended_again() {
    withStray().wants(END_STRAY).passes(10).wants(END_STRAY);
  }

  @Test
  void further_leg_that_is_seen_to_live_is_ended_again() {
    withStray()
        .wants(END_STRAY)
        .hears(new Event.LegEnded(STRAY, LegStatus.RINGING))
        .passes(4)
        .wants(new Command.LookAtLeg(STRAY))
        .hears(new Event.LegSeen(STRAY, LegStatus.IN_PROGRESS))
        .wants(END_STRAY);
  }

  @Test
  void wake_up_that_came_too_early_is_asked_for_anew() {
    Conversation conversation = Story.begun().conversation();
    Instant due = conversation.wakes().get("look");
    assertTrue(
        conversation
            .on(new Event.Woken(due), Instant.EPOCH)
            .commands()
            .contains(new Command.WakeAt(due)));
    assertTrue(
        conversation.on(new Event.NoRoomFound(Story.ROOM_NAME), Instant.EPOCH).commands().size()
            <= 2);
  }

  @Test
  void closed_conversation_keeps_no_wake_up() {
    Story story = Story.begun().agentIs(LegStatus.COMPLETED).is(Phase.CLOSED);
    assertTrue(story.conversation().wakes().isEmpty());
  }
}
