package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.AGENT;
import static dev.switchboard.conversation.Story.COLLEAGUE;
import static dev.switchboard.conversation.Story.COLLEAGUE_PHONE;
import static dev.switchboard.conversation.Story.CUSTOMER;
import static dev.switchboard.conversation.Story.END_AGENT;
import static dev.switchboard.conversation.Story.HELD;
import static dev.switchboard.conversation.Story.LOOK_INTO_ROOM;
import static dev.switchboard.conversation.Story.ROOM;
import static dev.switchboard.conversation.Story.SUPERVISOR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the one attempt to dial a colleague or a supervisor. */
class GuestDialTest {

  private static final String LABEL = "colleague-1";
  private static final Command DIAL_COLLEAGUE =
      new Command.DialGuest(ROOM, LABEL, COLLEAGUE_PHONE, Sound.OPEN);
  private static final Command END_COLLEAGUE = new Command.EndLeg(COLLEAGUE);
  private static final Event ONLY_THE_TWO =
      new Event.RoomSeen(
          Story.ROOM,
          List.of(
              new Event.Occupant(AGENT, "agent", LegStatus.IN_PROGRESS),
              new Event.Occupant(CUSTOMER, "customer", LegStatus.IN_PROGRESS)));

  private static Story handing() {
    return Story.talking().forgets().agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE);
  }

  private static void alerts(String alert, Story story) {
    assertEquals(alert, story.conversation().alert());
  }

  @Test
  void refused_dial_of_a_colleague_is_shown_and_the_call_goes_on() {
    Story story = handing().forgets().hears(new Event.GuestRefused(LABEL));
    alerts("transfer-failed", story);
    story.is(Phase.TALKING).passes(14).wants();
    story.agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE);
    story.wants(new Command.DialGuest(ROOM, "colleague-2", COLLEAGUE_PHONE, Sound.OPEN));
  }

  @Test
  void refused_dial_of_a_supervisor_is_shown_in_other_words() {
    Story story = Story.talking().supervisorPresses(Button.LISTEN);
    alerts("phone-not-reached", story.hears(new Event.GuestRefused("supervisor-1")));
  }

  @Test
  void refusal_that_comes_after_they_were_told_to_go_alarms_nobody() {
    Story story =
        Story.talking().supervisorPresses(Button.LISTEN).supervisorPresses(Button.LEAVE).forgets();
    alerts("", story.hears(new Event.GuestRefused("supervisor-1")));
    story.agentPressesHangUp().hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED));
    story.hears(new Event.LegEnded(CUSTOMER, LegStatus.COMPLETED)).is(Phase.CLOSED);
  }

  @Test
  void refusal_of_a_dial_whose_leg_has_told_of_itself_changes_nothing() {
    Story story =
        handing()
            .hears(new Event.GuestReported(LABEL, COLLEAGUE, LegStatus.RINGING))
            .hears(new Event.GuestRefused(LABEL))
            .hears(new Event.GuestThrottled(LABEL))
            .hears(new Event.GuestUnclear(LABEL))
            .forgets()
            .passes(3)
            .wants();
    alerts("", story);
    story.guestJoins(LABEL, COLLEAGUE).wants(END_AGENT);
  }

  @Test
  void throttled_dial_is_asked_again_because_nothing_happened() {
    handing()
        .wants(DIAL_COLLEAGUE)
        .hears(new Event.GuestThrottled(LABEL))
        .wants()
        .passes(1)
        .wants(DIAL_COLLEAGUE)
        .guestJoins(LABEL, COLLEAGUE)
        .wants(END_AGENT);
  }

  @Test
  void dial_throttled_five_times_is_given_up_and_shown() {
    Story story = handing();
    for (int i = 1; i < 5; i++) {
      story.wants(DIAL_COLLEAGUE).hears(new Event.GuestThrottled(LABEL)).wants().passes(2);
      alerts("", story);
    }
    story.wants(DIAL_COLLEAGUE).hears(new Event.GuestThrottled(LABEL));
    alerts("transfer-failed", story);
    story.passes(6).wants();
  }

  @Test
  void throttled_dial_of_somebody_who_is_to_go_is_not_repeated() {
    Story.talking()
        .supervisorPresses(Button.LISTEN)
        .supervisorPresses(Button.LEAVE)
        .hears(new Event.GuestThrottled("supervisor-1"))
        .forgets()
        .passes(10)
        .wants();
  }

  @Test
  void throttled_dial_is_not_repeated_when_all_is_over() {
    handing()
        .agentPressesHangUp()
        .hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED))
        .hears(new Event.LegEnded(CUSTOMER, LegStatus.COMPLETED))
        .is(Phase.ENDING)
        .forgets()
        .hears(new Event.GuestThrottled(LABEL))
        .is(Phase.CLOSED)
        .passes(60)
        .wants();
  }

  @Test
  void lost_dial_that_two_looks_do_not_find_has_failed() {
    Story story =
        handing()
            .wants(DIAL_COLLEAGUE)
            .hears(new Event.GuestUnclear(LABEL))
            .passes(3)
            .wants(LOOK_INTO_ROOM)
            .hears(ONLY_THE_TWO);
    alerts("", story);
    story.passes(3).wants(LOOK_INTO_ROOM).hears(ONLY_THE_TWO);
    alerts("transfer-failed", story);
    story.is(Phase.TALKING).passes(14).wants();
  }

  @Test
  void lost_answer_does_not_put_off_a_look_that_is_due_sooner() {
    Story.talking()
        .passes(13)
        .agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE)
        .hears(new Event.GuestUnclear(LABEL))
        .forgets()
        .passes(2)
        .wants(LOOK_INTO_ROOM);
  }

  @Test
  void dial_whose_answer_never_comes_is_looked_for_after_ten_seconds() {
    Story.talking()
        .hears(ONLY_THE_TWO)
        .agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE)
        .forgets()
        .passes(12)
        .wants()
        .passes(1)
        .wants(LOOK_INTO_ROOM);
  }

  @Test
  void look_does_not_disturb_a_dial_that_is_being_asked() {
    Story story = handing().hears(ONLY_THE_TWO).hears(ONLY_THE_TWO).hears(ONLY_THE_TWO);
    alerts("", story);
    story.guestJoins(LABEL, COLLEAGUE).isBelieved(COLLEAGUE, LegStatus.IN_PROGRESS);
    assertEquals(COLLEAGUE, story.conversation().agent().sid());
  }

  @Test
  void lost_dial_is_not_looked_for_for_ever_when_no_look_succeeds() {
    Story story = handing().hears(new Event.GuestUnclear(LABEL)).forgets().passes(3);
    for (int tries = 1; tries < Pace.MOST_TRIES; tries++) {
      story.wants(LOOK_INTO_ROOM).hears(new Event.RoomLookFailed());
      story.passes(Pace.retryAfter(tries));
      alerts("", story);
    }
    story.wants(LOOK_INTO_ROOM).hears(new Event.RoomLookFailed());
    alerts("transfer-failed", story);
    story.is(Phase.TALKING);
  }

  @Test
  void lost_dial_is_looked_for_after_hang_up_too_and_nothing_closes_before() {
    handing()
        .hears(new Event.GuestUnclear(LABEL))
        .agentPressesHangUp()
        .hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED))
        .hears(new Event.LegEnded(CUSTOMER, LegStatus.COMPLETED))
        .is(Phase.ENDING)
        .forgets()
        .passes(3)
        .wants(LOOK_INTO_ROOM)
        .hears(new Event.RoomSeen(Story.ROOM, List.of()))
        .is(Phase.ENDING)
        .passes(3)
        .wants(LOOK_INTO_ROOM)
        .hears(
            new Event.RoomSeen(
                Story.ROOM, List.of(new Event.Occupant(COLLEAGUE, LABEL, LegStatus.RINGING))))
        .wants(END_COLLEAGUE)
        .is(Phase.ENDING)
        .hears(new Event.LegEnded(COLLEAGUE, LegStatus.CANCELED))
        .is(Phase.CLOSED);
  }

  @Test
  void leg_that_tells_of_itself_after_all_was_closed_is_ended() {
    handing()
        .hears(new Event.GuestUnclear(LABEL))
        .agentPressesHangUp()
        .hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED))
        .hears(new Event.LegEnded(CUSTOMER, LegStatus.COMPLETED))
        .hears(new Event.RoomSeen(Story.ROOM, List.of()))
        .hears(new Event.RoomSeen(Story.ROOM, List.of()))
        .is(Phase.CLOSED)
        .forgets()
        .hears(new Event.GuestReported(LABEL, COLLEAGUE, LegStatus.RINGING))
        .wants(END_COLLEAGUE)
        .is(Phase.ENDING);
  }

  @Test
  void first_news_may_be_that_they_left() {
    Story story = handing().hears(new Event.Left(ROOM, COLLEAGUE, LABEL, LegStatus.BUSY));
    story.isBelieved(COLLEAGUE, LegStatus.BUSY);
    alerts("transfer-failed", story);
  }

  @Test
  void colleague_whom_nobody_dialled_yet_is_not_dialled_after_the_abort() {
    Story story =
        Story.talking()
            .agentPresses(Button.CONSULT, COLLEAGUE_PHONE)
            .forgets()
            .agentPresses(Button.ABORT_TRANSFER)
            .hears(new Event.Tuned(CUSTOMER, HELD))
            .wants(new Command.Tune(ROOM, CUSTOMER, Sound.OPEN));
    story.agentPressesHangUp().hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED));
    story.hears(new Event.LegEnded(CUSTOMER, LegStatus.COMPLETED)).is(Phase.CLOSED);
  }

  @Test
  void colleague_who_is_to_go_and_whose_end_fails_is_ended_again() {
    Story.consulting()
        .agentPresses(Button.ABORT_TRANSFER)
        .forgets()
        .hears(new Event.EndLegFailed(COLLEAGUE))
        .passes(1)
        .wants(END_COLLEAGUE)
        .hears(new Event.LegEnded(COLLEAGUE, LegStatus.IN_PROGRESS))
        .forgets()
        .passes(4)
        .wants(new Command.LookAtLeg(COLLEAGUE))
        .hears(new Event.LegSeen(COLLEAGUE, LegStatus.IN_PROGRESS))
        .wants(END_COLLEAGUE);
  }

  @Test
  void guest_who_stays_and_was_only_missed_by_a_look_is_not_ended() {
    Story.supervised(Button.LISTEN)
        .forgets()
        .hears(ONLY_THE_TWO)
        .wants(new Command.LookAtLeg(SUPERVISOR))
        .hears(new Event.LegSeen(SUPERVISOR, LegStatus.IN_PROGRESS))
        .wants()
        .passes(14)
        .wants();
  }

  @Test
  void label_that_nobody_has_begins_no_leg() {
    Story story = Story.talking().forgets();
    story.hears(new Event.GuestReported("colleague-7", COLLEAGUE, LegStatus.RINGING)).wants();
    assertEquals(2, story.conversation().legs().size());
  }
}
