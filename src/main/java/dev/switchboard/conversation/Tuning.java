package dev.switchboard.conversation;

import java.time.Instant;

/**
 * What is known of a leg's sound in the room, and what is being done about it.
 *
 * @param sound as the platform last confirmed it; null from the moment another is asked for until
 *     that is confirmed, since a request that failed may have worked
 * @param errand the change that is asked for; null when none is
 * @param changed when another sound was last asked for or confirmed; null when never
 */
public record Tuning(Sound sound, Errand errand, Instant changed) {

  /** Just come in, as it is by default. */
  static final Tuning OPEN = new Tuning(Sound.OPEN, null, null);

  /** The first sound of a leg that was dialled with it. */
  static Tuning dialledWith(Sound sound) {
    return new Tuning(sound, null, null);
  }

  boolean is(Sound wanted) {
    return wanted.equals(sound);
  }

  /** Whether it is certain that they hear nobody and nobody hears them. */
  boolean isHeld() {
    return sound != null && sound.held();
  }

  Tuning asked(Instant now) {
    return new Tuning(null, (errand == null ? Errand.look(now) : errand).run(now), now);
  }

  Tuning confirmed(Sound by, Instant now) {
    return new Tuning(by, null, now);
  }

  Tuning failed(Instant now) {
    return errand == null ? this : new Tuning(null, errand.again(now), now);
  }

  /** As a look has it, unless that may be older than the last change. */
  Tuning seen(Sound by, Instant now) {
    boolean old = changed != null && now.isBefore(changed.plus(Pace.DOUBT_LOOK));
    return errand != null || old ? this : new Tuning(by, null, changed);
  }
}
