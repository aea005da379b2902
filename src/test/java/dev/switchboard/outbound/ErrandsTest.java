package dev.switchboard.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.conversation.Sound;
import dev.switchboard.outbound.CallControl.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which answer of the platform is told as which event. */
class ErrandsTest {

  private static final String CONVERSATION = "CA" + "a".repeat(32);
  private static final String LEG = "CA" + "b".repeat(32);
  private static final String ROOM = "CF" + "1".repeat(32);
  private static final String ROOM_NAME = "call-" + CONVERSATION;
  private static final String LABEL = "colleague-1";
  private static final Command DIAL = new Command.DialCustomer(ROOM, "+81312345678");
  private static final Command END_LEG = new Command.EndLeg(LEG);
  private static final Command LOOK_AT_LEG = new Command.LookAtLeg(LEG);
  private static final Command FIND_ROOM = new Command.FindRoom(ROOM_NAME);
  private static final Command LOOK_INTO_ROOM = new Command.LookIntoRoom(ROOM);
  private static final Command END_ROOM = new Command.EndRoom(ROOM);
  private static final Command DIAL_GUEST =
      new Command.DialGuest(ROOM, LABEL, "client:ken", Sound.OPEN);
  private static final Command TUNE = new Command.Tune(ROOM, LEG, Sound.OPEN);

  private final RecordingCallControl platform = new RecordingCallControl();

  private Optional<Event> outcome(Command command) {
    Errands errands = new Errands(platform, Routing.NONE, CONVERSATION);
    command.accept(errands);
    return errands.outcome();
  }

  @Test
  void what_worked_is_told_with_what_the_platform_answered() {
    assertEquals(
        Optional.of(new Event.DialAccepted(RecordingCallControl.CUSTOMER, LegStatus.QUEUED)),
        outcome(DIAL));
    assertEquals(Optional.of(new Event.LegEnded(LEG, LegStatus.COMPLETED)), outcome(END_LEG));
    assertEquals(Optional.of(new Event.LegSeen(LEG, LegStatus.IN_PROGRESS)), outcome(LOOK_AT_LEG));
    assertEquals(Optional.of(new Event.NoRoomFound(ROOM_NAME)), outcome(FIND_ROOM));
    assertEquals(Optional.of(new Event.RoomEnded(ROOM)), outcome(END_ROOM));
    assertEquals(
        Optional.of(new Event.GuestReported(LABEL, "CA" + "d".repeat(32), LegStatus.QUEUED)),
        outcome(DIAL_GUEST));
    assertEquals(Optional.of(new Event.Tuned(LEG, Sound.OPEN)), outcome(TUNE));
    assertEquals(
        Optional.of(
            new Event.RoomSeen(
                ROOM,
                List.of(
                    new Event.Occupant(
                        RecordingCallControl.CUSTOMER, "customer", LegStatus.RINGING)))),
        outcome(LOOK_INTO_ROOM));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusal_is_told_for_what_it_certainly_means(Command command, Reason why, Event told) {
    platform.refuse(why);
    assertEquals(Optional.of(told), outcome(command));
  }

  static Stream<Arguments> refusals() {
    Event lookFailed = new Event.RoomLookFailed();
    return Stream.of(
        Arguments.of(DIAL, Reason.GONE, new Event.DialRefused()),
        Arguments.of(DIAL, Reason.NOT_ALLOWED, new Event.DialRefused()),
        Arguments.of(DIAL, Reason.THROTTLED, new Event.DialThrottled()),
        Arguments.of(DIAL, Reason.UNCLEAR, new Event.DialUnclear()),
        Arguments.of(END_LEG, Reason.GONE, new Event.LegAlreadyOver(LEG)),
        Arguments.of(END_LEG, Reason.UNCLEAR, new Event.EndLegFailed(LEG)),
        Arguments.of(LOOK_AT_LEG, Reason.GONE, new Event.LegNotFound(LEG)),
        Arguments.of(LOOK_AT_LEG, Reason.UNCLEAR, new Event.LookAtLegFailed(LEG)),
        Arguments.of(FIND_ROOM, Reason.UNCLEAR, lookFailed),
        Arguments.of(LOOK_INTO_ROOM, Reason.GONE, lookFailed),
        Arguments.of(END_ROOM, Reason.GONE, new Event.RoomEnded(ROOM)),
        Arguments.of(END_ROOM, Reason.NOT_ALLOWED, new Event.EndRoomRefused()),
        Arguments.of(END_ROOM, Reason.THROTTLED, new Event.EndRoomFailed()),
        Arguments.of(END_ROOM, Reason.UNCLEAR, new Event.EndRoomFailed()),
        Arguments.of(DIAL_GUEST, Reason.NOT_ALLOWED, new Event.GuestRefused(LABEL)),
        Arguments.of(DIAL_GUEST, Reason.THROTTLED, new Event.GuestThrottled(LABEL)),
        Arguments.of(DIAL_GUEST, Reason.UNCLEAR, new Event.GuestUnclear(LABEL)),
        Arguments.of(TUNE, Reason.NOT_ALLOWED, new Event.TuneFailed(LEG)));
  }

  @Test
  void request_that_breaks_off_may_have_happened() {
    platform.breakOff();
    assertEquals(Optional.of(new Event.DialUnclear()), outcome(DIAL));
    assertEquals(Optional.of(new Event.EndRoomFailed()), outcome(END_ROOM));
    assertEquals(Optional.of(new Event.GuestUnclear(LABEL)), outcome(DIAL_GUEST));
  }

  @Test
  void giving_up_asks_and_tells_nothing() {
    assertEquals(Optional.empty(), outcome(new Command.GiveUp(LEG)));
    assertEquals(List.of(), platform.requests());
  }

  @Test
  void wake_up_is_nothing_to_ask_of_the_platform() {
    assertThrows(IllegalArgumentException.class, () -> outcome(new Command.WakeAt(Instant.EPOCH)));
  }
}
