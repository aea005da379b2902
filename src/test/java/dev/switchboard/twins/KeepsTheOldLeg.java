package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.twiml.VoiceResponse;
import com.twilio.type.Client;
import com.twilio.type.PhoneNumber;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Button;
import dev.partyline.world.Press;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The page that was loaded anew brings a second leg of the same agent into the room, and the first
 * one, of the page that died, is forgotten: mute and hang-up address the wrong one (ZOO-17).
 */
final class KeepsTheOldLeg extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "keeps-the-old-leg",
          "rings the agent again and forgets the leg that the dead page left",
          "NO-ORPHAN",
          Scenario.RELOAD,
          KeepsTheOldLeg::new);

  KeepsTheOldLeg(Surroundings surroundings) {
    super(surroundings);
  }

  /** The agent's newest leg, by identity. */
  private final Map<String, String> mine = new LinkedHashMap<>();

  @Override
  VoiceResponse voice(Map<String, String> params) {
    mine.put(params.get("From"), params.get("CallSid"));
    return super.voice(params);
  }

  @Override
  public Set<Button> buttons() {
    return EnumSet.of(Button.HANG_UP, Button.TAKE_BACK);
  }

  @Override
  public Press.Reply press(Press press) {
    if (press.button() != Button.TAKE_BACK) {
      return super.press(press);
    }
    String agent = "client:" + press.user();
    String room = rooms.get(mine.get(agent));
    if (room == null) {
      return Press.Reply.refused("no call");
    }
    String anew =
        Participant.creator(room, new PhoneNumber(surroundings.callerId()), new Client(agent))
            .setEndConferenceOnExit(false)
            .create(client)
            .getCallSid();
    rooms.put(anew, room);
    mine.put(agent, anew);
    return Press.Reply.ACCEPTED;
  }

  @Override
  public void hangUpPressed(String callSid) {
    endCall(callSid);
  }

  @Override
  void left(Map<String, String> params) {
    if ("customer".equals(params.get("ParticipantLabel"))) {
      mine.values().stream()
          .filter(leg -> params.get("ConferenceSid").equals(rooms.get(leg)))
          .forEach(this::quietlyEndLeg);
    }
  }

  private void quietlyEndLeg(String leg) {
    try {
      endCall(leg);
    } catch (com.twilio.exception.ApiException alreadyOver) {
      // it has ended by itself
    }
  }
}
