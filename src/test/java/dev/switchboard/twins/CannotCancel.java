package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Button;
import dev.partyline.world.Press;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * The leg of a participant who is still connecting is in no list, so giving up the consultation
 * forgets it; it is answered into the call (ZOO-50, ZOO-51).
 */
final class CannotCancel extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "cannot-cancel",
          "lets a colleague who still rings ring on when the transfer is given up",
          "HEARING",
          Scenario.TRANSFER,
          CannotCancel::new);

  CannotCancel(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Press.Reply press(Press press) {
    Talk talk = talkOf(press.subject());
    if (press.button() == Button.ABORT_TRANSFER && talk != null && !talk.colleagueIn) {
      hold(talk, false);
      return Press.Reply.ACCEPTED;
    }
    return super.press(press);
  }
}
