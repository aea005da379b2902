package dev.switchboard.conversation;

import static dev.switchboard.conversation.Calling.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.switchboard.conversation.Chore.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the one attempt to ring an agent, and of looks into the room of an offer. */
class OffersTest {

  private static final Event UNCLEAR = new Event.GuestUnclear(LABEL);
  private static final Event FOUND = new Event.RoomFound(OFFER, ROOM, false);
  private static final Event FOUND_OVER = new Event.RoomFound(OFFER, ROOM, true);
  private static final Event NOT_FOUND = new Event.NoRoomFound(OFFER);
  private static final Event LOOK_FAILED = new Event.RoomLookFailed();

  // ---- the dial ----

  @Test
  void refused_ring_gives_the_offer_back() {
    offered().forgets().hears(new Event.GuestRefused(LABEL)).wants(REJECT);
  }

  @Test
  void refusal_of_a_ring_whose_leg_has_told_of_itself_changes_nothing() {
    Story story = ringing().forgets().hears(new Event.GuestRefused(LABEL));
    story.hears(new Event.GuestThrottled(LABEL)).hears(UNCLEAR).passes(5).wants();
    story.hears(CLERK_JOINS).wants(ACCEPT);
  }

  @Test
  void throttled_ring_is_asked_for_again_because_nothing_happened() {
    Story story = offered().wants(RING).hears(new Event.GuestThrottled(LABEL)).wants();
    story.passes(1).wants(RING).hears(CLERK_RINGS).hears(CLERK_JOINS).wants(ACCEPT);
  }

  @Test
  void throttled_ring_is_given_up_when_the_time_for_ringing_is_over() {
    Story story = offered();
    for (int second = 0; second < 25; second++) {
      story.hears(new Event.GuestThrottled(LABEL));
      waitsOn(story, 1);
    }
    assertEquals(1, count(story, REJECT));
    story.forgets();
    assertEquals(0, count(waitsOn(story, 10), RING));
  }

  @Test
  void throttled_ring_of_a_caller_who_has_gone_is_not_repeated() {
    Story story = offered().hears(CALLER_HANGS_UP).is(Phase.ENDING).forgets();
    story.hears(new Event.GuestThrottled(LABEL)).passes(10).wants().is(Phase.CLOSED);
  }

  @Test
  void lost_answer_has_the_leg_looked_for_after_three_seconds() {
    Story story = offered().wants(RING).hears(UNCLEAR).passes(2).wants();
    story.passes(1).wants(FIND_ROOM).hears(FOUND).wants(LOOK_INTO_ROOM);
    story.hears(roomHolds(CLERK)).wants(ACCEPT);
  }

  @Test
  void answer_that_does_not_come_for_ten_seconds_counts_as_lost() {
    Story story = offered().wants(RING).passes(9).wants().passes(1).wants(FIND_ROOM);
    story.hears(FOUND).wants(LOOK_INTO_ROOM);
  }

  @Test
  void leg_that_is_not_found_is_looked_for_until_its_phone_has_rung_long_enough() {
    Story story = offered().hears(UNCLEAR).forgets();
    for (int second = 0; second < 24; second++) {
      waitsOn(story, 1);
      if (count(story, FIND_ROOM) > 0) {
        story.forgets().hears(NOT_FOUND);
      }
      assertEquals(0, count(story, REJECT));
    }
    waitsOn(story, 1);
    assertEquals(1, count(story, REJECT));
  }

  @Test
  void leg_that_may_exist_is_looked_for_after_the_offer_is_given_back() {
    Story story = offered().hears(UNCLEAR).hears(new Event.OfferRanOut(OFFER, TASK, WORKER));
    story.passes(3);
    assertEquals(1, count(story, FIND_ROOM));
    story.forgets().hears(FOUND).wants(LOOK_INTO_ROOM).hears(roomHolds(CLERK)).wants(END_CLERK);
  }

  @Test
  void caller_who_goes_while_a_leg_may_exist_is_not_forgotten_until_that_is_certain() {
    Story story = offered().hears(UNCLEAR).hears(CALLER_HANGS_UP).is(Phase.ENDING);
    for (int look = 0; look < 20 && story.conversation().phase() != Phase.CLOSED; look++) {
      story.passes(3).hears(NOT_FOUND);
    }
    story.is(Phase.CLOSED);
    assertEquals(0, count(story, REJECT));
  }

  @Test
  void leg_that_may_exist_is_looked_for_past_the_longest_ring_of_its_phone() {
    Story story = offered().hears(UNCLEAR).hears(CALLER_HANGS_UP);
    for (int look = 1; look < Pace.RING_MISSES; look++) {
      story.passes(3).hears(NOT_FOUND).is(Phase.ENDING);
    }
    story
        .passes(3)
        .forgets()
        .hears(FOUND)
        .wants(LOOK_INTO_ROOM)
        .hears(roomHolds(CLERK))
        .wants(END_CLERK);
  }

  @Test
  void leg_that_was_not_found_when_its_phone_has_certainly_rung_out_does_not_exist() {
    Story story = offered().hears(UNCLEAR).hears(CALLER_HANGS_UP);
    for (int look = 1; look <= Pace.RING_MISSES; look++) {
      story.is(Phase.ENDING).passes(3).hears(NOT_FOUND);
    }
    story.is(Phase.CLOSED);
  }

  @Test
  void room_that_is_found_is_that_of_the_offer_whose_room_was_asked_for() {
    Story story = offered().hears(UNCLEAR).hears(OFFERED_AGAIN);
    story.hears(new Event.GuestUnclear(NEXT_LABEL)).passes(3).forgets();
    story.hears(new Event.RoomFound(NEXT_OFFER, NEXT_ROOM, false));
    story.wants(new Command.LookIntoRoom(NEXT_ROOM)).hears(nextRoomHoldsNextClerk());
    story.wants(first(Chore.Kind.ACCEPT, NEXT_OFFER, TASK));
  }

  @Test
  void room_of_an_offer_that_came_to_nothing_says_nothing_of_those_who_talk() {
    Story story = offered().hears(UNCLEAR).passes(3).hears(FOUND).hears(OFFERED_AGAIN);
    story.hears(new Event.Joined(NEXT_ROOM, OTHER_CLERK, NEXT_LABEL));
    story.hears(done(first(Chore.Kind.ACCEPT, NEXT_OFFER, TASK)));
    story.hears(new Event.Joined(NEXT_ROOM, CALLER, Conversation.CUSTOMER_LABEL));
    for (int look = 0; look < 3; look++) {
      story.passes(3).hears(roomHolds()).is(Phase.TALKING);
    }
    assertEquals(0, count(story, new Command.LookAtLeg(OTHER_CLERK)));
  }

  private static Event nextRoomHoldsNextClerk() {
    return new Event.RoomSeen(
        NEXT_ROOM, List.of(new Event.Occupant(OTHER_CLERK, NEXT_LABEL, LegStatus.IN_PROGRESS)));
  }

  @Test
  void room_that_is_over_holds_nobody() {
    Story story = offered().hears(UNCLEAR).passes(3).forgets().hears(FOUND_OVER).wants();
    story.passes(2).wants().passes(1).wants(FIND_ROOM);
  }

  @Test
  void room_in_which_the_agent_is_not_yet_is_looked_into_again() {
    Story story = offered().hears(UNCLEAR).passes(3).hears(FOUND).forgets();
    story.hears(roomHolds()).passes(2).wants().passes(1).wants(LOOK_INTO_ROOM);
  }

  @Test
  void look_that_fails_is_repeated() {
    Story story = offered().hears(UNCLEAR).passes(3).forgets().hears(LOOK_FAILED).wants();
    story.passes(1).wants(FIND_ROOM);
  }

  @Test
  void agent_who_is_listed_but_has_not_answered_is_not_in_the_room() {
    Story story = offered().hears(UNCLEAR).passes(3).hears(FOUND).forgets();
    story.hears(
        new Event.RoomSeen(ROOM, List.of(new Event.Occupant(CLERK, LABEL, LegStatus.RINGING))));
    story.wants().isBelieved(CLERK, LegStatus.RINGING).hears(CLERK_JOINS).wants(ACCEPT);
  }

  @Test
  void leg_of_an_offer_that_is_over_is_ended_when_it_tells_of_itself() {
    Story story = offered().hears(OFFERED_AGAIN).forgets().hears(CLERK_RINGS).wants(END_CLERK);
    story.hears(new Event.LegEnded(CLERK, LegStatus.CANCELED)).passes(9);
    assertEquals(0, count(story, END_CLERK) + count(story, FIND_ROOM));
  }

  @Test
  void second_leg_of_one_offer_is_ended() {
    ringing()
        .forgets()
        .hears(new Event.GuestReported(LABEL, OTHER_CLERK, LegStatus.RINGING))
        .wants(new Command.EndLeg(OTHER_CLERK))
        .hears(CLERK_JOINS)
        .wants(ACCEPT);
  }

  @Test
  void leg_that_is_over_when_first_heard_of_needs_no_ending() {
    Story story = offered().hears(CALLER_HANGS_UP).forgets().hears(CLERK_HANGS_UP);
    story.wants().is(Phase.CLOSED);
  }

  // ---- on the way from the queue ----

  @Test
  void room_is_looked_into_four_seconds_after_the_offer_was_accepted() {
    Story story = accepted().hears(done(MOVE_IN)).forgets();
    story.passes(3).wants().passes(1).wants(LOOK_INTO_ROOM);
    story.hears(roomHolds(CLERK, CALLER)).is(Phase.TALKING);
  }

  @Test
  void caller_who_is_missing_twice_is_told_to_come_in_again() {
    Story story = accepted().hears(done(MOVE_IN)).passes(4).forgets();
    story.hears(roomHolds(CLERK)).wants(LOOK_AT_CALLER).hears(CALLER_IS_THERE);
    story.passes(2).wants().passes(1).wants(LOOK_INTO_ROOM);
    story.hears(roomHolds(CLERK)).wants(LOOK_AT_CALLER, MOVE_IN);
    story.passes(2).wants().passes(1).wants(LOOK_INTO_ROOM);
    story.hears(roomHolds(CLERK, CALLER)).is(Phase.TALKING);
  }

  @Test
  void agent_who_is_missing_is_asked_after_and_the_room_looked_into_again() {
    Story story = accepted().hears(done(MOVE_IN)).passes(4).forgets();
    story.hears(roomHolds(CALLER)).wants(LOOK_AT_CLERK).is(Phase.OFFERED);
    story.hears(new Event.LegSeen(CLERK, LegStatus.IN_PROGRESS));
    story.passes(3).wants().passes(1).wants(LOOK_INTO_ROOM);
  }

  @Test
  void agent_who_is_missing_because_they_have_gone_has_left_the_offer() {
    Story story = accepted().hears(done(MOVE_IN)).passes(4).hears(roomHolds(CALLER)).forgets();
    story.hears(new Event.LegSeen(CLERK, LegStatus.COMPLETED)).wants(COMPLETE, QUEUE_AGAIN);
  }

  @Test
  void look_that_fails_has_the_agent_asked_after() {
    Story story = accepted().hears(done(MOVE_IN)).passes(4).forgets();
    story.hears(LOOK_FAILED).wants(LOOK_AT_CLERK);
    story.hears(new Event.LegSeen(CLERK, LegStatus.IN_PROGRESS)).passes(1).wants(LOOK_INTO_ROOM);
  }

  // ---- orders and their answers ----

  @Test
  void acceptance_whose_answer_was_lost_is_asked_for_again_by_looking_first() {
    Story story = answered().wants(RING, ACCEPT).hears(answer(ACCEPT, Result.UNCLEAR)).wants();
    story.passes(1).wants(again(ACCEPT)).hears(done(ACCEPT)).wants(MOVE_IN);
  }

  @Test
  void acceptance_whose_answer_does_not_come_is_asked_for_again_after_ten_seconds() {
    answered().forgets().passes(9).wants().passes(1).wants(again(ACCEPT));
  }

  @Test
  void order_to_move_that_was_throttled_is_given_again() {
    Story story = accepted().forgets().hears(answer(MOVE_IN, Result.THROTTLED)).wants();
    story.passes(1).wants(MOVE_IN);
  }

  @Test
  void order_to_move_whose_answer_was_lost_is_looked_after_and_not_given_again() {
    Story story = accepted().passes(2).forgets().hears(answer(MOVE_IN, Result.UNCLEAR));
    story.wants(LOOK_AT_CALLER).hears(CALLER_IS_THERE).passes(2).wants();
    story.passes(1).wants(LOOK_INTO_ROOM);
  }

  @Test
  void order_to_move_whose_answer_does_not_come_is_not_given_again_by_itself() {
    Story story = accepted().forgets();
    story.passes(12);
    assertEquals(0, count(story, MOVE_IN) + count(story, again(MOVE_IN)));
  }

  @Test
  void order_to_move_that_was_refused_has_the_caller_asked_after() {
    accepted().forgets().hears(answer(MOVE_IN, Result.REFUSED)).wants(LOOK_AT_CALLER);
  }

  @Test
  void lost_answer_about_somebody_who_has_come_in_has_them_asked_after_once() {
    Story story = accepted().forgets().hears(CALLER_JOINS);
    story.hears(answer(MOVE_IN, Result.UNCLEAR)).wants(LOOK_AT_CALLER).hears(CALLER_IS_THERE);
    story.hears(done(MOVE_IN)).hears(answer(ACCEPT, Result.UNCLEAR)).wants();
  }

  @Test
  void giving_back_is_repeated_while_the_platform_is_too_busy() {
    Story story = offered().hears(new Event.GuestRefused(LABEL)).forgets();
    story.hears(answer(REJECT, Result.THROTTLED)).wants().passes(1).wants(again(REJECT));
    story.hears(answer(REJECT, Result.UNCLEAR)).passes(1).wants(again(REJECT));
    story.hears(answer(REJECT, Result.REFUSED)).passes(5).wants();
  }

  @Test
  void what_the_platform_never_does_is_given_up_after_forty_tries() {
    Story story = wrappingUp();
    int tries = 0;
    for (int second = 0; second < 600; second++) {
      if (count(story, WRAP) + count(story, again(WRAP)) > 0) {
        tries++;
        story.forgets().hears(answer(WRAP, Result.THROTTLED));
      }
      story.passes(1);
    }
    assertEquals(40, tries);
  }
}
