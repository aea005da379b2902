package dev.partyline.telephony;

import dev.partyline.knob.Knobs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Plays random commands on a model; those that make no sense at the time are left out. */
final class Story {

  private static final List<CallStatus> UNANSWERED =
      List.of(CallStatus.BUSY, CallStatus.NO_ANSWER, CallStatus.FAILED, CallStatus.CANCELED);

  final Telephony telephony;
  private long now;

  Story(Knobs knobs) {
    telephony = new Telephony(knobs, new Ids());
  }

  /** The effects; empty when the command made no sense or was refused. */
  List<Effect> play(Command command) {
    now += command.number();
    List<Effect> effects = new ArrayList<>();
    try {
      give(command, effects);
    } catch (Refusal refused) {
      if (!effects.isEmpty()) {
        throw new AssertionError("refused after it took effect: " + effects, refused);
      }
    }
    return effects;
  }

  private void give(Command command, List<Effect> effects) {
    String name = "room " + command.name();
    Call.Origin origin = Bench.origin("leg");
    switch (command.kind()) {
      case ARRIVE ->
          telephony.answer(telephony.arrive(origin, now, effects), "twiml", now, effects);
      case BIND -> telephony.bind(origin, null, name, settings(command), now, effects);
      case INITIATE ->
          call(command, call -> call.status() == CallStatus.QUEUED && call.startedAt() < 0)
              .forEach(call -> telephony.initiate(call, now, effects));
      case RING ->
          call(command, call -> call.status() == CallStatus.QUEUED && call.startedAt() >= 0)
              .forEach(call -> telephony.ring(call, now, effects));
      case ANSWER ->
          call(command, call -> dialled(call) && call.startedAt() >= 0)
              .forEach(call -> telephony.answer(call, "far-end", now, effects));
      case FINISH ->
          call(command, Call::isLive)
              .forEach(
                  call -> telephony.finish(call, last(call, command), 0, "far-end", now, effects));
      case JOIN ->
          call(
                  command,
                  call ->
                      call.status() == CallStatus.IN_PROGRESS
                          && call.hasDocument()
                          && call.participant() == null)
              .forEach(call -> telephony.join(call, name, settings(command), now, effects));
      case COMPLETE -> {
        if (telephony.live(name) != null) {
          telephony.complete(telephony.live(name), now, effects);
        }
      }
      case KICK ->
          call(command, call -> call.participant() != null)
              .forEach(call -> telephony.kick(call.participant(), now, effects));
      case PULL_OUT ->
          call(command, call -> call.participant() != null && call.participant().connected())
              .forEach(call -> telephony.pullOut(call.participant(), now, effects));
      case CHANGE ->
          call(command, call -> call.participant() != null)
              .forEach(
                  call ->
                      telephony.change(
                          call.participant(),
                          ParticipantChange.flags(
                              command.first(), command.second(), command.number() % 2 == 0),
                          now,
                          effects));
    }
  }

  private static boolean dialled(Call call) {
    return call.status() == CallStatus.QUEUED || call.status() == CallStatus.RINGING;
  }

  private static CallStatus last(Call call, Command command) {
    return call.status() == CallStatus.IN_PROGRESS
        ? CallStatus.COMPLETED
        : UNANSWERED.get(command.number() % UNANSWERED.size());
  }

  private static Participant.Settings settings(Command command) {
    return Bench.settings(
        command.number() == 0 ? "label" : null,
        command.first(),
        command.second(),
        command.number() % 3 > 0,
        null,
        2 + command.number());
  }

  /** One of the calls that fit; none when none does. */
  private List<Call> call(Command command, Predicate<Call> fits) {
    List<Call> all = telephony.calls().stream().filter(fits).toList();
    return all.isEmpty() ? all : List.of(all.get(command.who() % all.size()));
  }
}
