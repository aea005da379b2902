package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.recording.Recording;
import dev.partyline.rest.Backend.Script;
import dev.partyline.routing.LegNews;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Effect;
import dev.partyline.telephony.Participant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What follows from the effects of a command: journal, callbacks, sounds, documents. */
final class Consequences {

  private final World world;
  private final Deque<String> finishedCalls = new ArrayDeque<>();
  private final Deque<String> finishedConferences = new ArrayDeque<>();
  private int mostFinished = Integer.MAX_VALUE;

  Consequences(World world) {
    this.world = world;
  }

  void apply(List<Effect> effects) {
    boolean startFirst = world.knobs().is(Knob.CB_START_BEFORE_JOIN, "true");
    for (int i = 0; i < effects.size(); i++) {
      Effect effect = effects.get(i);
      boolean swap =
          startFirst
              && effect instanceof Effect.ParticipantJoined
              && i + 1 < effects.size()
              && effects.get(i + 1) instanceof Effect.ConferenceStarted;
      if (swap) {
        apply(effects.get(i + 1));
        apply(effect);
        i++;
      } else {
        apply(effect);
      }
    }
    for (int i = 0; i < effects.size(); i++) {
      Conference room = effects.get(i).room();
      if (room != null && (i == 0 || room != effects.get(i - 1).room())) {
        world.hearing().conference(room);
      }
      if (effects.get(i) instanceof Effect.LegMoved moved && moved.call().parent() != null) {
        world.hearing().dialled(moved.call());
      }
    }
    for (int i = 0; i < effects.size(); i++) {
      world.hearing().beeps(effects.get(i));
    }
    for (int i = 0; i < effects.size(); i++) {
      tellDesk(effects.get(i));
    }
  }

  /** TaskRouter hears of legs when everything else is settled. */
  private void tellDesk(Effect effect) {
    LegNews news = world.desk().legNews();
    if (effect instanceof Effect.LegMoved moved) {
      if (moved.isFinal()) {
        news.ended(moved.call());
      } else if (moved.call().status() == CallStatus.IN_PROGRESS) {
        news.answered(moved.call());
      }
    } else if (effect instanceof Effect.ParticipantJoined joined) {
      news.joined(joined.participant());
    } else if (effect instanceof Effect.ParticipantLeft left) {
      news.left(left.participant());
    } else if (effect instanceof Effect.ConferenceEnded ended) {
      news.ended(ended.conference());
    } else if (effect instanceof Effect.Unbridged parted) {
      news.parted(parted.one());
    }
  }

  private void apply(Effect effect) {
    if (effect instanceof Effect.LegMade made) {
      Call call = made.call();
      Call.Origin origin = call.origin();
      world.legs().made(call);
      world.buttons().intentions().made(call);
      world.note(
          new Happening.LegCreated(
              call.sid(),
              origin.leg(),
              origin.conversation(),
              origin.party(),
              origin.direction(),
              origin.from(),
              origin.to(),
              world.request()));
      world.note(new Happening.LegStatus(call.sid(), call.status().word(), 0, "platform"));
    } else if (effect instanceof Effect.LegMoved moved) {
      moved(moved);
    } else if (effect instanceof Effect.LegReleased released) {
      world.scripts().released(released.call());
    } else if (effect instanceof Effect.Bridged bridged) {
      world.note(new Happening.LegsBridged(bridged.one().sid(), bridged.other().sid()));
      world.hearing().bridged(bridged.one().sid(), bridged.other().sid());
    } else if (effect instanceof Effect.Unbridged parted) {
      world.note(new Happening.LegsParted(parted.one().sid(), parted.other().sid()));
      world.hearing().unbridged(parted.one().sid());
    } else if (effect instanceof Effect.ConferenceMade made) {
      Conference conference = made.conference();
      String base = World.conversation(made.call()) + ".room";
      world.nameRoom(conference, base);
      world.note(
          new Happening.ConferenceOpened(
              conference.sid(),
              conference.name(),
              made.call().sid(),
              conference.subscription() == null ? "" : conference.subscription().url()));
      world.delays().made(conference);
    } else if (effect instanceof Effect.ConferenceStarted started) {
      world.delays().started(started.conference());
      world.note(new Happening.ConferenceStarted(started.conference().sid()));
      world.callbacks().started(started.conference());
    } else if (effect instanceof Effect.ConferenceEnded ended) {
      Conference conference = ended.conference();
      world.note(
          new Happening.ConferenceEnded(
              conference.sid(),
              conference.name(),
              conference.reasonEnded(),
              conference.callEnding()));
      world.callbacks().ended(conference);
      world.recorder().ended(conference);
      finishedConferences.add(conference.sid());
      while (finishedConferences.size() > mostFinished) {
        String oldest = finishedConferences.poll();
        world.telephony().forgetConference(oldest);
        world.forgetRoom(oldest);
      }
    } else if (effect instanceof Effect.ParticipantBound bound) {
      Participant participant = bound.participant();
      world.note(
          new Happening.ParticipantAdded(
              participant.conference().sid(),
              participant.call().sid(),
              participant.label(),
              participant.settings().startOnEnter(),
              participant.endOnExit()));
    } else if (effect instanceof Effect.ParticipantJoined joined) {
      Participant participant = joined.participant();
      world.note(
          new Happening.ParticipantJoined(
              participant.conference().sid(),
              participant.call().sid(),
              participant.label(),
              participant.settings().startOnEnter(),
              participant.endOnExit()));
      if (participant.muted() || participant.coaching()) {
        noteFlags(participant);
      }
      world.callbacks().joined(participant);
    } else if (effect instanceof Effect.ParticipantLeft left) {
      Participant participant = left.participant();
      world.note(
          new Happening.ParticipantLeft(
              participant.conference().sid(),
              participant.call().sid(),
              left.reason(),
              left.callStatus()));
      world.callbacks().left(participant, left.reason(), left.callStatus());
    } else if (effect instanceof Effect.ParticipantChanged changed) {
      String event = changed.event();
      noteFlags(changed.participant());
      String word = event.endsWith("mute") ? "mute" : event.endsWith("hold") ? "hold" : "modify";
      world.callbacks().participant(changed.participant(), event, word);
    } else if (effect instanceof Effect.ConferenceBridged bridged) {
      world.recorder().bridged(bridged.conference());
    } else if (!(effect instanceof Effect.ParticipantRetuned)) {
      throw new IllegalStateException("unknown effect " + effect);
    }
  }

  private void noteFlags(Participant participant) {
    world.note(
        new Happening.ParticipantChanged(
            participant.conference().sid(),
            participant.call().sid(),
            participant.muted(),
            participant.hold(),
            participant.endOnExit(),
            participant.coaches()));
  }

  private void moved(Effect.LegMoved moved) {
    Call call = moved.call();
    world.note(new Happening.LegStatus(call.sid(), moved.word(), moved.sip(), moved.by()));
    boolean over = moved.isFinal();
    Recording whole = over ? world.recorder().stopWhole(call) : null;
    world.callbacks().call(moved, over && call.startedAt() < 0, whole);
    world.confirmations().moved(call);
    if (over) {
      world.buttons().intentions().over(call);
      world.timeLimits().stop(call);
      world.phones().over(call);
      finishedCalls.add(call.sid());
      while (finishedCalls.size() > mostFinished) {
        forget(finishedCalls.poll());
      }
      world.scripts().ended(call, moved.by().equals("far-end"));
      world.recorder().ended(call);
      world.selfCalls().moved(call);
    } else if (call.status() == CallStatus.IN_PROGRESS) {
      world.buttons().intentions().answered(call);
      world.timeLimits().start(call);
      world.recorder().answered(call);
      world.answers().answered(call, parameters -> goOn(call, parameters));
      world.selfCalls().moved(call);
    }
    world.devices().moved(call);
  }

  /** An answered leg gets its document, unless it was given another one meanwhile. */
  private void goOn(Call call, Map<String, String> parameters) {
    Script script = world.placements().takeDocument(call);
    if (script != null) {
      world.scripts().load(call, script, parameters);
    } else {
      world.scripts().answered(call);
    }
  }

  /** How many finished calls, and as many conferences, stay readable; without it all do. */
  void keepFinished(int most) {
    mostFinished = most;
  }

  private void forget(String callSid) {
    world.telephony().forgetCall(callSid);
    world.scripts().forget(callSid);
    world.forget(callSid);
  }
}
