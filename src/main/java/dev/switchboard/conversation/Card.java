package dev.switchboard.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a softphone is shown of its conversation: how to name its conference, how it goes, and who
 * is in the room. It changes seldom, since every change costs a request: who is only being called
 * is not in it, and what ends is shown once.
 *
 * @param conferenceSid the conference
 * @param state {@code dialling}, {@code talking}, {@code held}, {@code consulting}, {@code
 *     transferring} or {@code ended}
 * @param people who is in the room; nobody once it has ended
 */
public record Card(String conferenceSid, String state, List<Person> people) {

  public Card {
    people = List.copyOf(people);
  }

  /**
   * Somebody in the room.
   *
   * @param label {@code agent}, {@code customer}, or a guest's own
   */
  public record Person(String label, String callSid) {}

  /** Empty for null, and while the conference is not known. */
  public static Optional<Card> of(Conversation it) {
    if (it == null || it.roomSid() == null) {
      return Optional.empty();
    }
    if (it.ending() != null) {
      return Optional.of(new Card(it.roomSid(), "ended", List.of()));
    }
    List<Person> people = new ArrayList<>();
    add(people, Conversation.AGENT_LABEL, it.agent());
    add(people, Conversation.CUSTOMER_LABEL, it.customer());
    it.guests().stream()
        .filter(guest -> !guest.supervises())
        .forEach(guest -> add(people, guest.label(), guest.leg()));
    return Optional.of(new Card(it.roomSid(), state(it), people));
  }

  private static void add(List<Person> people, String label, Leg leg) {
    if (leg != null && leg.isIn()) {
      people.add(new Person(label, leg.sid()));
    }
  }

  private static String state(Conversation it) {
    if (it.phase() != Phase.TALKING) {
      return "dialling";
    }
    Handover handover = it.wishes().handover();
    if (handover != null) {
      return handover.consulting() ? "consulting" : "transferring";
    }
    return it.wishes().hold() ? "held" : "talking";
  }
}
