package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * An exception of the hold request is caught so that nothing crashes, and the page says on hold
 * (P-ERR of ZOO-05 and ZOO-79).
 */
final class SwallowsErrors extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "swallows-errors",
          "takes a refused hold for done",
          "ERRORS-SEEN",
          Scenario.MIXED_HOSTILE,
          SwallowsErrors::new);

  SwallowsErrors(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void hold(Talk talk, boolean held) {
    tryTo(() -> update(talk, talk.customerCall).setHold(held).update(client));
    talk.customerMode = held ? "held" : "talks";
  }
}
