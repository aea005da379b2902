package dev.partyline.law;

/** Finds out why somebody was alone in a conference: what became of those who could be there. */
final class Solitude {

  private Solitude() {}

  /**
   * The reason as a clause: the last thing that happened to another leg, up to the moment at which
   * the leg became alone.
   */
  static String reason(Run run, Participation stay, long since) {
    String reason = "nobody else was there";
    long latest = -1;
    for (Participation other : stay.conference.participations) {
      if (other.leg.machine && Run.at(other.joined) <= since && Run.at(other.left) > since) {
        return "a machine had answered for " + Wording.who(other.leg);
      }
    }
    for (CallLeg other : run.legs.values()) {
      if (other == stay.leg || !concerns(other, stay)) {
        continue;
      }
      String what = null;
      long when = 0;
      if (Run.at(other.ended) <= since) {
        when = other.ended.seq();
        what = Wording.ending(other);
      } else {
        Participation last = lastStay(other, since);
        if (last != null) {
          when = (last.left != null && last.left.at() <= since ? last.left : last.since).seq();
          what = whereabouts(other, last, stay.conference, since);
        }
      }
      if (what != null && when > latest) {
        latest = when;
        reason = what;
      }
    }
    return reason;
  }

  private static String whereabouts(
      CallLeg other, Participation last, Conference conference, long since) {
    String who = Wording.who(other);
    if (Run.at(last.left) > since && last.conference != conference) {
      return who + " was in conference " + Wording.room(last.conference);
    }
    return last.conference == conference
        ? who + " had left it"
        : who + " had left conference " + Wording.room(last.conference);
  }

  private static boolean concerns(CallLeg other, Participation stay) {
    if (other.conversation != null && other.conversation == stay.leg.conversation) {
      return true;
    }
    for (Participation past : other.participations) {
      if (past.conference == stay.conference) {
        return true;
      }
    }
    return false;
  }

  /** The newest stay that began at or before the moment; null when there is none. */
  private static Participation lastStay(CallLeg leg, long moment) {
    for (int i = leg.participations.size() - 1; i >= 0; i--) {
      if (leg.participations.get(i).since.at() <= moment) {
        return leg.participations.get(i);
      }
    }
    return null;
  }
}
