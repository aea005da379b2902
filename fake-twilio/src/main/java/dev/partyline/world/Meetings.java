package dev.partyline.world;

import dev.partyline.telephony.Call;
import java.util.ArrayList;
import java.util.List;

/**
 * Notices when a phone rings and when two people begin to hear each other, for who waits for it.
 */
final class Meetings {

  /** Somebody waits until one person hears another. */
  private record Wait(Party one, Party other, Runnable then) {}

  /** Somebody waits until one person's phone rings. */
  private record Ringing(Party one, Runnable then) {}

  private final World world;
  private final List<Ringing> ringings = new ArrayList<>();
  private final List<Wait> waits = new ArrayList<>();

  Meetings(World world) {
    this.world = world;
  }

  /** Once, when both hear each other for the first time from now on; {@code then} must be brief. */
  void when(Party one, Party other, Runnable then) {
    waits.add(new Wait(one, other, then));
  }

  /** Once, when this person's phone begins to ring; {@code then} must be brief. */
  void whenRinging(Party one, Runnable then) {
    ringings.add(new Ringing(one, then));
  }

  /** A phone begins to ring. */
  void rings(Call call) {
    for (int i = 0; i < ringings.size(); i++) {
      Ringing wait = ringings.get(i);
      if (call == world.legs().newestOf(wait.one())) {
        ringings.remove(i--);
        wait.then().run();
      }
    }
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
