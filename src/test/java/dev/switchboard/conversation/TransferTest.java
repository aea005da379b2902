package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The customer is handed to a colleague, and anybody hangs up at any moment. */
class TransferTest {

  private static final String LABEL = "colleague-1";
  private static final Command DIAL_COLLEAGUE =
      new Command.DialGuest(ROOM, LABEL, COLLEAGUE_PHONE, Sound.OPEN);
  private static final Command END_COLLEAGUE = new Command.EndLeg(COLLEAGUE);

  private static Command tune(String callSid, Sound sound) {
    return new Command.Tune(ROOM, callSid, sound);
  }

  private static Story handing() {
    return Story.talking().forgets().agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE);
  }

  @Test
  void colleague_takes_over_by_answering_and_the_agent_is_let_go() {
    Story story = handing().wants(DIAL_COLLEAGUE).guestJoins(LABEL, COLLEAGUE).wants(END_AGENT);
    assertEquals(COLLEAGUE, story.conversation().agent().sid());
    assertEquals(COLLEAGUE_PHONE, story.conversation().agentAddress());
    story.hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED)).is(Phase.TALKING);
  }

  @Test
  void colleague_who_is_busy_leaves_the_call_as_it_was() {
    Story story =
        handing()
            .forgets()
            .hears(new Event.GuestReported(LABEL, COLLEAGUE, LegStatus.BUSY))
            .wants()
            .is(Phase.TALKING);
    assertEquals("transfer-failed", story.conversation().alert());
    story.agentPresses(Button.HOLD);
    assertEquals("", story.conversation().alert());
  }

  @Test
  void agent_may_go_while_the_colleagues_phone_rings() {
    handing()
        .hears(new Event.GuestReported(LABEL, COLLEAGUE, LegStatus.QUEUED))
        .forgets()
        .agentIs(LegStatus.COMPLETED)
        .wants()
        .is(Phase.TALKING)
        .guestJoins(LABEL, COLLEAGUE)
        .customerIs(LegStatus.COMPLETED)
        .endsBecause(Ending.CUSTOMER_LEFT);
  }

  @Test
  void customer_whom_the_agent_left_and_the_colleague_did_not_take_is_not_left_alone() {
    handing()
        .hears(new Event.GuestReported(LABEL, COLLEAGUE, LegStatus.QUEUED))
        .agentIs(LegStatus.COMPLETED)
        .forgets()
        .hears(new Event.GuestReported(LABEL, COLLEAGUE, LegStatus.NO_ANSWER))
        .wants(END_CUSTOMER)
        .endsBecause(Ending.AGENT_LEFT);
  }

  @Test
  void customer_who_hangs_up_while_the_colleague_rings_stops_the_ringing() {
    handing()
        .hears(new Event.GuestReported(LABEL, COLLEAGUE, LegStatus.RINGING))
        .forgets()
        .customerIs(LegStatus.COMPLETED)
        .passes(6)
        .wants(new Command.LookAtLeg(AGENT), new Command.LookAtLeg(COLLEAGUE))
        .hears(new Event.LegSeen(COLLEAGUE, LegStatus.RINGING))
        .wants(END_COLLEAGUE);
  }

  @Test
  void colleague_is_not_dialled_before_the_customer_certainly_waits() {
    Story.talking()
        .forgets()
        .agentPresses(Button.CONSULT, COLLEAGUE_PHONE)
        .wants(tune(CUSTOMER, HELD))
        .hears(new Event.TuneFailed(CUSTOMER))
        .wants(LOOK_AT_CUSTOMER)
        .passes(1)
        .wants(tune(CUSTOMER, HELD))
        .hears(new Event.Tuned(CUSTOMER, HELD))
        .wants(DIAL_COLLEAGUE);
  }

  @Test
  void swap_silences_one_before_it_lets_the_other_in() {
    Story.consulting()
        .forgets()
        .agentPresses(Button.SWAP)
        .wants(tune(COLLEAGUE, HELD))
        .hears(new Event.Tuned(COLLEAGUE, HELD))
        .wants(tune(CUSTOMER, Sound.OPEN))
        .hears(new Event.Tuned(CUSTOMER, Sound.OPEN))
        .agentPresses(Button.SWAP)
        .wants(tune(CUSTOMER, HELD))
        .hears(new Event.Tuned(CUSTOMER, HELD))
        .wants(tune(COLLEAGUE, Sound.OPEN));
  }

  @Test
  void completing_leaves_customer_and_colleague_together() {
    Story story =
        Story.consulting()
            .forgets()
            .agentPresses(Button.COMPLETE_TRANSFER)
            .wants(END_AGENT, tune(CUSTOMER, Sound.OPEN));
    assertEquals(COLLEAGUE, story.conversation().agent().sid());
  }

  @Test
  void completing_while_the_colleague_waits_takes_the_colleague_off_hold() {
    Story.consulting()
        .agentPresses(Button.SWAP)
        .allSoundsConfirmed()
        .forgets()
        .agentPresses(Button.COMPLETE_TRANSFER)
        .wants(END_AGENT, tune(COLLEAGUE, Sound.OPEN));
  }

  @Test
  void swapping_and_completing_wait_for_the_colleagues_answer() {
    Story story =
        Story.talking().agentPresses(Button.CONSULT, COLLEAGUE_PHONE).allSoundsConfirmed();
    story.forgets().agentPresses(Button.SWAP).isRefused("not-answered-yet");
    story.agentPresses(Button.COMPLETE_TRANSFER).isRefused("not-answered-yet").wants();
  }

  @Test
  void abort_takes_the_customer_back_once_the_colleague_has_gone() {
    Story.consulting()
        .forgets()
        .agentPresses(Button.ABORT_TRANSFER)
        .wants(END_COLLEAGUE)
        .hears(new Event.LegEnded(COLLEAGUE, LegStatus.COMPLETED))
        .wants(tune(CUSTOMER, Sound.OPEN))
        .is(Phase.TALKING);
  }

  @Test
  void abort_while_the_dial_is_asked_ends_the_leg_as_soon_as_it_is_known() {
    Story.talking()
        .agentPresses(Button.CONSULT, COLLEAGUE_PHONE)
        .allSoundsConfirmed()
        .agentPresses(Button.ABORT_TRANSFER)
        .allSoundsConfirmed()
        .forgets()
        .hears(new Event.GuestReported(LABEL, COLLEAGUE, LegStatus.QUEUED))
        .wants(END_COLLEAGUE);
  }

  @Test
  void colleague_who_hangs_up_gives_the_customer_back() {
    Story story =
        Story.consulting()
            .forgets()
            .hears(new Event.GuestReported(LABEL, COLLEAGUE, LegStatus.COMPLETED))
            .wants(tune(CUSTOMER, Sound.OPEN));
    assertEquals("transfer-failed", story.conversation().alert());
  }

  @Test
  void agent_who_goes_while_asking_leaves_the_customer_to_the_colleague() {
    Story story =
        Story.consulting().forgets().agentIs(LegStatus.COMPLETED).wants(tune(CUSTOMER, Sound.OPEN));
    assertEquals(COLLEAGUE, story.conversation().agent().sid());
  }

  @Test
  void hang_up_ends_everybody() {
    Story.consulting()
        .forgets()
        .agentPressesHangUp()
        .wants(END_AGENT, END_CUSTOMER, END_COLLEAGUE)
        .hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED))
        .hears(new Event.LegEnded(CUSTOMER, LegStatus.COMPLETED))
        .is(Phase.ENDING)
        .hears(new Event.LegEnded(COLLEAGUE, LegStatus.COMPLETED))
        .is(Phase.CLOSED);
  }

  @Test
  void colleague_who_took_over_has_the_buttons_and_the_former_agent_has_none() {
    Story story = handing().guestJoins(LABEL, COLLEAGUE).forgets();
    story.agentPresses(Button.HOLD).isRefused("not-your-call").wants();
    story.hears(new Event.Pressed(Button.HOLD, COLLEAGUE, "", "")).wants(tune(CUSTOMER, HELD));
  }

  @Test
  void late_hang_up_of_the_former_agent_ends_only_what_is_ending() {
    handing()
        .guestJoins(LABEL, COLLEAGUE)
        .forgets()
        .hears(new Event.Pressed(Button.HANG_UP, AGENT, "", ""))
        .wants()
        .is(Phase.TALKING);
  }

  @Test
  void lost_dial_of_the_colleague_is_looked_for_and_never_repeated() {
    handing()
        .wants(DIAL_COLLEAGUE)
        .hears(new Event.GuestUnclear(LABEL))
        .passes(3)
        .wants(LOOK_INTO_ROOM)
        .hears(
            new Event.RoomSeen(
                Story.ROOM,
                java.util.List.of(
                    new Event.Occupant(AGENT, "agent", LegStatus.IN_PROGRESS),
                    new Event.Occupant(CUSTOMER, "customer", LegStatus.IN_PROGRESS),
                    new Event.Occupant(COLLEAGUE, LABEL, LegStatus.IN_PROGRESS))))
        .wants(END_AGENT);
  }

  @Test
  void second_leg_under_a_colleagues_label_is_ended() {
    String twice = "CA" + "6".repeat(32);
    handing()
        .hears(new Event.GuestReported(LABEL, COLLEAGUE, LegStatus.QUEUED))
        .forgets()
        .hears(new Event.GuestReported(LABEL, twice, LegStatus.QUEUED))
        .wants(new Command.EndLeg(twice));
  }

  @Test
  void transfer_needs_somebody_else() {
    Story.talking().agentPresses(Button.COLD_TRANSFER).isRefused("not-a-destination");
    Story.talking().agentPresses(Button.CONSULT, NUMBER).isRefused("not-a-destination");
    handing().agentPresses(Button.CONSULT, "client:other").isRefused("transfer-under-way");
  }
}
