package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/** The call a press is about is the one that began last, whoever pressed (ZOO-31, ZOO-63). */
final class OneGlobalCall extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "one-global-call",
          "keeps the current call in one variable for all agents",
          "ISOLATED",
          Scenario.HOLD,
          OneGlobalCall::new);

  OneGlobalCall(Surroundings surroundings) {
    super(surroundings);
  }

  private Talk current;

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    super.agentJoined(agentCall, room, again);
    current = talks.get(agentCall);
  }

  @Override
  void hold(Talk talk, boolean held) {
    super.hold(current, held);
  }
}
