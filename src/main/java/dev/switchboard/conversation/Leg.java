package dev.switchboard.conversation;

import java.util.Objects;

/**
 * One call leg as the conversation knows it.
 *
 * @param sid the call SID
 * @param status how far it has come, as far as is known
 * @param presence whether it was seen in the room
 * @param finishedUnseen the platform refused to end it because it is over, and has not said how
 * @param errand what is being done about it; null when nothing
 */
public record Leg(
    String sid, LegStatus status, Presence presence, boolean finishedUnseen, Errand errand) {

  public Leg {
    Objects.requireNonNull(sid, "sid");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(presence, "presence");
  }

  static Leg heardOf(String sid, LegStatus status) {
    return new Leg(sid, status, Presence.NOT_YET, false, null);
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
        : new Leg(sid, later, presence, finishedUnseen, later.isFinal() ? null : errand);
  }

  Leg now(Presence news) {
    Presence later = presence.after(news);
    return later == presence ? this : new Leg(sid, status, later, finishedUnseen, errand);
  }

  Leg with(Errand next) {
    return new Leg(sid, status, presence, finishedUnseen, next);
  }

  Leg finishedUnseen(Errand next) {
    return new Leg(sid, status, presence, true, next);
  }
}
