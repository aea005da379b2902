package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.AGENT;
import static dev.switchboard.conversation.Story.COLLEAGUE;
import static dev.switchboard.conversation.Story.COLLEAGUE_PHONE;
import static dev.switchboard.conversation.Story.CUSTOMER;
import static dev.switchboard.conversation.Story.HELD;
import static dev.switchboard.conversation.Story.LISTENING;
import static dev.switchboard.conversation.Story.NUMBER;
import static dev.switchboard.conversation.Story.ROOM;
import static dev.switchboard.conversation.Story.SUPERVISOR;
import static dev.switchboard.conversation.Story.SUPERVISOR_PHONE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which buttons are taken, which are refused, and with which word. */
class PressesTest {

  private static final String TAKEN = null;
  private static final String STRANGER = "CA" + "9".repeat(32);

  @ParameterizedTest
  @EnumSource(
      value = Button.class,
      names = {"HANG_UP", "HOLD", "RESUME", "MUTE", "UNMUTE"})
  void agent_of_a_connected_call_is_not_refused(Button button) {
    Story.talking().agentPresses(button).isRefused(TAKEN);
  }

  @ParameterizedTest
  @EnumSource(
      value = Button.class,
      names = {"LISTEN", "WHISPER", "BARGE"})
  void supervisor_of_a_connected_call_is_not_refused_at_first_nor_when_changing(Button button) {
    Story.talking().supervisorPresses(button).isRefused(TAKEN);
    Story.supervised(Button.LISTEN).supervisorPresses(button).isRefused(TAKEN);
  }

  @Test
  void supervisor_who_is_there_may_leave_once() {
    Story.supervised(Button.LISTEN)
        .supervisorPresses(Button.LEAVE)
        .isRefused(TAKEN)
        .supervisorPresses(Button.LEAVE)
        .isRefused("not-there");
  }

  @Test
  void supervisor_whose_phone_did_not_answer_is_not_there_and_may_try_again() {
    Story.talking()
        .supervisorPresses(Button.LISTEN)
        .hears(new Event.GuestReported("supervisor-1", SUPERVISOR, LegStatus.NO_ANSWER))
        .supervisorPresses(Button.LEAVE)
        .isRefused("not-there")
        .forgets()
        .supervisorPresses(Button.LISTEN)
        .isRefused(TAKEN)
        .wants(new Command.DialGuest(ROOM, "supervisor-2", SUPERVISOR_PHONE, LISTENING));
  }

  @Test
  void nobody_supervises_their_own_call() {
    new Story()
        .hears(new Event.AgentCalled(NUMBER, SUPERVISOR_PHONE, LegStatus.RINGING))
        .agentJoins()
        .customerJoins()
        .forgets()
        .supervisorPresses(Button.LISTEN)
        .isRefused("not-your-call")
        .wants();
  }

  @Test
  void customer_cannot_be_held_nor_taken_back_while_a_colleague_is_asked() {
    Story.consulting()
        .forgets()
        .agentPresses(Button.RESUME)
        .isRefused("transfer-under-way")
        .agentPresses(Button.HOLD)
        .isRefused("transfer-under-way")
        .wants();
  }

  @Test
  void customer_may_be_held_while_the_colleague_who_takes_over_rings() {
    Story.talking()
        .agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE)
        .isRefused(TAKEN)
        .forgets()
        .agentPresses(Button.HOLD)
        .isRefused(TAKEN)
        .wants(new Command.Tune(ROOM, CUSTOMER, HELD));
  }

  @ParameterizedTest
  @EnumSource(
      value = Button.class,
      names = {"SWAP", "COMPLETE_TRANSFER", "ABORT_TRANSFER"})
  void buttons_of_a_transfer_need_one(Button button) {
    Story.talking().forgets().agentPresses(button).isRefused("no-transfer").wants();
  }

  @ParameterizedTest
  @EnumSource(
      value = Button.class,
      names = {"SWAP", "COMPLETE_TRANSFER", "ABORT_TRANSFER"})
  void buttons_of_a_transfer_are_taken_during_one(Button button) {
    Story.consulting().agentPresses(button).isRefused(TAKEN);
  }

  @Test
  void colleague_who_takes_over_by_answering_cannot_be_swapped_with() {
    Story.talking()
        .agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE)
        .agentPresses(Button.SWAP)
        .isRefused("no-transfer");
  }

  @Test
  void transfer_to_oneself_is_refused() {
    new Story()
        .hears(new Event.AgentCalled(NUMBER, COLLEAGUE_PHONE, LegStatus.RINGING))
        .agentJoins()
        .customerJoins()
        .agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE)
        .isRefused("not-a-destination");
  }

  @Test
  void colleague_who_is_being_asked_hangs_up_their_own_leg_only() {
    Story.consulting()
        .forgets()
        .hears(new Event.Pressed(Button.HANG_UP, COLLEAGUE, "", ""))
        .isRefused(TAKEN)
        .wants(new Command.EndLeg(COLLEAGUE))
        .is(Phase.TALKING);
  }

  @Test
  void former_agent_who_hangs_up_late_is_not_refused_and_a_stranger_is() {
    Story.talking()
        .agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE)
        .guestJoins("colleague-1", COLLEAGUE)
        .hears(new Event.Pressed(Button.HANG_UP, AGENT, "", ""))
        .isRefused(TAKEN)
        .is(Phase.TALKING)
        .hears(new Event.Pressed(Button.HANG_UP, STRANGER, "", ""))
        .isRefused("not-your-call")
        .is(Phase.TALKING);
  }

  @Test
  void hold_needs_the_customer_in_the_room_which_a_look_can_show() {
    Story.ringing()
        .customerIs(LegStatus.IN_PROGRESS)
        .agentPresses(Button.HOLD)
        .isRefused("not-connected")
        .hears(
            new Event.RoomSeen(
                Story.ROOM,
                java.util.List.of(
                    new Event.Occupant(AGENT, "agent", LegStatus.IN_PROGRESS),
                    new Event.Occupant(CUSTOMER, "customer", LegStatus.IN_PROGRESS))))
        .agentPresses(Button.HOLD)
        .isRefused(TAKEN);
  }
}
