package dev.switchboard.twins;

import dev.partyline.world.Subject;
import java.util.List;

/** All known-bad twins. */
public final class Twins {

  private Twins() {}

  /** In the order in which they are shown. */
  public static List<Subject> all() {
    return List.of(
        TwoStepDial.SUBJECT,
        WaitOneSecond.SUBJECT,
        DroppedWish.SUBJECT,
        NobodyEnds.SUBJECT,
        LastEventWins.SUBJECT,
        TwoNames.SUBJECT,
        DialsOnEveryJoin.SUBJECT,
        EndsThemAll.SUBJECT,
        WaitsForAnswer.SUBJECT,
        LeavesRegionOut.SUBJECT);
  }
}
