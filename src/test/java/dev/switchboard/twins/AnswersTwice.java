package dev.switchboard.twins;

import com.twilio.rest.taskrouter.v1.workspace.Task;
import com.twilio.twiml.VoiceResponse;
import dev.partyline.explore.Scenario;
import dev.partyline.routing.FrontDesk;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes a task for the caller and enqueues them, which makes another one (ZOO-71): two agents
 * answer, and one of them has nobody to talk to.
 */
final class AnswersTwice extends RingsIntoRoom {

  static final Subject SUBJECT =
      new Twin(
          "answers-twice",
          "makes a task by the API for a caller whose Enqueue makes one as well",
          "ALONE",
          Scenario.INBOUND,
          EVENTS,
          AnswersTwice::new);

  /** Callers who are on the way to an agent; they must not be torn away again. */
  private final Set<String> moved = new LinkedHashSet<>();

  private AnswersTwice(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    Task.creator(FrontDesk.WORKSPACE)
        .setWorkflowSid(FrontDesk.WORKFLOW)
        .setAttributes("{\"call_sid\": \"" + params.get("CallSid") + "\"}")
        .create(client);
    return super.voice(params);
  }

  @Override
  void moveIn(Offered offer, String room) {
    if (moved.add(offer.caller())) {
      super.moveIn(offer, room);
    }
  }
}
