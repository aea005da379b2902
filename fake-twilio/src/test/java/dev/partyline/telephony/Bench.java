package dev.partyline.telephony;

import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A telephony model on a bench: legs by name, commands in short, and what they led to in words such
 * as {@code left customer participant_hung_up completed}. A second passes between commands.
 */
final class Bench {

  static final Participant.Settings PLAIN = Participant.Settings.DEFAULTS;

  final Telephony telephony;
  private final List<String> words = new ArrayList<>();
  private long now;

  /** How often a conference had its first two connected. */
  int bridged;

  Bench() {
    this(Map.of());
  }

  Bench(Knob knob, String value) {
    this(Map.of(knob, value));
  }

  Bench(Map<Knob, String> knobs) {
    telephony = new Telephony(Knobs.standard().with(knobs), new Ids());
  }

  /** As a bare joiner, with these two flags. */
  static Participant.Settings flags(boolean startOnEnter, boolean endOnExit) {
    return settings(null, startOnEnter, endOnExit, true, null, 250);
  }

  static Participant.Settings starting(boolean startOnEnter, boolean earlyMedia) {
    return settings(null, startOnEnter, false, earlyMedia, null, 250);
  }

  static Participant.Settings labelled(String label) {
    return settings(label, true, false, true, null, 250);
  }

  static Participant.Settings atMost(int participants) {
    return settings(null, true, false, true, null, participants);
  }

  static Participant.Settings withCallback(String url) {
    return settings(
        null, true, false, true, new Subscription(url, "POST", List.of("start", "end")), 250);
  }

  static Participant.Settings settings(
      String label,
      boolean startOnEnter,
      boolean endOnExit,
      boolean earlyMedia,
      Subscription subscription,
      int atMost) {
    return new Participant.Settings(
        label, startOnEnter, endOnExit, false, earlyMedia, subscription, atMost, null);
  }

  // ---- commands ----

  /** A leg with a document that is answered. */
  Call caller(String leg) {
    Call call = given(effects -> telephony.arrive(origin(leg), now, effects));
    give(effects -> telephony.answer(call, "twiml", now, effects));
    return call;
  }

  /** Such a leg, in a conference. */
  Participant joins(String leg, String name, Participant.Settings settings) {
    return join(caller(leg), name, settings);
  }

  Participant joins(String leg, String name) {
    return joins(leg, name, PLAIN);
  }

  Participant join(Call call, String name, Participant.Settings settings) {
    give(effects -> telephony.join(call, name, settings, now, effects));
    return call.participant();
  }

  /** A leg that the Participants API queues for a conference. */
  Participant dialled(String leg, String name, Participant.Settings settings) {
    Conference room =
        given(effects -> telephony.bind(origin(leg), null, name, settings, now, effects));
    List<Participant> all = room.everybody();
    return all.get(all.size() - 1);
  }

  Participant dialled(String leg, String name) {
    return dialled(leg, name, PLAIN);
  }

  /** Such a leg that is alerting by now. */
  Participant ringing(String leg, String name, Participant.Settings settings) {
    Participant participant = dialled(leg, name, settings);
    initiate(participant);
    ring(participant);
    return participant;
  }

  Participant ringing(String leg, String name) {
    return ringing(leg, name, PLAIN);
  }

  void initiate(Participant participant) {
    give(effects -> telephony.initiate(participant.call(), now, effects));
  }

  void ring(Participant participant) {
    give(effects -> telephony.ring(participant.call(), now, effects));
  }

  void answer(Participant participant) {
    give(effects -> telephony.answer(participant.call(), "far-end", now, effects));
  }

  /** The far end ends it. */
  void ends(Participant participant, CallStatus last) {
    give(effects -> telephony.finish(participant.call(), last, 0, "far-end", now, effects));
  }

  void hangsUp(Participant participant) {
    ends(participant, CallStatus.COMPLETED);
  }

  void kick(Participant participant) {
    give(effects -> telephony.kick(participant, now, effects));
  }

  void pullOut(Participant participant) {
    give(effects -> telephony.pullOut(participant, now, effects));
  }

  void complete(String name) {
    give(effects -> telephony.complete(telephony.live(name), now, effects));
  }

  void change(Participant participant, Boolean muted, Boolean hold, Boolean endOnExit) {
    change(participant, ParticipantChange.flags(muted, hold, endOnExit));
  }

  void change(Participant participant, ParticipantChange change) {
    give(effects -> telephony.change(participant, change, now, effects));
  }

  // ---- looking ----

  /** What happened since the last look, without legs coming to be and rooms being bridged. */
  List<String> happened() {
    List<String> copy = List.copyOf(words);
    words.clear();
    return copy;
  }

  /** Forgets what happened so far. */
  Bench quietly() {
    words.clear();
    return this;
  }

  Conference room(int number) {
    return new ArrayList<>(telephony.conferences()).get(number - 1);
  }

  /** Names of the legs in a conference, in the order of the list. */
  static List<String> legs(Conference room) {
    return room.participants().stream().map(one -> one.call().origin().leg()).toList();
  }

  private interface Command<T> {
    T give(List<Effect> effects);
  }

  private interface Silent {
    void give(List<Effect> effects);
  }

  private void give(Silent command) {
    given(
        effects -> {
          command.give(effects);
          return null;
        });
  }

  private <T> T given(Command<T> command) {
    now += 1000;
    List<Effect> effects = new ArrayList<>();
    T result = command.give(effects);
    for (Effect effect : effects) {
      bridged += effect instanceof Effect.ConferenceBridged ? 1 : 0;
      if (!(effect instanceof Effect.LegMade) && !(effect instanceof Effect.ConferenceBridged)) {
        words.add(word(effect));
      }
    }
    return result;
  }

  private static String word(Effect effect) {
    if (effect instanceof Effect.LegMoved moved) {
      return name(moved.call()) + " " + moved.word();
    } else if (effect instanceof Effect.LegReleased released) {
      return "released " + name(released.call());
    } else if (effect instanceof Effect.ConferenceMade made) {
      return "made " + made.conference().name();
    } else if (effect instanceof Effect.ConferenceStarted started) {
      return "started " + started.conference().name();
    } else if (effect instanceof Effect.ConferenceEnded ended) {
      return "ended " + ended.conference().name() + " " + ended.conference().reasonEnded();
    } else if (effect instanceof Effect.ParticipantBound bound) {
      return "bound " + name(bound.participant().call());
    } else if (effect instanceof Effect.ParticipantJoined joined) {
      return "joined " + name(joined.participant().call());
    } else if (effect instanceof Effect.ParticipantLeft left) {
      return "left "
          + name(left.participant().call())
          + " "
          + left.reason()
          + " "
          + left.callStatus();
    } else if (effect instanceof Effect.ParticipantChanged changed) {
      return changed.event() + " " + name(changed.participant().call());
    }
    return effect.toString();
  }

  private static String name(Call call) {
    return call.origin().leg();
  }

  static Call.Origin origin(String leg) {
    return new Call.Origin(
        leg, "call-1", leg, "outbound-api", "+81345678900", "+819000000001", null, 60, 14_400);
  }
}
