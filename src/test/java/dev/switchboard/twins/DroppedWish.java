package dev.switchboard.twins;

import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * To hang up it ends the conference by its SID. A wish that comes before the SID is known cannot be
 * carried out and is forgotten (RACE-05, ZOO-05).
 */
final class DroppedWish extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "dropped-wish",
          "needs the ConferenceSid to hang up and forgets the wish when it has none yet",
          "NO-ORPHAN",
          DroppedWish::new);

  DroppedWish(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public void hangUpPressed(String callSid) {
    String room = rooms.get(callSid);
    if (room != null) {
      quietlyEnd(room);
    }
  }
}
