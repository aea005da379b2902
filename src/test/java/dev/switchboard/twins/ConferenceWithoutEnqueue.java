package dev.switchboard.twins;

import com.twilio.rest.taskrouter.v1.workspace.Task;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Enqueue;
import dev.partyline.explore.Scenario;
import dev.partyline.routing.FrontDesk;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/**
 * Makes the caller's task itself and answers its offers by the conference instruction, which is for
 * tasks made by Enqueue (40142): no phone rings, the offer runs out, the agent is taken offline
 * (ZOO-66).
 */
final class ConferenceWithoutEnqueue extends QueueDesk {

  static final Subject SUBJECT =
      new Twin(
          "conference-without-enqueue",
          "gives the conference instruction for a task that it has made by the API",
          "CAPACITY",
          Scenario.INBOUND,
          ConferenceWithoutEnqueue::new);

  private ConferenceWithoutEnqueue(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    Task.creator(FrontDesk.WORKSPACE)
        .setWorkflowSid(FrontDesk.WORKFLOW)
        .setAttributes("{\"caller\": \"" + params.get("From") + "\"}")
        .create(client);
    return new VoiceResponse.Builder()
        .enqueue(new Enqueue.Builder().name("support").build())
        .build();
  }
}
