package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.LegStatus;
import java.util.ArrayList;
import java.util.List;

/** A call leg over a whole run; entries of moments that never came are null. */
final class CallLeg {

  final String sid;

  /** What the leg was made with; null when the journal tells nothing of its making. */
  LegCreated made;

  /** The conversation it belongs to; null when it belongs to none. */
  Conversation conversation;

  /** Whether its person supervises: has pressed a supervisor's button before it was made. */
  boolean supervising;

  /** Whether a machine answered it, which is no company. */
  boolean machine;

  Entry created;
  Entry answered;
  Entry ended;

  /** The status it ended with; null while it lives. */
  LegStatus end;

  /** Every stay in a conference, oldest first. */
  final List<Participation> participations = new ArrayList<>(2);

  /** What the application believed of it, oldest first. */
  final List<Entry> beliefs = new ArrayList<>(4);

  CallLeg(String sid) {
    this.sid = sid;
  }

  /** Whose phone it is; null when that is not known. */
  String party() {
    return made == null ? null : made.party();
  }

  boolean isCustomers() {
    return conversation != null
        && conversation.customer != null
        && conversation.customer.equals(party());
  }

  boolean isAgents() {
    return conversation != null && conversation.agent != null && conversation.agent.equals(party());
  }

  /** Whether it speaks for the contact centre: an agent's, a colleague's. */
  boolean isStaffs() {
    return conversation != null && !supervising && !isCustomers();
  }

  boolean isOutbound() {
    return made != null && made.direction() != null && made.direction().startsWith("outbound");
  }

  boolean live() {
    return ended == null;
  }

  /** When it stopped waiting for an answer; {@link Run#OPEN} while it still waits. */
  long waitedUntil() {
    return answered != null ? answered.at() : Run.at(ended);
  }
}
