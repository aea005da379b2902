package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Button;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/** Muted and coaching are two flags; to barge in it clears one of them (ZOO-59). */
final class ForgetsCoaching extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "forgets-coaching",
          "unmutes a whispering supervisor to barge in and leaves coaching on",
          "HEARING",
          Scenario.SUPERVISE,
          ForgetsCoaching::new);

  ForgetsCoaching(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void turn(Talk talk, String call, Button button) {
    if (button == Button.BARGE) {
      update(talk, call).setMuted(false).update(client);
    } else {
      super.turn(talk, call, button);
    }
  }
}
