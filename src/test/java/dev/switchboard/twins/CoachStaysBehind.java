package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * A supervisor coaches one leg. When that agent hands the call over and goes, nobody moves the
 * coach to the colleague: the whisper reaches nobody, or on some platforms everybody (RACE-19,
 * ZOO-61).
 */
final class CoachStaysBehind extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "coach-stays-behind",
          "leaves the coach with an agent who has handed the call over",
          "HEARING",
          Scenario.SUPERVISE_TRANSFER,
          CoachStaysBehind::new);

  CoachStaysBehind(Surroundings surroundings) {
    super(surroundings);
  }
}
