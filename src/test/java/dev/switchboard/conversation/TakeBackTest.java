package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The agent's page has died, and another one wants the call back. */
class TakeBackTest {

  private static final String PHONE = "client:aiko";
  private static final String LABEL = "colleague-1";
  private static final Command RING_AGAIN = new Command.DialGuest(ROOM, LABEL, PHONE, Sound.OPEN);

  private static Story talkingAtASoftphone() {
    return new Story()
        .hears(new Event.AgentCalled(NUMBER, PHONE, LegStatus.RINGING))
        .agentJoins()
        .hears(new Event.DialAccepted(CUSTOMER, LegStatus.QUEUED))
        .customerJoins()
        .forgets();
  }

  @Test
  void agents_phone_rings_again_and_the_old_leg_is_ended_when_it_is_answered() {
    Story story =
        talkingAtASoftphone()
            .agentPresses(Button.TAKE_BACK)
            .wants(RING_AGAIN)
            .guestJoins(LABEL, COLLEAGUE)
            .wants(END_AGENT)
            .is(Phase.TALKING);
    assertEquals(COLLEAGUE, story.conversation().agent().sid());
    assertEquals(PHONE, story.conversation().agentAddress());
  }

  @Test
  void new_leg_that_was_answered_and_dropped_before_it_was_heard_of_ends_the_call() {
    talkingAtASoftphone()
        .agentPresses(Button.TAKE_BACK)
        .hears(new Event.GuestReported(LABEL, COLLEAGUE, LegStatus.COMPLETED))
        .endsBecause(Ending.AGENT_LEFT);
  }

  @Test
  void hanging_up_while_the_phone_rings_again_ends_the_call() {
    talkingAtASoftphone()
        .agentPresses(Button.TAKE_BACK)
        .hears(new Event.GuestReported(LABEL, COLLEAGUE, LegStatus.RINGING))
        .hears(new Event.Pressed(Button.HANG_UP, COLLEAGUE, PHONE, ""))
        .endsBecause(Ending.AGENT_ASKED);
  }

  @Test
  void second_press_is_refused_while_the_phone_rings() {
    talkingAtASoftphone()
        .agentPresses(Button.TAKE_BACK)
        .agentPresses(Button.TAKE_BACK)
        .isRefused("transfer-under-way");
  }

  @Test
  void agent_whose_phone_is_not_known_cannot_be_rung() {
    Story.talking().agentPresses(Button.TAKE_BACK).isRefused("not-a-destination");
  }

  @Test
  void machine_that_has_the_customers_call_ends_it_and_the_agent_is_told() {
    Story.talking()
        .forgets()
        .hears(new Event.MachineAnswered(CUSTOMER))
        .endsBecause(Ending.MACHINE)
        .tellsAgent(Farewell.MACHINE);
  }

  @Test
  void verdict_on_a_call_that_is_over_changes_nothing() {
    Story.talking()
        .customerIs(LegStatus.COMPLETED)
        .hears(new Event.MachineAnswered(CUSTOMER))
        .endsBecause(Ending.CUSTOMER_LEFT);
  }
}
