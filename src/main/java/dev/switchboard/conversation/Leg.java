package dev.switchboard.conversation;

import java.time.Instant;
import java.util.Objects;

/**
 * One call leg as the conversation knows it.
 *
 * @param sid the call SID
 * @param status how far it has come, as far as is known
 * @param presence whether it was seen in the room
 * @param finishedUnseen the platform refused to end it because it is over, and has not said how
 * @param errand what is being done about it; null when nothing
 * @param tuning how it sounds in the room
 */
public record Leg(
    String sid,
    LegStatus status,
    Presence presence,
    boolean finishedUnseen,
    Errand errand,
    Tuning tuning) {

  public Leg {
    Objects.requireNonNull(sid, "sid");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(presence, "presence");
    Objects.requireNonNull(tuning, "tuning");
  }

  static Leg heardOf(String sid, LegStatus status) {
    return new Leg(sid, status, Presence.NOT_YET, false, null, Tuning.OPEN);
  }

  /** Whether the platform may still hold this leg open. */
  public boolean isLive() {
    return !status.isFinal();
  }

  boolean hasLeft() {
    return presence == Presence.OUT || presence == Presence.RELEASED;
  }

  Leg now(LegStatus news) {
    LegStatus later = status.after(news);
    return later == status
        ? this
        : new Leg(sid, later, presence, finishedUnseen, later.isFinal() ? null : errand, tuning);
  }

  Leg now(Presence news) {
    Presence later = presence.after(news);
    return later == presence ? this : new Leg(sid, status, later, finishedUnseen, errand, tuning);
  }

  Leg with(Errand next) {
    return new Leg(sid, status, presence, finishedUnseen, next, tuning);
  }

  /** Looked at now, unless it is over or an errand is due anyway. */
  Leg askedAfter(Instant now) {
    return !isLive() || errand != null && errand.isDue(now) ? this : with(Errand.look(now));
  }

  Leg finishedUnseen(Errand next) {
    return new Leg(sid, status, presence, true, next, tuning);
  }

  Leg tuned(Tuning next) {
    return new Leg(sid, status, presence, finishedUnseen, errand, next);
  }

  /** In the room, as far as is known, where its sound can be changed. */
  boolean isIn() {
    return status == LegStatus.IN_PROGRESS && presence == Presence.IN;
  }

  /** Over, or out of the room. */
  boolean isGone() {
    return !isLive() || hasLeft();
  }
}
