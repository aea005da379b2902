package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.PhoneActed;
import dev.partyline.journal.PhoneAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An agent's attempt to talk with a customer, over a whole run. */
final class Conversation {

  /** A conference which belongs to a conversation from a moment on. */
  record Room(Conference conference, Entry since) {}

  final String name;

  /** Both null when the journal does not tell how the conversation began. */
  String agent;

  String customer;

  final List<CallLeg> legs = new ArrayList<>(2);
  final List<Room> rooms = new ArrayList<>(2);

  /** When the agent dialled. */
  final List<Entry> dials = new ArrayList<>(2);

  /** When somebody hung up or pressed hang-up. */
  final List<Entry> hangUps = new ArrayList<>(2);

  /** Every time the conversation came to be over. */
  final List<Closing> closings = new ArrayList<>(1);

  /** Tasks of its callers: when each was made, and when it was over; the latter may be null. */
  final Map<String, Entry[]> tasks = new LinkedHashMap<>();

  /** How often it was offered to somebody by TaskRouter. */
  int offers;

  /** Whether somebody of the staff has been in a room with the customer. */
  boolean met;

  Conversation(String name) {
    this.name = name;
  }

  /** Agent and customer, as far as they are known. */
  List<String> parties() {
    List<String> parties = new ArrayList<>(2);
    if (agent != null) {
      parties.add(agent);
    }
    if (customer != null) {
      parties.add(customer);
    }
    return parties;
  }

  void acted(Entry entry, PhoneActed act) {
    boolean byAgent = agent != null && agent.equals(act.party());
    switch (act.action()) {
      case PhoneAction.DIALS:
        if (byAgent) {
          dials.add(entry);
          reopen(entry);
        }
        break;
      case PhoneAction.HANGS_UP:
      case PhoneAction.PRESSES_HANG_UP:
        hangUps.add(entry);
        if ((byAgent || isStaff(act.party())) && !staffIsLive(act.party()) && !isStillWaiting()) {
          close(entry, null);
        }
        break;
      default:
        break;
    }
  }

  void legEnded(Entry entry, CallLeg leg) {
    if (leg.isCustomers()
        ? !customerIsLive()
        : leg.isStaffs() && !staffIsLive(null) && !isStillWaiting()) {
      close(entry, leg);
    }
  }

  /** A leg was made: when it is to take over from an agent who has left, it all goes on. */
  void legMade(Entry entry, CallLeg leg) {
    legs.add(leg);
    if (leg.isStaffs() && leg.isOutbound() && customerIsLive()) {
      reopen(entry);
    }
  }

  /** The caller is in a queue: whomever they have met before, they wait for the next. */
  void waits(Entry entry) {
    met = false;
    reopen(entry);
  }

  /** Whether it began with somebody who called us, and not with an agent who dialled. */
  boolean isOfCaller() {
    return agent == null && customer != null;
  }

  /** Who called us and has met nobody waits for the next agent when one is gone. */
  private boolean isStillWaiting() {
    return agent == null && !met && customerIsLive();
  }

  private boolean isStaff(String party) {
    for (int i = 0; i < legs.size(); i++) {
      if (legs.get(i).isStaffs() && party.equals(legs.get(i).party())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether somebody of the staff has a live leg, this one left aside; null leaves nobody aside.
   */
  private boolean staffIsLive(String but) {
    for (int i = 0; i < legs.size(); i++) {
      CallLeg leg = legs.get(i);
      if (leg.live() && leg.isStaffs() && (but == null || !but.equals(leg.party()))) {
        return true;
      }
    }
    return false;
  }

  void uses(Conference conference, Entry since) {
    for (int i = 0; i < rooms.size(); i++) {
      if (rooms.get(i).conference() == conference) {
        return;
      }
    }
    rooms.add(new Room(conference, since));
  }

  private boolean customerIsLive() {
    for (int i = 0; i < legs.size(); i++) {
      if (legs.get(i).live() && legs.get(i).isCustomers()) {
        return true;
      }
    }
    return false;
  }

  private void close(Entry entry, CallLeg leg) {
    if (closings.isEmpty() || closings.get(closings.size() - 1).reopened != null) {
      closings.add(new Closing(entry, leg));
    }
  }

  private void reopen(Entry entry) {
    if (!closings.isEmpty() && closings.get(closings.size() - 1).reopened == null) {
      closings.get(closings.size() - 1).reopened = entry;
    }
  }
}
