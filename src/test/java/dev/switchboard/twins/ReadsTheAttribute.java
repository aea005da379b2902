package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * Reads the ConferenceSid from the task when the agent answers. TaskRouter writes it later
 * (RACE-152): for the rest of the call it is missing, and no button works (ZOO-26).
 */
final class ReadsTheAttribute extends ByAttribute {

  static final Subject SUBJECT =
      new Twin(
          "reads-the-attribute",
          "looks for the conference in the attributes of the task once, when the agent answers",
          "HEARING",
          Scenario.INBOUND,
          ReadsTheAttribute::new);

  private ReadsTheAttribute(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void answered(Known one) {
    one.learn(attributes(one));
  }
}
