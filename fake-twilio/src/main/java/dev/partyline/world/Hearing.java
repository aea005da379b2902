package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.media.Mix;
import dev.partyline.media.Place;
import dev.partyline.media.Seat;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Effect;
import dev.partyline.telephony.Participant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who hears whom now, in every conference and every bridge; places are conference SIDs, and for a
 * bridge the SID of the leg that dialled. Each change goes to the journal.
 */
public final class Hearing {

  private final World world;
  private final Map<String, Mix> mixes = new LinkedHashMap<>();
  private final Map<String, String> bridges = new LinkedHashMap<>();
  private final Map<String, Set<String>> ringing = new LinkedHashMap<>();
  private final RoomSounds sounds;

  Hearing(World world) {
    this.world = world;
    this.sounds = new RoomSounds(world, this);
  }

  /** What is played in conferences. */
  RoomSounds sounds() {
    return sounds;
  }

  // ---- looking ----

  /** The mix of a conference or bridge; silence for a place that is not or no longer there. */
  public Mix in(String place) {
    return mixes.getOrDefault(place, Mix.SILENCE);
  }

  /** Every place where somebody hears something now, by name. */
  public Map<String, Mix> places() {
    return Collections.unmodifiableMap(mixes);
  }

  /** Call SIDs of those whose voice, or whose ringing, this call hears now, wherever it is. */
  public List<String> heardBy(String call) {
    List<String> heard = new ArrayList<>();
    mixes.values().forEach(mix -> heard.addAll(mix.heardBy(call)));
    return heard;
  }

  /** What the platform plays to this call now in a conference, in words; empty when nothing. */
  public String soundOf(String call) {
    for (Mix mix : mixes.values()) {
      if (!mix.soundOf(call).isEmpty()) {
        return mix.soundOf(call);
      }
    }
    return "";
  }

  // ---- what changes it ----

  /** Something about a conference or the people in it may have changed. */
  void conference(Conference room) {
    sounds.retune(room);
    refresh(room);
  }

  /** What somebody in it is played may have changed, and nothing else. */
  void refresh(Conference room) {
    settle(room.sid(), room.isLive() ? place(room) : Place.EMPTY);
  }

  /** Two legs hear each other from now on; the first is the one that dialled. */
  void bridged(String one, String other) {
    bridges.put(one, other);
    settle(one, bridge(one, other));
  }

  /** The softphone of a leg keeps its microphone off from now on, or does no more. */
  void microphone(Call call) {
    if (call.participant() != null) {
      refresh(call.participant().conference());
    }
    bridges.forEach(
        (one, other) -> {
          if (one.equals(call.sid()) || other.equals(call.sid())) {
            settle(one, bridge(one, other));
          }
        });
  }

  private Place bridge(String one, String other) {
    return Place.bridge(one, world.devices().isMuted(one), other, world.devices().isMuted(other));
  }

  /** A leg made by a Dial moved: while one of them rings, the leg that dialled hears it ring. */
  void dialled(Call child) {
    String parent = child.parent().sid();
    Set<String> legs = ringing.computeIfAbsent(parent, sid -> new LinkedHashSet<>());
    if (child.status() == CallStatus.RINGING) {
      legs.add(child.sid());
    } else {
      legs.remove(child.sid());
    }
    if (!bridges.containsKey(parent)) {
      settle(parent, legs.isEmpty() ? Place.EMPTY : Place.ringing(parent));
    }
    if (legs.isEmpty()) {
      ringing.remove(parent);
    }
  }

  /** One of two bridged legs is out of the bridge; of no effect when it is in none. */
  void unbridged(String leg) {
    if (bridges.remove(leg) != null) {
      settle(leg, Place.EMPTY);
      return;
    }
    bridges.entrySet().stream()
        .filter(bridge -> bridge.getValue().equals(leg))
        .map(Map.Entry::getKey)
        .findFirst()
        .ifPresent(this::unbridged);
  }

  /** A beep for those in the room who hear it go by now (CONF-40). */
  private void beep(Participant one, String when) {
    Conference room = one.conference();
    List<String> by = new ArrayList<>(in(room.sid()).listeners());
    by.remove(one.call().sid());
    if (!by.isEmpty()) {
      world.note(new Happening.BeepHeard(room.sid(), one.call().sid(), when, by));
    }
  }

  /** Beeps as the one who comes or goes has it; called when the new mix is settled. */
  void beeps(Effect effect) {
    if (effect instanceof Effect.ParticipantJoined joined
        && joined.participant().settings().sound().beepsOnEnter()) {
      beep(joined.participant(), "enter");
    } else if (effect instanceof Effect.ParticipantLeft left
        && left.participant().everConnected()
        && left.participant().beepOnExit()) {
      beep(left.participant(), "exit");
    }
  }

  private void settle(String name, Place place) {
    Mix mix = Mix.of(place);
    Mix before = in(name);
    boolean silent = mix.isSilent();
    if (silent ? before.isSilent() : mix.equals(before)) {
      return;
    }
    if (silent) {
      mixes.remove(name);
    } else {
      mixes.put(name, mix);
    }
    world.note(
        new Happening.HearingChanged(
            name, mix.speakers(), mix.listeners(), mix.whispers(), mix.sounds()));
    world.meetings().changed();
    world.delays().changed(name, before, mix);
  }

  private Place place(Conference room) {
    List<Participant> people = room.participants();
    List<Seat> seats = new ArrayList<>(people.size());
    for (int i = 0; i < people.size(); i++) {
      Participant one = people.get(i);
      if (one.connected() || ringsAloud(one)) {
        seats.add(seat(one));
      }
    }
    return new Place(
        room.started(),
        seats,
        world.knobs().is(Knob.CONF_MUSIC_WHEN_ALONE_AGAIN, "true") ? "music" : "alone",
        world.knobs().is(Knob.PART_COACH_ORPHAN, "barge"));
  }

  /** PART-30. */
  private static boolean ringsAloud(Participant one) {
    return one.settings().earlyMedia() && one.call().status() == CallStatus.RINGING;
  }

  private Seat seat(Participant one) {
    return new Seat(
        one.call().sid(),
        one.connected(),
        one.muted() || world.devices().isMuted(one.call().sid()),
        one.hold(),
        one.coaches(),
        sounds.own(one),
        sounds.announced(one));
  }
}
