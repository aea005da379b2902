package dev.switchboard.conversation;

import static dev.switchboard.conversation.Story.AGENT;
import static dev.switchboard.conversation.Story.COLLEAGUE;
import static dev.switchboard.conversation.Story.COLLEAGUE_PHONE;
import static dev.switchboard.conversation.Story.CUSTOMER;
import static dev.switchboard.conversation.Story.HELD;
import static dev.switchboard.conversation.Story.LISTENING;
import static dev.switchboard.conversation.Story.LOOK_INTO_ROOM;
import static dev.switchboard.conversation.Story.ROOM;
import static dev.switchboard.conversation.Story.SUPERVISOR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is believed of a sound, and what is not asked for. */
class SoundTest {

  private static Event customerSeen(Sound sound) {
    return new Event.RoomSeen(
        Story.ROOM,
        List.of(
            new Event.Occupant(AGENT, "agent", LegStatus.IN_PROGRESS, Sound.OPEN),
            new Event.Occupant(CUSTOMER, "customer", LegStatus.IN_PROGRESS, sound)));
  }

  @Test
  void look_says_nothing_about_a_sound_that_is_being_changed() {
    Story.talking()
        .passes(5)
        .agentPresses(Button.HOLD)
        .passes(5)
        .forgets()
        .hears(customerSeen(Sound.OPEN))
        .sounds(CUSTOMER, null);
  }

  @Test
  void look_that_may_be_older_than_the_last_change_is_not_believed() {
    Story.talking()
        .agentPresses(Button.HOLD)
        .hears(new Event.Tuned(CUSTOMER, HELD))
        .passes(3)
        .hears(customerSeen(Sound.OPEN))
        .sounds(CUSTOMER, HELD);
  }

  @Test
  void old_sound_is_believed_again_four_seconds_after_the_change() {
    Instant then = Instant.EPOCH;
    Tuning held = Tuning.OPEN.asked(HELD, then).confirmed(HELD, then);
    assertEquals(HELD, held.seen(Sound.OPEN, then.plus(Duration.ofMillis(3_999))).sound());
    assertEquals(Sound.OPEN, held.seen(Sound.OPEN, then.plusSeconds(4)).sound());
  }

  @Test
  void nothing_is_asked_about_people_who_are_not_in_the_room() {
    Story.talking()
        .supervisorPresses(Button.BARGE)
        .hears(new Event.GuestReported("supervisor-1", SUPERVISOR, LegStatus.RINGING))
        .forgets()
        .passes(5)
        .wants(LOOK_INTO_ROOM);
  }

  @Test
  void supervisor_of_an_agent_who_has_gone_is_silenced_until_the_colleague_comes() {
    Story.supervised(Button.BARGE)
        .agentPresses(Button.COLD_TRANSFER, COLLEAGUE_PHONE)
        .hears(new Event.GuestReported("colleague-2", COLLEAGUE, LegStatus.RINGING))
        .forgets()
        .agentIs(LegStatus.COMPLETED)
        .wants(new Command.Tune(ROOM, SUPERVISOR, LISTENING));
  }

  @Test
  void change_whose_answer_never_comes_is_asked_for_again() {
    Story.talking()
        .agentPresses(Button.HOLD)
        .forgets()
        .passes(3)
        .wants()
        .passes(1)
        .wants(new Command.Tune(ROOM, CUSTOMER, HELD));
  }

  @Test
  void presence_never_goes_back() {
    assertEquals(Presence.OUT, Presence.IN.after(Presence.OUT));
    assertEquals(Presence.OUT, Presence.OUT.after(Presence.RELEASED));
    assertEquals(Presence.RELEASED, Presence.RELEASED.after(Presence.OUT));
    assertEquals(Presence.IN, Presence.IN.after(Presence.NOT_YET));
    assertEquals(Presence.IN, Presence.NOT_YET.after(Presence.IN));
  }
}
