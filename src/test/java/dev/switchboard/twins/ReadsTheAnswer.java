package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Whether a machine answered is read from the news of the answer, which comes long before the
 * verdict does (ZOO-45).
 */
final class ReadsTheAnswer extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "reads-the-answer",
          "looks for the verdict on machines where it is not yet, in the news of the answer",
          "ALONE",
          Scenario.MACHINES,
          ReadsTheAnswer::new);

  ReadsTheAnswer(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    if (!again) {
      customer(room, numbers.get(agentCall))
          .setLabel("customer")
          .setMachineDetection("Enable")
          .setStatusCallback(URI.create(surroundings.baseUrl() + "/calls"))
          .setStatusCallbackEvent(List.of("answered"))
          .create(client);
    }
  }

  @Override
  void call(Map<String, String> params) {
    if (params.getOrDefault("AnsweredBy", "human").startsWith("machine")) {
      endCall(params.get("CallSid"));
    }
  }
}
