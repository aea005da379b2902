package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.ConferenceEnded;
import java.util.ArrayList;
import java.util.List;

/** A conference over a whole run. */
final class Conference {

  final String sid;

  /** Its friendly name; null when the journal does not tell. */
  String name;

  /** When it was completed; null while it is not. */
  Entry ended;

  /** How it was completed; null while it is not. */
  ConferenceEnded end;

  /** Every leg's stay in it, oldest first. */
  final List<Participation> participations = new ArrayList<>(4);

  Conference(String sid) {
    this.sid = sid;
  }
}
