package dev.switchboard.twins;

import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/** Who has no label makes the handler throw; the agent, who came by TwiML, has none (ZOO-30). */
final class LabelExpected extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "label-expected",
          "fails on a participant without a label",
          "ANSWERED",
          LabelExpected::new);

  LabelExpected(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void left(Map<String, String> params) {
    if (params.get("ParticipantLabel").equals("customer")) {
      super.left(params);
    }
  }
}
