package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.*;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Looks make up for callbacks that never come, and prove only what cannot be stale. */
class LostCallbacksTest {

  @Test
  void room_is_looked_into_every_ten_seconds_while_it_rings() {
    Story.ringing().forgets().passes(9).wants().passes(1).wants(LOOK_INTO_ROOM);
  }

  @Test
  void room_is_looked_into_every_fifteen_seconds_of_talk() {
    Story story = Story.talking().forgets().passes(14).wants().passes(1).wants(LOOK_INTO_ROOM);
    story.roomHolds(AGENT, CUSTOMER).wants().passes(15).wants(LOOK_INTO_ROOM);
  }

  @Test
  void room_is_looked_into_every_four_seconds_while_a_colleagues_phone_rings() {
    Story story =
        Story.talking()
            .agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE)
            .hears(new Event.GuestReported("colleague-1", COLLEAGUE, LegStatus.QUEUED))
            .forgets()
            .passes(3)
            .wants()
            .passes(1)
            .wants(LOOK_INTO_ROOM);
    story.roomHolds(AGENT, CUSTOMER).forgets().passes(4).wants(LOOK_INTO_ROOM);
  }

  @Test
  void whoever_was_called_in_and_has_come_is_looked_at_no_more_often_than_the_others() {
    Story.talking()
        .supervisorPresses(Button.LISTEN)
        .hears(new Event.GuestReported("supervisor-1", SUPERVISOR, LegStatus.QUEUED))
        .guestJoins("supervisor-1", SUPERVISOR)
        .forgets()
        .passes(14)
        .wants()
        .passes(1)
        .wants(LOOK_INTO_ROOM);
  }

  @Test
  void answer_nobody_told_of_is_seen_in_the_room() {
    Story.ringing()
        .hears(
            new Event.RoomSeen(
                Story.ROOM,
                java.util.List.of(
                    new Event.Occupant(AGENT, "agent", LegStatus.IN_PROGRESS),
                    new Event.Occupant(CUSTOMER, "customer", LegStatus.IN_PROGRESS))))
        .is(Phase.TALKING);
  }

  @Test
  void agent_missing_from_the_room_is_believed_gone_when_the_leg_says_so() {
    Story.talking()
        .forgets()
        .roomHolds(CUSTOMER)
        .wants(LOOK_AT_AGENT)
        .is(Phase.TALKING)
        .hears(new Event.LegSeen(AGENT, LegStatus.COMPLETED))
        .wants(END_CUSTOMER);
  }

  @Test
  void agent_missing_twice_is_believed_gone_although_the_leg_lives() {
    Story.talking()
        .forgets()
        .roomHolds(CUSTOMER)
        .hears(new Event.LegSeen(AGENT, LegStatus.IN_PROGRESS))
        .passes(4)
        .wants(LOOK_AT_AGENT, LOOK_INTO_ROOM)
        .roomHolds(CUSTOMER)
        .wants(END_CUSTOMER);
  }

  @Test
  void agent_missing_once_was_a_stale_read() {
    Story.talking()
        .roomHolds(CUSTOMER)
        .hears(new Event.LegSeen(AGENT, LegStatus.IN_PROGRESS))
        .passes(4)
        .roomHolds(AGENT, CUSTOMER)
        .is(Phase.TALKING)
        .passes(4)
        .is(Phase.TALKING);
  }

  @Test
  void customer_missing_from_the_room_is_never_believed_gone_before_the_leg_says_so() {
    Story story = Story.ringing().forgets();
    for (int i = 0; i < 5; i++) {
      story.roomHolds(AGENT).wants(LOOK_AT_CUSTOMER);
      story.hears(new Event.LegSeen(CUSTOMER, LegStatus.RINGING)).is(Phase.DIALLING);
      story.passes(4).wants(LOOK_INTO_ROOM);
    }
    story.roomHolds(AGENT).hears(new Event.LegSeen(CUSTOMER, LegStatus.BUSY));
    story.wants(LOOK_AT_CUSTOMER, END_ROOM);
  }

  @Test
  void question_after_a_missing_leg_that_fails_is_asked_again() {
    Story.ringing()
        .roomHolds(AGENT)
        .hears(new Event.LookAtLegFailed(CUSTOMER))
        .forgets()
        .passes(1)
        .wants(LOOK_AT_CUSTOMER);
  }

  @Test
  void leg_too_new_to_be_found_is_no_leg_that_ended() {
    Story.ringing()
        .roomHolds(AGENT)
        .hears(new Event.LegNotFound(CUSTOMER))
        .is(Phase.DIALLING)
        .isBelieved(CUSTOMER, LegStatus.QUEUED);
  }

  @Test
  void wake_up_a_moment_too_early_is_asked_for_again() {
    Story story = Story.begun();
    story.hears(new Event.Woken(story.conversation().wakes().get("look")));
    story.passes(8).wants(FIND_ROOM);
  }

  @Test
  void live_conversation_always_asks_to_be_woken_and_a_closed_one_never_does() {
    Story story = Story.begun();
    assertTrue(story.asksToBeWoken());
    story.agentJoins();
    assertTrue(story.asksToBeWoken());
    story.hears(new Event.DialAccepted(CUSTOMER, LegStatus.QUEUED)).passes(5);
    assertTrue(story.asksToBeWoken());
    story.customerIs(LegStatus.COMPLETED).agentIs(LegStatus.COMPLETED).is(Phase.CLOSED);
    story.passes(60);
    assertFalse(story.asksToBeWoken());
  }
}
