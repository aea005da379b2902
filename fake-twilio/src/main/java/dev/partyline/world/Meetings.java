package dev.partyline.world;

import dev.partyline.telephony.Call;
import java.util.ArrayList;
import java.util.List;

/** Notices when two people begin to hear each other, for those who wait for it. */
final class Meetings {

  /** Somebody waits until one person hears another. */
  private record Wait(Party one, Party other, Runnable then) {}

  private final World world;
  private final List<Wait> waits = new ArrayList<>();

  Meetings(World world) {
    this.world = world;
  }

  /** Once, when both hear each other for the first time from now on; {@code then} must be brief. */
  void when(Party one, Party other, Runnable then) {
    waits.add(new Wait(one, other, then));
  }

  /** Who hears whom has changed. */
  void changed() {
    for (int i = 0; i < waits.size(); i++) {
      Wait wait = waits.get(i);
      if (together(wait.one(), wait.other())) {
        waits.remove(i--);
        wait.then().run();
      }
    }
  }

  private boolean together(Party one, Party other) {
    Call mine = world.legs().newestOf(one);
    Call theirs = world.legs().newestOf(other);
    return mine != null
        && theirs != null
        && world.hearing().heardBy(mine.sid()).contains(theirs.sid())
        && world.hearing().heardBy(theirs.sid()).contains(mine.sid());
  }
}
