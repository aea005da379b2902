package dev.switchboard.conversation;

import java.time.Instant;

/**
 * What is known of a leg's sound in the room, and what is being done about it.
 *
 * @param sound as the platform last confirmed it; null from the moment another is asked for until
 *     that is confirmed, since a request that failed may have worked
 * @param errand the change that is asked for; null when none is
 * @param changed when another sound was last asked for or confirmed; null when never
 * @param guard whether the room ends when they leave
 * @param offHold whether it is certain that they are not on hold, be their sound otherwise unclear
 */
public record Tuning(Sound sound, Errand errand, Instant changed, Guard guard, boolean offHold) {

  /** Of somebody whose leaving does not end the room. */
  Tuning(Sound sound, Errand errand, Instant changed) {
    this(sound, errand, changed, Guard.OFF, !sound.held());
  }

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

  Tuning asked(Sound wanted, Instant now) {
    Errand first = errand == null ? Errand.look(now) : errand;
    return new Tuning(
        null,
        first.run(now, Pace.TUNE_OVERDUE),
        now,
        guard.asked(wanted.endsRoom()),
        offHold && !wanted.held());
  }

  /** That the room does not end is the rule, and not kept as part of the sound. */
  Tuning confirmed(Sound by, Instant now) {
    Guard next = guard.confirmed(by.endsRoom());
    return new Tuning(
        by.endingRoom(next == Guard.ON ? Boolean.TRUE : null), null, now, next, !by.held());
  }

  Tuning failed(Instant now) {
    return errand == null ? this : new Tuning(null, errand.again(now), now, guard, offHold);
  }

  /** As a look has it, unless that may be older than the last change. */
  Tuning seen(Sound by, Instant now) {
    boolean old = changed != null && now.isBefore(changed.plus(Pace.DOUBT_LOOK));
    return errand != null || old
        ? this
        : new Tuning(
            by.endingRoom(guard == Guard.ON ? Boolean.TRUE : null),
            null,
            changed,
            guard,
            !by.held());
  }
}
