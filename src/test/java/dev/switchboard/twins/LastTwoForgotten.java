package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/** When the agent has handed over, nobody ends the room for the two who are left (ZOO-11). */
final class LastTwoForgotten extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "last-two-forgotten",
          "stops watching a call when its transfer is complete",
          "ALONE",
          Scenario.TRANSFER,
          LastTwoForgotten::new);

  LastTwoForgotten(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void left(Map<String, String> params) {
    Talk talk =
        talks.values().stream()
            .filter(it -> params.get("ConferenceSid").equals(it.room))
            .findFirst()
            .orElse(null);
    if (talk == null || !talk.agentGone) {
      super.left(params);
    }
  }
}
