package dev.partyline.law;

import dev.partyline.journal.Entry;

/**
 * One stay of a leg in a conference, from being added or joined to being taken off.
 *
 * <p>It ends with whatever comes first: the leg left, the leg ended or the conference was
 * completed.
 */
final class Participation {

  final CallLeg leg;
  final Conference conference;
  final Entry since;

  /** When the leg was connected; null when it never was. */
  Entry joined;

  /** When the stay ended; null while it lasts. */
  Entry left;

  Participation(CallLeg leg, Conference conference, Entry since) {
    this.leg = leg;
    this.conference = conference;
    this.since = since;
  }
}
