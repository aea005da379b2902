package dev.switchboard.outbound;

import dev.switchboard.conversation.Chore;
import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Event;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks the platform what one command says, and puts its answer into an event. */
final class Errands implements Command.Visitor {

  private static final System.Logger LOG = System.getLogger(Errands.class.getName());

  private final CallControl calls;
  private final Routing routing;
  private final String conversation;
  private Event outcome;

  Errands(CallControl calls, Routing routing, String conversation) {
    this.calls = calls;
    this.routing = routing;
    this.conversation = conversation;
  }

  /** What came of it; empty when nothing has to be told. */
  Optional<Event> outcome() {
    return Optional.ofNullable(outcome);
  }

  @Override
  public void dialCustomer(Command.DialCustomer command) {
    outcome =
        ask(
            command,
            () -> {
              CallControl.LegState leg =
                  calls.dialCustomer(conversation, command.conferenceSid(), command.number());
              return new Event.DialAccepted(leg.callSid(), leg.status());
            },
            reason ->
                switch (reason) {
                  case GONE, NOT_ALLOWED -> new Event.DialRefused();
                  case THROTTLED -> new Event.DialThrottled();
                  case UNCLEAR -> new Event.DialUnclear();
                });
  }

  @Override
  public void endLeg(Command.EndLeg command) {
    String leg = command.callSid();
    outcome =
        ask(
            command,
            () -> new Event.LegEnded(leg, calls.endLeg(leg)),
            reason ->
                reason == Reason.GONE
                    ? new Event.LegAlreadyOver(leg)
                    : new Event.EndLegFailed(leg));
  }

  @Override
  public void lookAtLeg(Command.LookAtLeg command) {
    String leg = command.callSid();
    outcome =
        ask(
            command,
            () -> new Event.LegSeen(leg, calls.lookAtLeg(leg)),
            reason ->
                reason == Reason.GONE
                    ? new Event.LegNotFound(leg)
                    : new Event.LookAtLegFailed(leg));
  }

  @Override
  public void findRoom(Command.FindRoom command) {
    outcome =
        ask(
            command,
            () ->
                calls
                    .findRoom(command.roomName())
                    .<Event>map(
                        room ->
                            new Event.RoomFound(
                                command.roomName(), room.conferenceSid(), room.over()))
                    .orElseGet(() -> new Event.NoRoomFound(command.roomName())),
            reason -> new Event.RoomLookFailed());
  }

  @Override
  public void lookIntoRoom(Command.LookIntoRoom command) {
    outcome =
        ask(
            command,
            () ->
                new Event.RoomSeen(
                    command.conferenceSid(), calls.lookIntoRoom(command.conferenceSid())),
            reason -> new Event.RoomLookFailed());
  }

  @Override
  public void endRoom(Command.EndRoom command) {
    String room = command.conferenceSid();
    outcome =
        ask(
            command,
            () -> {
              calls.endRoom(room);
              return new Event.RoomEnded(room);
            },
            reason ->
                switch (reason) {
                  case GONE -> new Event.RoomEnded(room);
                  case NOT_ALLOWED -> new Event.EndRoomRefused();
                  case THROTTLED, UNCLEAR -> new Event.EndRoomFailed();
                });
  }

  @Override
  public void ringAgent(Command.RingAgent command) {
    outcome = dial(command, command.label(), () -> calls.ringAgent(conversation, command));
  }

  @Override
  public void dialGuest(Command.DialGuest command) {
    outcome = dial(command, command.label(), () -> calls.dialGuest(conversation, command));
  }

  private Event dial(Command command, String label, Supplier<CallControl.LegState> request) {
    return ask(
        command,
        () -> {
          CallControl.LegState leg = request.get();
          return new Event.GuestReported(label, leg.callSid(), leg.status());
        },
        reason ->
            switch (reason) {
              case GONE, NOT_ALLOWED -> new Event.GuestRefused(label);
              case THROTTLED -> new Event.GuestThrottled(label);
              case UNCLEAR -> new Event.GuestUnclear(label);
            });
  }

  @Override
  public void carryOut(Command.Do command) {
    outcome =
        ask(
            command,
            () -> did(command, routing.carryOut(command)),
            reason ->
                did(
                    command,
                    switch (reason) {
                      case GONE, NOT_ALLOWED -> Chore.Result.REFUSED;
                      case THROTTLED -> Chore.Result.THROTTLED;
                      case UNCLEAR -> Chore.Result.UNCLEAR;
                    }));
  }

  private static Event did(Command.Do command, Chore.Result result) {
    return new Event.Did(command.chore(), command.subject(), command.detail(), result);
  }

  @Override
  public void tune(Command.Tune command) {
    String leg = command.callSid();
    outcome =
        ask(
            command,
            () -> {
              calls.tune(command);
              return new Event.Tuned(leg, command.sound());
            },
            reason -> new Event.TuneFailed(leg));
  }

  @Override
  public void show(Command.Show command) {
    throw new IllegalArgumentException("what is shown is not asked of calls");
  }

  @Override
  public void wakeAt(Command.WakeAt command) {
    throw new IllegalArgumentException("a wake-up is for the timers, not for the platform");
  }

  @Override
  public void giveUp(Command.GiveUp command) {
    LOG.log(
        Level.ERROR,
        "Gave up on call {0} of conversation {1} after too many refusals: see whether it has ended",
        command.callSid(),
        conversation);
  }

  /** Whatever goes wrong while asking is told to the conversation, so nothing is left waiting. */
  private Event ask(Command command, Supplier<Event> request, Function<Reason, Event> refused) {
    try {
      return request.get();
    } catch (Refused refusal) {
      LOG.log(Level.DEBUG, () -> conversation + ": " + refusal.getMessage());
      return refused.apply(refusal.reason());
    } catch (RuntimeException broken) {
      LOG.log(
          Level.WARNING,
          () -> conversation + ": " + command.getClass().getSimpleName() + " broke off",
          broken);
      return refused.apply(Reason.UNCLEAR);
    }
  }
}
