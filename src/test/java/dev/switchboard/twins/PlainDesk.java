package dev.switchboard.twins;

import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/** {@link Desk} as it is: what its twins would be without their mistakes. */
public final class PlainDesk extends Desk {

  /** Breaks no law on a platform that behaves, and is no reference beyond that. */
  public static final Subject SUBJECT =
      new Twin(
          "plain-desk",
          "a small contact centre with every button, for a platform that behaves",
          null,
          PlainDesk::new);

  PlainDesk(Surroundings surroundings) {
    super(surroundings);
  }
}
