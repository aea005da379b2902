package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/**
 * A join that comes after the end passes the check, because the end was not stored (ZOO-37,
 * ZOO-18).
 */
final class ReopensFinished extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "reopens-finished",
          "takes a late join for a sign of life of a finished call",
          "CONVERGE",
          Scenario.HOLD,
          ReopensFinished::new);

  ReopensFinished(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void event(Map<String, String> params) {
    super.event(params);
    if (params.get("StatusCallbackEvent").equals("participant-join")) {
      for (Talk talk : talks.values()) {
        if (params.get("ConferenceSid").equals(talk.room)) {
          talk.over = false;
        }
      }
    }
  }
}
