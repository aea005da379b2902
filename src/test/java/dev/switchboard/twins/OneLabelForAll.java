package dev.switchboard.twins;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.type.Client;
import com.twilio.type.PhoneNumber;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Button;
import dev.partyline.world.Press;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every leg of an agent is labelled "agent". A label is unique in a room: while the leg of the dead
 * page is there, the new one is not admitted (ZOO-29).
 */
final class OneLabelForAll extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "one-label-for-all",
          "calls the agent back under the label that the dead page's leg still has",
          "ERRORS-SEEN",
          Scenario.RELOAD,
          OneLabelForAll::new);

  private static final String LABEL = "agent";

  /** The agent's first leg, by identity. */
  private final Map<String, String> legs = new LinkedHashMap<>();

  OneLabelForAll(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    numbers.put(params.get("CallSid"), params.get("To"));
    legs.put(params.get("From"), params.get("CallSid"));
    return join(
        room(name(params.get("CallSid")))
            .participantLabel(LABEL)
            .statusCallback(surroundings.baseUrl() + "/events")
            .statusCallbackEvents(List.of(Conference.Event.JOIN, Conference.Event.LEAVE)));
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
    String room = rooms.get(legs.get(agent));
    if (room == null) {
      return Press.Reply.refused("no call");
    }
    try {
      Participant.creator(room, new PhoneNumber(surroundings.callerId()), new Client(agent))
          .setLabel(LABEL)
          .setEndConferenceOnExit(false)
          .create(client);
    } catch (ApiException labelInUse) {
      // the page shows the call as taken back
    }
    return Press.Reply.ACCEPTED;
  }
}
