package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Supervisors come in silently, are heard as they want and by nobody else, and go. */
class SuperviseTest {

  private static final String LABEL = "supervisor-1";
  private static final Command END_SUPERVISOR = new Command.EndLeg(SUPERVISOR);

  private static Command tune(Sound sound) {
    return new Command.Tune(ROOM, SUPERVISOR, sound);
  }

  /** The room ends with the agent: whoever whispers is never left alone with the customer. */
  private static Command guard(String agent) {
    return new Command.Tune(ROOM, agent, GUARDING);
  }

  @ParameterizedTest
  @EnumSource(
      value = Button.class,
      names = {"LISTEN", "WHISPER", "BARGE"})
  void supervisor_is_dialled_muted_and_coaching_whatever_they_want(Button button) {
    Command dial = new Command.DialGuest(ROOM, LABEL, SUPERVISOR_PHONE, LISTENING);
    Command[] wanted =
        button == Button.WHISPER ? new Command[] {guard(AGENT), dial} : new Command[] {dial};
    Story.talking().forgets().supervisorPresses(button).wants(wanted);
  }

  @Test
  void agent_who_may_still_be_on_hold_cannot_be_coached_and_the_supervisor_is_dialled_later() {
    Story story =
        Story.consulting()
            .agentPresses(Button.SWAP)
            .allSoundsConfirmed()
            .agentPresses(Button.COMPLETE_TRANSFER)
            .forgets()
            .supervisorPresses(Button.LISTEN)
            .wants();
    Sound entry = new Sound(true, false, COLLEAGUE);
    story
        .hears(new Event.Tuned(COLLEAGUE, Sound.OPEN))
        .wants(new Command.DialGuest(ROOM, "supervisor-2", SUPERVISOR_PHONE, entry));
  }

  @Test
  void mode_that_changes_while_the_phone_rings_is_set_after_the_join() {
    Story.talking()
        .supervisorPresses(Button.BARGE)
        .supervisorPresses(Button.WHISPER)
        .hears(new Event.Tuned(AGENT, GUARDING))
        .forgets()
        .guestJoins(LABEL, SUPERVISOR)
        .wants(tune(WHISPERING));
  }

  @Test
  void each_change_of_mode_is_one_request() {
    Story.supervised(Button.LISTEN)
        .forgets()
        .supervisorPresses(Button.BARGE)
        .wants(tune(Sound.OPEN))
        .hears(new Event.Tuned(SUPERVISOR, Sound.OPEN))
        .supervisorPresses(Button.LISTEN)
        .wants(tune(LISTENING));
  }

  @Test
  void nobody_whispers_before_the_room_certainly_ends_with_the_agent() {
    Story.supervised(Button.LISTEN)
        .forgets()
        .supervisorPresses(Button.WHISPER)
        .wants(guard(AGENT))
        .hears(new Event.TuneFailed(AGENT))
        .passes(1)
        .wants(new Command.LookAtLeg(AGENT), guard(AGENT))
        .hears(new Event.Tuned(AGENT, GUARDING))
        .wants(tune(WHISPERING));
  }

  @Test
  void room_outlives_the_agent_again_once_nobody_certainly_whispers() {
    Story.supervised(Button.WHISPER)
        .forgets()
        .supervisorPresses(Button.LISTEN)
        .wants(tune(LISTENING))
        .hears(new Event.TuneFailed(SUPERVISOR))
        .forgets()
        .hears(new Event.Tuned(SUPERVISOR, LISTENING))
        .wants(new Command.Tune(ROOM, AGENT, Sound.OPEN.endingRoom(false)))
        .hears(new Event.Tuned(AGENT, Sound.OPEN.endingRoom(false)))
        .wants();
  }

  @Test
  void leaving_ends_the_leg_and_coming_back_is_another_leg() {
    Story.supervised(Button.LISTEN)
        .forgets()
        .supervisorPresses(Button.LEAVE)
        .wants(END_SUPERVISOR)
        .supervisorPresses(Button.LISTEN)
        .wants(new Command.DialGuest(ROOM, "supervisor-2", SUPERVISOR_PHONE, LISTENING));
  }

  @Test
  void leaving_while_the_dial_is_asked_ends_the_leg_when_it_is_known() {
    Story.talking()
        .supervisorPresses(Button.LISTEN)
        .supervisorPresses(Button.LEAVE)
        .forgets()
        .hears(new Event.GuestReported(LABEL, SUPERVISOR, LegStatus.QUEUED))
        .wants(END_SUPERVISOR);
  }

  @Test
  void listener_does_not_keep_the_call_alive() {
    Story.supervised(Button.LISTEN)
        .forgets()
        .agentIs(LegStatus.COMPLETED)
        .wants(END_CUSTOMER, END_SUPERVISOR);
  }

  @Test
  void coach_is_given_the_new_agent_before_the_former_one_goes() {
    Story.supervised(Button.WHISPER)
        .agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE)
        .forgets()
        .guestJoins("colleague-2", COLLEAGUE)
        .wants(guard(COLLEAGUE), tune(new Sound(true, false, COLLEAGUE)))
        .hears(new Event.Tuned(SUPERVISOR, new Sound(true, false, COLLEAGUE)))
        .wants(new Command.Tune(ROOM, AGENT, new Sound(true, false, null, false)))
        .hears(new Event.Tuned(AGENT, new Sound(true, false, null, false)))
        .wants(END_AGENT)
        .hears(new Event.Tuned(COLLEAGUE, GUARDING))
        .wants(tune(new Sound(false, false, COLLEAGUE)));
  }

  @Test
  void former_agent_goes_in_the_end_though_the_coach_could_not_be_changed() {
    Story story =
        Story.supervised(Button.WHISPER)
            .agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE)
            .guestJoins("colleague-2", COLLEAGUE)
            .forgets();
    for (int i = 0; i < 8; i++) {
      story.hears(new Event.TuneFailed(SUPERVISOR)).passes(2);
    }
    story
        .hears(new Event.LegEnded(AGENT, LegStatus.COMPLETED))
        .isBelieved(AGENT, LegStatus.COMPLETED);
  }

  @Test
  void supervisors_who_cannot_hear_anything_yet_are_refused() {
    Story.ringing().forgets().supervisorPresses(Button.LISTEN).isRefused("not-connected").wants();
    Story.talking().supervisorPresses(Button.LEAVE).isRefused("not-there");
  }

  @Test
  void two_supervisors_are_told_apart() {
    Story.supervised(Button.LISTEN)
        .forgets()
        .hears(new Event.Pressed(Button.BARGE, "", "client:other", ""))
        .wants(new Command.DialGuest(ROOM, "supervisor-2", "client:other", LISTENING))
        .supervisorPresses(Button.LEAVE)
        .wants(END_SUPERVISOR);
  }
}
