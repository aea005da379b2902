package dev.switchboard.twins;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.api.v2010.account.conference.ParticipantUpdater;
import com.twilio.type.Endpoint;
import com.twilio.type.PhoneNumber;
import dev.partyline.world.Button;
import dev.partyline.world.ListedCall;
import dev.partyline.world.Press;
import dev.partyline.world.Surroundings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small contact centre with every button, sound enough on a platform that behaves: later twins
 * change one thing of it each. What it cannot do it says in the reply to the press.
 */
abstract class Desk extends AgentFirst {

  /** By the agent's call SID, which is also the id in the call list. */
  final Map<String, Talk> talks = new LinkedHashMap<>();

  Desk(Surroundings surroundings) {
    super(surroundings);
  }

  // ---- what happens ----

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    if (again) {
      return;
    }
    Talk talk = talks.computeIfAbsent(agentCall, call -> new Talk(call, numbers.get(call)));
    talk.room = room;
    try {
      talk.customerCall =
          customer(room, talk.number).setLabel("customer").create(client).getCallSid();
    } catch (ApiException refused) {
      over(talk); // the agent is gone again, and the room with them
    }
  }

  @Override
  void event(Map<String, String> params) {
    Talk talk = talkIn(params.get("ConferenceSid"));
    String event = params.get("StatusCallbackEvent");
    if (event.equals("participant-join") && talk != null) {
      joined(talk, params.get("CallSid"));
    }
    super.event(params);
    if (event.equals("conference-end")) {
      talks.values().stream()
          .filter(it -> params.get("ConferenceSid").equals(it.room))
          .forEach(it -> it.over = true);
    }
  }

  private void joined(Talk talk, String call) {
    if (call.equals(talk.customerCall)) {
      talk.customerIn = true;
      talk.customerMode = talk.customerMode.equals("rings") ? "talks" : talk.customerMode;
    } else if (call.equals(talk.colleagueCall)) {
      talk.colleagueIn = true;
      talk.colleagueMode = "talks";
      if (talk.cold) {
        handOver(talk);
      }
    }
  }

  @Override
  void left(Map<String, String> params) {
    String call = params.get("CallSid");
    Talk talk = talkIn(params.get("ConferenceSid"));
    if (talk == null) {
      return;
    }
    if (call.equals(talk.colleagueCall)) {
      talk.colleagueCall = null;
      talk.colleagueIn = false;
      if (talk.agentGone) {
        over(talk);
      } else {
        talk.cold = false;
        tryTo(() -> update(talk, talk.customerCall).setHold(false).update(client));
        talk.customerMode = "talks";
      }
    } else if (call.equals(talk.customerCall)
        || "customer".equals(params.get("ParticipantLabel"))) {
      over(talk);
    } else if (call.equals(talk.agentCall)) {
      agentLeft(talk);
    } else {
      supervisorLeft(talk, call);
    }
  }

  void agentLeft(Talk talk) {
    talk.agentGone = true;
    if (!talk.colleagueIn) {
      over(talk);
    }
  }

  private static void supervisorLeft(Talk talk, String call) {
    for (String user : new ArrayList<>(talk.supervisorCalls.keySet())) {
      if (call.equals(talk.supervisorCalls.get(user))) {
        talk.supervisorCalls.remove(user);
        talk.supervisorModes.remove(user);
      }
    }
  }

  private void over(Talk talk) {
    talk.over = true;
    quietlyEnd(talk.room);
  }

  private Talk talkIn(String room) {
    for (Talk talk : talks.values()) {
      if (room.equals(talk.room)) {
        return talk;
      }
    }
    return null;
  }

  final Talk talkOf(String call) {
    for (Talk talk : talks.values()) {
      if (talk.people().containsKey(call) || talk.agentCall.equals(call)) {
        return talk;
      }
    }
    return null;
  }

  // ---- what people press ----

  @Override
  public Set<Button> buttons() {
    return EnumSet.complementOf(EnumSet.of(Button.WRAP_UP, Button.TAKE_BACK));
  }

  @Override
  public Press.Reply press(Press press) {
    if (press.button() == Button.HANG_UP) {
      return super.press(press);
    }
    Talk talk =
        press.button().isSupervisors() ? talks.get(press.subject()) : talkOf(press.subject());
    if (talk == null || talk.over || talk.room == null) {
      return Press.Reply.refused("this call is over");
    }
    try {
      return pressed(talk, press);
    } catch (ApiException refused) {
      return Press.Reply.refused("the platform refused: " + refused.getMessage());
    }
  }

  private Press.Reply pressed(Talk talk, Press press) {
    switch (press.button()) {
      case HOLD -> hold(talk, true);
      case RESUME -> hold(talk, false);
      case MUTE -> mute(talk, press.subject(), true);
      case UNMUTE -> mute(talk, press.subject(), false);
      case COLD_TRANSFER, CONSULT -> {
        if (talk.colleagueCall != null) {
          return Press.Reply.refused("somebody is being called already");
        }
        talk.cold = press.button() == Button.COLD_TRANSFER;
        talk.colleague = press.arguments().get(Button.TO);
        if (!talk.cold) {
          hold(talk, true);
        }
        talk.colleagueMode = "rings";
        talk.colleagueCall = call(talk, talk.colleague).create(client).getCallSid();
      }
      case SWAP -> {
        if (!talk.colleagueIn) {
          return Press.Reply.refused("nobody is there to swap with");
        }
        swap(talk);
      }
      case COMPLETE_TRANSFER -> {
        if (!talk.colleagueIn) {
          return Press.Reply.refused("the colleague is not there yet");
        }
        handOver(talk);
      }
      case ABORT_TRANSFER -> {
        if (talk.colleagueCall == null) {
          return Press.Reply.refused("there is no consultation");
        }
        endCall(talk.colleagueCall);
        hold(talk, false);
      }
      case LEAVE -> {
        if (!talk.supervisorCalls.containsKey(press.user())) {
          return Press.Reply.refused("you are not in this call");
        }
        endCall(talk.supervisorCalls.get(press.user()));
      }
      default -> {
        return supervise(talk, press.user(), press.button());
      }
    }
    return Press.Reply.ACCEPTED;
  }

  void hold(Talk talk, boolean held) {
    update(talk, talk.customerCall).setHold(held).update(client);
    talk.customerMode = held ? "held" : "talks";
  }

  void mute(Talk talk, String call, boolean muted) {
    update(talk, call).setMuted(muted).update(client);
    if (call.equals(talk.agentCall)) {
      talk.agentMode = muted ? "muted" : "talks";
    } else {
      talk.colleagueMode = muted ? "muted" : "talks";
    }
  }

  void swap(Talk talk) {
    boolean customerHeld = talk.customerMode.equals("held");
    if (customerHeld) {
      update(talk, talk.colleagueCall).setHold(true).update(client);
      talk.colleagueMode = "held";
      hold(talk, false);
    } else {
      hold(talk, true);
      update(talk, talk.colleagueCall).setHold(false).update(client);
      talk.colleagueMode = "talks";
    }
  }

  /** The colleague and the customer talk, the agent goes. */
  void handOver(Talk talk) {
    talk.agentGone = true;
    if (talk.customerMode.equals("held")) {
      hold(talk, false);
    }
    if (talk.colleagueMode.equals("held")) {
      update(talk, talk.colleagueCall).setHold(false).update(client);
      talk.colleagueMode = "talks";
    }
    tryTo(() -> endCall(talk.agentCall));
  }

  Press.Reply supervise(Talk talk, String user, Button button) {
    String call = talk.supervisorCalls.get(user);
    if (call == null) {
      talk.supervisorModes.put(user, word(button));
      talk.supervisorCalls.put(
          user,
          call(talk, "client:" + user)
              .setMuted(button == Button.LISTEN)
              .setCoaching(button != Button.BARGE)
              .setCallSidToCoach(button == Button.BARGE ? null : talk.agentCall)
              .create(client)
              .getCallSid());
      return Press.Reply.ACCEPTED;
    }
    turn(talk, call, button);
    talk.supervisorModes.put(user, word(button));
    return Press.Reply.ACCEPTED;
  }

  /** All flags in one request, so that nothing is true for an instant that should not be. */
  void turn(Talk talk, String call, Button button) {
    ParticipantUpdater update = update(talk, call).setMuted(button == Button.LISTEN);
    if (button == Button.BARGE) {
      update.setCoaching(false);
    } else {
      update.setCoaching(true).setCallSidToCoach(talk.agentCall);
    }
    update.update(client);
  }

  static String word(Button button) {
    return switch (button) {
      case LISTEN -> "listens";
      case WHISPER -> "whispers";
      default -> "talks";
    };
  }

  final ParticipantUpdater update(Talk talk, String call) {
    return Participant.updater(talk.room, call);
  }

  /** Somebody's softphone, to be called into the room. */
  com.twilio.rest.api.v2010.account.conference.ParticipantCreator call(Talk talk, String address) {
    Endpoint to =
        address.startsWith("client:")
            ? new com.twilio.type.Client(address.substring(7))
            : new PhoneNumber(address);
    return Participant.creator(talk.room, new PhoneNumber(surroundings.callerId()), to)
        .setEndConferenceOnExit(false);
  }

  /** Ends the room and whoever is not in it yet. */
  @Override
  public void hangUpPressed(String callSid) {
    Talk talk = talkOf(callSid);
    if (talk == null || talk.room == null) {
      super.hangUpPressed(callSid);
      return;
    }
    if (talk.colleagueIn && !talk.agentGone && callSid.equals(talk.colleagueCall)) {
      endCall(callSid);
      return;
    }
    over(talk);
    for (String call : talk.people().keySet()) {
      tryTo(() -> endCall(call));
    }
  }

  final void tryTo(Runnable command) {
    try {
      command.run();
    } catch (ApiException refused) {
      // it is over already
    }
  }

  @Override
  public List<ListedCall> callList() {
    List<ListedCall> list = new ArrayList<>();
    for (Talk talk : talks.values()) {
      if (!talk.over) {
        list.add(
            new ListedCall(
                talk.agentCall,
                talk.customerIn ? "connected" : "dialling",
                talk.alert,
                talk.people()));
      }
    }
    return list;
  }
}
