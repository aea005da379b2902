package dev.switchboard.conversation;

import static dev.switchboard.conversation.Calling.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.conversation.Chore.Kind;
import dev.switchboard.conversation.Chore.Result;
import org.junit.jupiter.api.Test;

/** How a caller comes from the queue to an agent, and what the caller is told who does not. */
class ArrivalsTest {

  private static final int QUEUE_LIMIT_SECONDS = 15 * 60;

  // ---- waiting ----

  @Test
  void caller_waits_in_the_queue_and_is_asked_after_every_fifteen_seconds() {
    Story story = waiting().is(Phase.QUEUED).wants();
    story.passes(14).wants().passes(1).wants(LOOK_AT_CALLER).hears(CALLER_IS_THERE);
    story.passes(14).wants().passes(1).wants(LOOK_AT_CALLER);
  }

  @Test
  void arrival_that_is_told_twice_changes_nothing() {
    waiting().passes(10).hears(ARRIVED).passes(4).wants().passes(1).wants(LOOK_AT_CALLER);
  }

  @Test
  void caller_who_hangs_up_in_the_queue_leaves_nothing_to_do() {
    Story story = waiting().hears(CALLER_HANGS_UP).wants().is(Phase.CLOSED);
    story.endsBecause(Ending.CALLER_GONE).passes(QUEUE_LIMIT_SECONDS).wants();
  }

  @Test
  void caller_hears_an_apology_after_fifteen_minutes_and_not_before() {
    Story story = waitsOn(waiting(), QUEUE_LIMIT_SECONDS - 1);
    assertEquals(0, count(story, GOODBYE));
    assertEquals(1, count(waitsOn(story, 1), GOODBYE));
    story.hears(done(GOODBYE)).hears(done(CANCEL_TASKS));
    assertEquals(1, count(waitsOn(story, 60), GOODBYE));
    story.hears(CALLER_HANGS_UP).is(Phase.CLOSED);
  }

  @Test
  void caller_who_is_still_there_after_another_fifteen_minutes_hears_it_again() {
    Story story = waitsOn(waiting(), QUEUE_LIMIT_SECONDS);
    story.hears(done(GOODBYE));
    assertEquals(1, count(waitsOn(story, QUEUE_LIMIT_SECONDS - 1), GOODBYE));
    assertEquals(2, count(waitsOn(story, 1), GOODBYE));
  }

  @Test
  void caller_for_whom_a_phone_rings_when_the_time_is_over_may_still_be_served() {
    Story story = waitsOn(waiting(), QUEUE_LIMIT_SECONDS - 1).hears(OFFERED).hears(CLERK_RINGS);
    assertEquals(0, count(waitsOn(story, 5), GOODBYE));
    story.hears(CLERK_HANGS_UP);
    assertEquals(1, count(story, GOODBYE));
  }

  @Test
  void apology_that_is_not_played_has_the_caller_asked_after_at_once() {
    Story story = waitsOn(waiting(), QUEUE_LIMIT_SECONDS + 1).forgets();
    story.hears(answer(GOODBYE, Result.REFUSED)).wants(LOOK_AT_CALLER);
  }

  @Test
  void apology_is_not_given_to_who_has_hung_up() {
    Story story = waiting().hears(new Event.TaskCanceled(TASK)).hears(CALLER_HANGS_UP);
    story.passes(60).wants().is(Phase.CLOSED);
  }

  @Test
  void who_has_met_an_agent_is_not_told_that_nobody_is_there() {
    Story story = met();
    story.passes(QUEUE_LIMIT_SECONDS);
    assertEquals(0, count(story, GOODBYE));
  }

  // ---- offers ----

  @Test
  void offer_rings_the_agent_into_a_room_of_the_offers_own() {
    offered().wants(RING).is(Phase.OFFERED);
  }

  @Test
  void offer_that_is_told_twice_rings_once() {
    offered().hears(OFFERED).wants(RING);
  }

  @Test
  void offer_of_a_call_that_was_not_heard_of_begins_the_conversation() {
    Story story = Story.of(CALLER).hears(OFFERED).wants(RING);
    assertTrue(story.conversation().isInbound());
    assertEquals("+81312345678", story.conversation().number());
    story.isBelieved(CALLER, LegStatus.IN_PROGRESS);
  }

  @Test
  void agent_who_is_on_another_call_is_not_rung_but_given_back() {
    Story story = waiting().hears(offer(OFFER, TASK, WORKER, CLERK_PHONE, true));
    story.wants(REJECT).hears(done(REJECT)).is(Phase.QUEUED);
    story.hears(OFFERED_AGAIN).wants(RING_NEXT);
  }

  @Test
  void next_offer_takes_the_place_of_one_that_rings() {
    ringing().forgets().hears(OFFERED_AGAIN).wants(END_CLERK, RING_NEXT);
  }

  @Test
  void next_offer_of_the_same_task_rings_only_when_the_answered_one_comes_to_nothing() {
    Story story = answered().wants(RING, ACCEPT).hears(OFFERED_AGAIN).wants();
    story.hears(answer(ACCEPT, Result.REFUSED)).wants(END_CLERK, RING_NEXT);
  }

  @Test
  void offer_by_another_task_while_an_agent_waits_is_left_to_run_out() {
    Story story = answered().forgets().hears(OFFERED_BY_NEXT_TASK).wants();
    story.hears(answer(ACCEPT, Result.REFUSED)).wants(END_CLERK);
  }

  @Test
  void offer_while_the_caller_is_on_the_way_to_an_agent_is_left_to_run_out() {
    accepted().forgets().hears(OFFERED_AGAIN).wants();
  }

  @Test
  void task_before_the_one_that_is_offered_now_is_cancelled() {
    ringing()
        .forgets()
        .hears(OFFERED_BY_NEXT_TASK)
        .wants(END_CLERK, RING_NEXT, first(Kind.CANCEL, TASK, ""));
  }

  @Test
  void task_whose_agent_came_as_far_as_the_room_is_ended_and_not_cancelled_beside() {
    Story story = accepted().hears(done(MOVE_IN)).hears(CLERK_HANGS_UP).hears(done(COMPLETE));
    story.hears(done(QUEUE_AGAIN)).forgets().hears(OFFERED_BY_NEXT_TASK).wants(RING_NEXT);
  }

  @Test
  void offer_by_the_task_before_is_cancelled_and_rings_nobody() {
    ringing()
        .hears(OFFERED_BY_NEXT_TASK)
        .hears(done(first(Kind.CANCEL, TASK, "")))
        .forgets()
        .hears(offer("WR" + "9".repeat(32), TASK, WORKER, CLERK_PHONE, false))
        .wants(first(Kind.CANCEL, TASK, ""));
  }

  @Test
  void offer_by_another_task_is_one_too_many_while_the_caller_is_on_the_way_to_an_agent() {
    accepted().forgets().hears(OFFERED_BY_NEXT_TASK).wants(first(Kind.CANCEL, NEXT_TASK, ""));
  }

  @Test
  void offer_by_another_task_before_the_caller_was_sent_back_does_not_show_that_they_are() {
    Story story = accepted().hears(CLERK_HANGS_UP).forgets().hears(OFFERED_BY_NEXT_TASK);
    story.wants(first(Kind.CANCEL, NEXT_TASK, "")).hears(done(MOVE_IN)).wants(QUEUE_AGAIN);
  }

  @Test
  void cancelled_task_of_which_nobody_had_heard_has_the_callers_task_looked_for() {
    Story story =
        ringing().hears(CLERK_HANGS_UP).forgets().hears(new Event.TaskCanceled(NEXT_TASK));
    story.passes(4);
    assertEquals(1, count(story, LOOK_FOR_TASK));
    assertEquals(0, count(story, GOODBYE));
    story.hears(answer(LOOK_FOR_TASK, Result.REFUSED)).passes(4);
    assertEquals(1, count(story, GOODBYE));
  }

  @Test
  void caller_who_gives_up_after_coming_back_from_an_agent_may_have_left_a_task() {
    Story story = accepted().hears(done(MOVE_IN)).hears(CLERK_HANGS_UP).hears(done(COMPLETE));
    story.hears(done(QUEUE_AGAIN)).forgets().hears(CALLER_HANGS_UP);
    story.wants(CANCEL_TASKS);
    waiting().forgets().hears(CALLER_HANGS_UP).wants();
    ringing().forgets().hears(CALLER_HANGS_UP).wants(END_CLERK);
  }

  @Test
  void caller_who_meets_an_agent_after_coming_back_from_another_may_have_a_task_too_many() {
    Story story = accepted().hears(done(MOVE_IN)).hears(CLERK_HANGS_UP).hears(done(COMPLETE));
    story.hears(done(QUEUE_AGAIN)).hears(OFFERED_BY_NEXT_TASK);
    story.hears(new Event.Joined(NEXT_ROOM, OTHER_CLERK, NEXT_LABEL));
    story.hears(done(first(Kind.ACCEPT, NEXT_OFFER, NEXT_TASK))).forgets();
    story.hears(new Event.Joined(NEXT_ROOM, CALLER, Conversation.CUSTOMER_LABEL));
    story.is(Phase.TALKING);
    assertEquals(1, count(story, first(Kind.CANCEL_TASKS, CALLER, NEXT_TASK)));
    assertEquals(0, count(met(), first(Kind.CANCEL_TASKS, CALLER, TASK)));
  }

  @Test
  void task_too_many_is_cancelled_once_the_caller_has_an_agent() {
    met().hears(OFFERED_BY_NEXT_TASK).wants(first(Kind.CANCEL, NEXT_TASK, ""));
    met().hears(OFFERED_AGAIN).wants();
  }

  @Test
  void task_of_a_caller_who_has_gone_is_cancelled() {
    Story story =
        waiting().hears(CALLER_HANGS_UP).hears(OFFERED).wants(first(Kind.CANCEL, TASK, ""));
    story.is(Phase.ENDING).hears(done(first(Kind.CANCEL, TASK, ""))).is(Phase.CLOSED);
  }

  @Test
  void agent_who_is_in_the_room_has_the_offer_accepted() {
    answered().wants(RING, ACCEPT).is(Phase.OFFERED);
  }

  @Test
  void caller_is_moved_once_it_is_certain_that_the_offer_is_accepted() {
    answered().forgets().passes(3).wants().hears(done(ACCEPT)).wants(MOVE_IN);
  }

  @Test
  void agent_becomes_the_conversations_when_the_caller_comes_in() {
    Story story = accepted().hears(CALLER_JOINS).is(Phase.TALKING);
    assertEquals(CLERK, story.conversation().agent().sid());
    assertEquals(CLERK_PHONE, story.conversation().agentAddress());
    assertEquals(ROOM, story.conversation().roomSid());
    story.forgets().hears(CALLER_IS_THERE).passes(14).wants().passes(1);
    assertEquals(1, count(story, LOOK_INTO_ROOM));
  }

  @Test
  void caller_who_has_come_in_can_be_put_on_hold_before_anybody_has_asked_after_them() {
    Story unasked = Story.of(CALLER).hears(ARRIVED).hears(OFFERED).hears(CLERK_JOINS);
    unasked.hears(done(ACCEPT)).hears(CALLER_JOINS).is(Phase.TALKING).forgets();
    unasked.hears(pressed(Button.HOLD, CLERK)).isRefused(null);
    assertEquals(1, count(unasked, new Command.Tune(ROOM, CALLER, Story.HELD)));

    Story seen = Story.of(CALLER).hears(ARRIVED).hears(OFFERED).hears(CLERK_JOINS);
    seen.hears(done(ACCEPT)).hears(roomHolds(CLERK, CALLER)).is(Phase.TALKING);
  }

  @Test
  void caller_who_came_in_before_the_answer_about_moving_is_not_moved_again() {
    Story story = accepted().forgets().hears(CALLER_JOINS);
    story.hears(answer(MOVE_IN, Result.THROTTLED)).passes(14).wants();
  }

  @Test
  void caller_in_a_room_of_somebody_else_has_not_met_the_agent() {
    accepted().hears(new Event.Joined("CF" + "7".repeat(32), CALLER, "customer")).is(Phase.OFFERED);
  }

  @Test
  void caller_cannot_meet_an_agent_before_the_offer_is_accepted() {
    answered().hears(CALLER_JOINS).is(Phase.OFFERED);
  }

  // ---- agents who do not take it ----

  @Test
  void agent_whose_phone_is_busy_rests_for_twenty_seconds() {
    Story story = offered().forgets();
    story.hears(new Event.GuestReported(LABEL, CLERK, LegStatus.BUSY)).wants(REJECT);
    story.hears(done(REJECT)).is(Phase.QUEUED);
    waitsOn(story, 19);
    assertEquals(0, count(story, BRING_BACK));
    assertEquals(1, count(waitsOn(story, 1), BRING_BACK));
  }

  @Test
  void agent_whose_phone_rings_for_twenty_five_seconds_has_missed_the_offer() {
    Story story = waitsOn(ringing().forgets(), 24);
    assertEquals(0, count(story, REJECT));
    waitsOn(story, 1);
    assertEquals(1, count(story, REJECT));
    assertEquals(1, count(story, END_CLERK));
  }

  @Test
  void agent_who_answered_in_time_has_not_missed_the_offer() {
    Story story = waitsOn(answered().forgets().hears(done(ACCEPT)), 30);
    assertEquals(0, count(story, REJECT));
  }

  @Test
  void agent_declines_by_either_button() {
    ringing().forgets().hears(pressed(Button.DECLINE, CLERK)).wants(END_CLERK, REJECT);
    ringing().forgets().hears(pressed(Button.HANG_UP, CLERK)).wants(END_CLERK, REJECT);
  }

  @Test
  void other_buttons_are_refused_while_the_phone_rings() {
    Story story = ringing().forgets().hears(pressed(Button.HOLD, CLERK));
    story.isRefused("not-connected").wants();
    story.hears(pressed(Button.DECLINE, OTHER_CLERK)).isRefused("not-your-call").wants();
  }

  @Test
  void agent_who_declines_after_answering_leaves_it_to_the_answer_about_accepting() {
    Story story = answered().forgets().hears(pressed(Button.DECLINE, CLERK)).wants(END_CLERK);
    story.hears(done(ACCEPT)).wants(COMPLETE, QUEUE_AGAIN);
  }

  @Test
  void acceptance_that_came_too_late_rests_the_agent_and_the_caller_waits_on() {
    Story story = answered().forgets().hears(answer(ACCEPT, Result.REFUSED)).wants(END_CLERK);
    story.is(Phase.QUEUED).hears(new Event.LegEnded(CLERK, LegStatus.COMPLETED));
    assertEquals(1, count(waitsOn(story, 20), BRING_BACK));
  }

  @Test
  void agent_who_leaves_before_the_caller_comes_has_them_put_back_into_the_queue() {
    Story story = accepted().hears(done(MOVE_IN)).forgets();
    story.hears(CLERK_HANGS_UP).wants(COMPLETE, QUEUE_AGAIN).is(Phase.QUEUED);
    story.hears(done(QUEUE_AGAIN)).hears(done(COMPLETE)).hears(OFFERED_BY_NEXT_TASK);
    story.wants(RING_NEXT);
  }

  @Test
  void agent_who_leaves_the_room_has_left_the_offer() {
    Story story = accepted().hears(done(MOVE_IN)).forgets();
    story.hears(new Event.Left(ROOM, CLERK, LABEL, LegStatus.COMPLETED));
    story.wants(COMPLETE, QUEUE_AGAIN);
  }

  @Test
  void caller_on_the_way_is_called_back_only_when_the_order_to_move_is_answered() {
    Story story = accepted().wants(RING, ACCEPT, MOVE_IN).hears(CLERK_HANGS_UP).wants(COMPLETE);
    story.hears(done(MOVE_IN)).wants(QUEUE_AGAIN);
  }

  @Test
  void going_back_into_the_queue_gives_another_fifteen_minutes() {
    Story story = waitsOn(waiting(), QUEUE_LIMIT_SECONDS - 60).hears(OFFERED).hears(CLERK_JOINS);
    story.hears(done(ACCEPT)).hears(done(MOVE_IN)).hears(CLERK_HANGS_UP).hears(done(COMPLETE));
    story.hears(done(QUEUE_AGAIN)).forgets();
    assertEquals(0, count(waitsOn(story, QUEUE_LIMIT_SECONDS - 1), GOODBYE));
    assertEquals(1, count(waitsOn(story, 1), GOODBYE));
  }

  @Test
  void offer_by_another_task_shows_that_the_caller_is_in_the_queue() {
    Story story = accepted().hears(done(MOVE_IN)).hears(CLERK_HANGS_UP);
    story.hears(answer(QUEUE_AGAIN, Result.UNCLEAR)).hears(OFFERED_BY_NEXT_TASK).forgets();
    story.passes(5);
    assertEquals(0, count(story, again(QUEUE_AGAIN)));
  }

  @Test
  void offer_by_the_same_task_does_not_show_that() {
    Story story = accepted().hears(done(MOVE_IN)).hears(CLERK_HANGS_UP);
    story.hears(answer(QUEUE_AGAIN, Result.UNCLEAR)).hears(OFFERED_AGAIN).forgets();
    story.passes(1);
    assertEquals(1, count(story, again(QUEUE_AGAIN)));
  }

  // ---- offers that are accepted on the page ----

  private static final Event TO_BE_ACCEPTED =
      new Event.Offered("+81312345678", OFFER, TASK, WORKER, CLERK_PHONE, false, true);

  private static Event pressedOnPage(Button button, String phone) {
    return new Event.Pressed(button, "", phone, "");
  }

  @Test
  void phone_is_rung_only_when_the_agent_accepts_on_the_page() {
    Story story = waiting().hears(TO_BE_ACCEPTED).is(Phase.OFFERED).passes(5).wants();
    assertTrue(story.conversation().reception().open().orElseThrow().waitsForPage());
    story.hears(pressedOnPage(Button.ACCEPT, CLERK_PHONE)).isRefused(null).wants(RING);
    assertFalse(story.conversation().reception().open().orElseThrow().waitsForPage());
    story.hears(pressedOnPage(Button.ACCEPT, CLERK_PHONE)).isRefused(null).wants();
    story.hears(CLERK_JOINS).wants(ACCEPT);
  }

  @Test
  void offer_that_nobody_accepts_on_the_page_is_missed_without_a_ring() {
    Story story = waitsOn(waiting().hears(TO_BE_ACCEPTED), 24).forgets();
    waitsOn(story, 1).wants(REJECT).is(Phase.QUEUED);
  }

  @Test
  void offer_is_declined_on_the_page_before_anything_rings() {
    Story story = waiting().hears(TO_BE_ACCEPTED);
    story.hears(pressedOnPage(Button.DECLINE, CLERK_PHONE)).isRefused(null).wants(REJECT);
  }

  @Test
  void other_agents_pages_accept_nothing() {
    Story story = waiting().hears(TO_BE_ACCEPTED);
    story.hears(pressedOnPage(Button.ACCEPT, "client:ken")).isRefused("not-connected").wants();
  }

  @Test
  void phone_of_who_accepts_in_the_last_second_rings_for_ten() {
    Story story = waitsOn(waiting().hears(TO_BE_ACCEPTED), 24);
    story.hears(pressedOnPage(Button.ACCEPT, CLERK_PHONE)).hears(CLERK_RINGS).forgets();
    assertEquals(0, count(waitsOn(story, 9), REJECT));
    assertEquals(1, count(waitsOn(story, 1), REJECT));
  }

  @Test
  void ring_that_is_throttled_is_not_accepted_a_second_time() {
    Story story = offered().hears(new Event.GuestThrottled(LABEL)).forgets();
    assertFalse(story.conversation().reception().open().orElseThrow().waitsForPage());
    story.hears(pressedOnPage(Button.ACCEPT, CLERK_PHONE)).wants().passes(1).wants(RING);
  }

  // ---- callers who do not wait ----

  @Test
  void caller_who_gives_up_while_the_phone_rings_silences_it() {
    Story story = ringing().forgets().hears(CALLER_HANGS_UP).wants(END_CLERK);
    story.hears(new Event.LegEnded(CLERK, LegStatus.CANCELED)).is(Phase.CLOSED);
    story.endsBecause(Ending.CALLER_GONE);
  }

  @Test
  void caller_who_gives_up_before_coming_in_leaves_a_task_that_is_completed() {
    accepted().forgets().hears(CALLER_HANGS_UP).wants(END_CLERK, COMPLETE);
  }

  @Test
  void acceptance_after_the_caller_has_gone_has_the_task_completed() {
    Story story = answered().forgets().hears(CALLER_HANGS_UP).wants(END_CLERK);
    story.hears(done(ACCEPT)).wants(COMPLETE);
  }

  @Test
  void caller_who_has_gone_is_not_moved() {
    Story story = accepted().hears(answer(MOVE_IN, Result.THROTTLED)).hears(CALLER_HANGS_UP);
    story.forgets().passes(5);
    assertEquals(0, count(story, again(MOVE_IN)) + count(story, MOVE_IN));
  }

  // ---- what the routing tells ----

  @Test
  void offer_that_ran_out_silences_the_phone_and_brings_the_agent_back() {
    Story story = ringing().forgets().hears(new Event.OfferRanOut(OFFER, TASK, WORKER));
    story.wants(END_CLERK).is(Phase.QUEUED);
    assertEquals(1, count(waitsOn(story, 20), BRING_BACK));
  }

  @Test
  void offer_that_ran_out_elsewhere_does_not_silence_this_phone() {
    ringing().forgets().hears(new Event.OfferRanOut(NEXT_OFFER, TASK, NEXT_WORKER)).wants();
    answered().forgets().hears(new Event.OfferRanOut(OFFER, TASK, WORKER)).wants();
  }

  @Test
  void cancelled_task_has_the_caller_told_after_four_seconds() {
    Story story = ringing().forgets().hears(new Event.TaskCanceled(TASK)).wants(END_CLERK);
    story.passes(3);
    assertEquals(0, count(story, GOODBYE));
    story.passes(1);
    assertEquals(1, count(story, GOODBYE));
  }

  @Test
  void cancelled_task_of_whom_an_agent_waits_for_does_not_silence_the_agent() {
    Story story = answered().forgets().hears(new Event.TaskCanceled(TASK)).wants();
    story.hears(done(ACCEPT)).wants(MOVE_IN);
  }

  @Test
  void cancelled_task_of_a_caller_who_is_offered_by_a_later_one_is_of_no_concern() {
    Story story = ringing().hears(OFFERED_BY_NEXT_TASK).forgets();
    story.hears(new Event.TaskCanceled(TASK)).passes(8);
    assertEquals(0, count(story, GOODBYE));
    story.hears(new Event.TaskCanceled(NEXT_TASK)).passes(4);
    assertEquals(1, count(story, GOODBYE));
  }

  @Test
  void cancelled_task_of_a_caller_who_is_on_the_way_is_of_no_concern() {
    noGoodbye(accepted());
    noGoodbye(accepted().hears(done(MOVE_IN)).hears(CLERK_HANGS_UP));
    noGoodbye(met());
    noGoodbye(waiting().hears(CALLER_HANGS_UP));
  }

  private static void noGoodbye(Story story) {
    story.hears(new Event.TaskCanceled(TASK)).passes(6);
    assertEquals(0, count(story, GOODBYE));
  }

  // ---- after the call ----

  @Test
  void wrap_up_begins_when_the_caller_leaves_and_ends_by_itself_after_sixty_seconds() {
    Story story = wrappingUp().wants(WRAP).hears(done(WRAP)).is(Phase.ENDING);
    story.passes(59).wants().passes(1).wants(COMPLETE).hears(done(COMPLETE)).is(Phase.CLOSED);
  }

  @Test
  void wrap_up_ends_by_the_button() {
    Story story = wrappingUp().hears(done(WRAP)).forgets();
    story.hears(pressed(Button.WRAP_UP, CLERK)).isRefused(null).wants(COMPLETE);
    story.hears(pressed(Button.WRAP_UP, CLERK)).isRefused(null).wants();
    story.hears(done(COMPLETE)).is(Phase.CLOSED);
    story.hears(pressed(Button.WRAP_UP, CLERK)).isRefused("not-connected");
  }

  @Test
  void wrap_up_that_is_pressed_early_waits_until_the_platform_knows_of_it() {
    Story story = wrappingUp().wants(WRAP).hears(pressed(Button.WRAP_UP, CLERK)).wants();
    story.hears(done(WRAP)).wants(COMPLETE);
  }

  @Test
  void wrap_up_that_is_refused_does_not_keep_the_task() {
    wrappingUp().forgets().hears(answer(WRAP, Result.REFUSED)).passes(60).wants(COMPLETE);
  }

  @Test
  void nobody_wraps_up_while_they_talk() {
    met().hears(pressed(Button.WRAP_UP, CLERK)).isRefused("not-connected").wants();
  }

  @Test
  void agent_who_hangs_up_wraps_up() {
    Story story = met().hears(pressed(Button.HANG_UP, CLERK));
    assertEquals(1, count(story, WRAP));
    assertEquals(1, count(story, END_CLERK));
    assertEquals(1, count(story, new Command.EndLeg(CALLER)));
  }

  @Test
  void agent_who_hands_over_wraps_up_while_the_colleague_talks_on() {
    Story story = met().hears(new Event.Pressed(Button.COLD_TRANSFER, CLERK, "", "client:ken"));
    String colleague = "CA" + "d".repeat(32);
    story.hears(new Event.GuestReported("colleague-1", colleague, LegStatus.QUEUED));
    assertEquals(0, count(story, WRAP));
    story.hears(new Event.Joined(ROOM, colleague, "colleague-1"));
    assertEquals(1, count(story, WRAP));
    story.is(Phase.TALKING);
  }

  // ---- a task that is no more, and nobody told ----

  @Test
  void task_of_a_caller_who_waits_is_looked_for_every_minute() {
    Story story = waiting().forgets();
    assertEquals(0, count(waitsOn(story, 59), LOOK_FOR_TASK));
    assertEquals(1, count(waitsOn(story, 1), LOOK_FOR_TASK));
    story.hears(done(LOOK_FOR_TASK));
    assertEquals(1, count(waitsOn(story, 59), LOOK_FOR_TASK));
    assertEquals(2, count(waitsOn(story, 1), LOOK_FOR_TASK));
    assertEquals(0, count(story, GOODBYE));
  }

  @Test
  void caller_whose_task_is_canceled_without_a_word_is_told_goodbye() {
    Story story = waitsOn(waiting(), 60).hears(answer(LOOK_FOR_TASK, Result.REFUSED));
    assertEquals(1, count(waitsOn(story, 4), GOODBYE));
  }

  @Test
  void caller_who_was_never_offered_and_whose_task_is_not_found_gets_another() {
    Story story = waitsOn(waiting(), 60).forgets().hears(answer(LOOK_FOR_TASK, Result.NOTHING));
    story.wants(first(Kind.QUEUE_AGAIN, CALLER, "")).is(Phase.QUEUED);
    story.hears(done(first(Kind.QUEUE_AGAIN, CALLER, "")));
    assertEquals(1, count(waitsOn(story, QUEUE_LIMIT_SECONDS - 60), GOODBYE));
  }

  @Test
  void caller_who_was_offered_is_known_by_their_task_also_when_it_is_not_found() {
    Story story = ringing().hears(CLERK_HANGS_UP).hears(done(REJECT));
    story = waitsOn(story, 60).forgets().hears(answer(LOOK_FOR_TASK, Result.NOTHING)).wants();
    assertEquals(0, count(waitsOn(story, 10), GOODBYE));
  }

  @Test
  void tasks_of_a_caller_who_was_told_goodbye_are_canceled_before_all_is_over() {
    Story story = waitsOn(waiting(), 60).hears(answer(LOOK_FOR_TASK, Result.REFUSED)).passes(4);
    story.hears(done(GOODBYE)).hears(CALLER_HANGS_UP).is(Phase.ENDING);
    assertEquals(1, count(story, CANCEL_TASKS));
    story.hears(done(CANCEL_TASKS)).is(Phase.CLOSED);
  }

  @Test
  void task_of_a_caller_who_is_offered_is_not_looked_for() {
    Story story = waitsOn(waiting(), 50).hears(OFFERED).forgets();
    assertEquals(0, count(waitsOn(story, 20), LOOK_FOR_TASK));
  }

  @Test
  void look_for_the_task_of_a_caller_who_has_gone_keeps_nothing_open() {
    waitsOn(waiting(), 60).hears(CALLER_HANGS_UP).is(Phase.CLOSED);
  }

  @Test
  void old_answer_about_the_task_says_nothing_of_a_caller_who_is_offered_meanwhile() {
    Story story = waitsOn(waiting(), 60).hears(OFFERED);
    story.hears(answer(LOOK_FOR_TASK, Result.REFUSED));
    assertEquals(0, count(waitsOn(story, 10), GOODBYE));
  }
}
