package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The customer waits and comes back, and the agent is silent for a while. */
class HoldTest {

  private static final Command HOLD = tune(CUSTOMER, HELD);
  private static final Command RESUME = tune(CUSTOMER, Sound.OPEN);

  private static Command tune(String callSid, Sound sound) {
    return new Command.Tune(ROOM, callSid, sound);
  }

  @Test
  void customer_is_put_on_hold_and_taken_back() {
    Story.talking()
        .forgets()
        .agentPresses(Button.HOLD)
        .wants(HOLD)
        .hears(new Event.Tuned(CUSTOMER, HELD))
        .agentPresses(Button.RESUME)
        .wants(RESUME)
        .hears(new Event.Tuned(CUSTOMER, Sound.OPEN))
        .sounds(CUSTOMER, Sound.OPEN);
  }

  @Test
  void pressing_twice_asks_once() {
    Story.talking().forgets().agentPresses(Button.HOLD).agentPresses(Button.HOLD).wants(HOLD);
  }

  @Test
  void resume_waits_for_the_answer_to_hold_so_that_they_cannot_overtake_each_other() {
    Story.talking()
        .forgets()
        .agentPresses(Button.HOLD)
        .agentPresses(Button.RESUME)
        .wants(HOLD)
        .hears(new Event.Tuned(CUSTOMER, HELD))
        .wants(RESUME);
  }

  @Test
  void hold_that_failed_is_asked_for_again_and_then_shown() {
    Story story = Story.talking().agentPresses(Button.HOLD).forgets();
    story.hears(new Event.TuneFailed(CUSTOMER)).passes(1).hears(new Event.TuneFailed(CUSTOMER));
    assertEquals("", story.conversation().alert());
    story.passes(1).hears(new Event.TuneFailed(CUSTOMER));
    assertEquals("not-done-yet", story.conversation().alert());
    story.passes(4).hears(new Event.Tuned(CUSTOMER, HELD));
    assertEquals("", story.conversation().alert());
  }

  @Test
  void failed_hold_that_is_no_longer_wanted_is_undone_since_it_may_have_worked() {
    Story.talking()
        .agentPresses(Button.HOLD)
        .agentPresses(Button.RESUME)
        .forgets()
        .hears(new Event.TuneFailed(CUSTOMER))
        .hears(new Event.LegSeen(CUSTOMER, LegStatus.IN_PROGRESS))
        .forgets()
        .passes(1)
        .wants(RESUME);
  }

  @Test
  void look_that_shows_another_sound_is_put_right() {
    Story.talking()
        .forgets()
        .passes(5)
        .hears(
            new Event.RoomSeen(
                Story.ROOM,
                java.util.List.of(
                    new Event.Occupant(AGENT, "agent", LegStatus.IN_PROGRESS, Sound.OPEN),
                    new Event.Occupant(CUSTOMER, "customer", LegStatus.IN_PROGRESS, HELD))))
        .wants(RESUME);
  }

  @Test
  void agent_is_muted_and_heard_again() {
    Story.talking()
        .forgets()
        .agentPresses(Button.MUTE)
        .wants(tune(AGENT, new Sound(true, false, null)))
        .hears(new Event.Tuned(AGENT, new Sound(true, false, null)))
        .agentPresses(Button.UNMUTE)
        .wants(tune(AGENT, Sound.OPEN));
  }

  @Test
  void hold_is_refused_before_the_customer_is_there_and_when_all_is_over() {
    Story.ringing().forgets().agentPresses(Button.HOLD).isRefused("not-connected").wants();
    Story.talking()
        .agentPressesHangUp()
        .forgets()
        .agentPresses(Button.HOLD)
        .isRefused("not-connected")
        .wants();
  }

  @Test
  void customer_who_hangs_up_on_hold_ends_the_call() {
    Story.talking()
        .agentPresses(Button.HOLD)
        .allSoundsConfirmed()
        .customerIs(LegStatus.COMPLETED)
        .endsBecause(Ending.CUSTOMER_LEFT);
  }

  @Test
  void agent_who_goes_does_not_leave_the_customer_on_hold_for_ever() {
    Story.talking()
        .agentPresses(Button.HOLD)
        .allSoundsConfirmed()
        .forgets()
        .agentIs(LegStatus.COMPLETED)
        .wants(END_CUSTOMER);
  }
}
