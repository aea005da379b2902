package dev.switchboard.twins;

import com.twilio.rest.taskrouter.v1.workspace.Task;
import com.twilio.twiml.VoiceResponse;
import dev.partyline.explore.Scenario;
import dev.partyline.routing.FrontDesk;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/**
 * Callers wait in a conference for its music. It starts when the first of them enters, for that is
 * the default; the second one is heard by the first (ZOO-58).
 */
final class WaitingRoom extends RingsIntoRoom {

  static final Subject SUBJECT =
      new Twin(
          "waiting-room",
          "has all callers wait in one conference, which starts as soon as somebody is in it",
          "HEARING",
          Scenario.INBOUND,
          EVENTS,
          WaitingRoom::new);

  private WaitingRoom(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    Task.creator(FrontDesk.WORKSPACE)
        .setWorkflowSid(FrontDesk.WORKFLOW)
        .setAttributes("{\"call_sid\": \"" + params.get("CallSid") + "\"}")
        .create(client);
    return join(room("waiting"));
  }
}
