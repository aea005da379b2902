package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/** Leaves the end of the work after a call to a page that may be closed (RACE-130). */
final class NeverWrapsUp extends QueueDesk {

  static final Subject SUBJECT =
      new Twin(
          "never-wraps-up",
          "answers offers by the conference instruction and leaves completing the task to the page",
          "NO-ORPHAN",
          Scenario.INBOUND,
          NeverWrapsUp::new);

  private NeverWrapsUp(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void wrapping(String task) {
    // the agent's page does that, as long as it is open
  }
}
