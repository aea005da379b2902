package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.Twiml;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/**
 * Hold sends the customer's leg out of the room to a document with music, and the clean-up takes
 * leaving, for whatever reason, for hanging up (ZOO-02, ZOO-48).
 */
final class HoldByLeaving extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "hold-by-leaving",
          "puts a customer on hold by sending the leg out of the room",
          "NO-DROP",
          Scenario.HOLD,
          HoldByLeaving::new);

  HoldByLeaving(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void hold(Talk talk, boolean held) {
    if (held) {
      Call.updater(talk.customerCall)
          .setTwiml(
              new Twiml(
                  "<Response><Play loop=\"0\">https://app.example.com/music</Play></Response>"))
          .update(client);
      talk.customerMode = "held";
    }
  }

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    if (!again) {
      Talk talk = new Talk(agentCall, numbers.get(agentCall));
      talks.put(agentCall, talk);
      talk.room = room;
      talk.customerCall =
          customer(room, talk.number)
              .setEndConferenceOnExit(false)
              .setLabel("customer")
              .create(client)
              .getCallSid();
    }
  }

  @Override
  void left(Map<String, String> params) {
    super.left(params);
    if ("customer".equals(params.get("ParticipantLabel"))) {
      tryTo(() -> endCall(params.get("CallSid")));
    }
  }
}
