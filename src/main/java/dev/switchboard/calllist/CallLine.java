package dev.switchboard.calllist;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Guest;
import dev.switchboard.conversation.Handover;
import dev.switchboard.conversation.Leg;
import dev.switchboard.conversation.LegStatus;
import dev.switchboard.conversation.Offer;
import dev.switchboard.conversation.Phase;
import dev.switchboard.conversation.Sound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One live call.
 *
 * @param id the conversation's
 * @param agentLeg the agent's call SID
 * @param agent the agent's phone, such as {@code client:aiko}; empty when not known
 * @param customer the customer's number
 * @param since when it began
 * @param state {@code joining}, {@code dialling}, {@code talking}, {@code held}, {@code
 *     consulting}, {@code transferring}, {@code ending}, {@code queued}, {@code offered} or {@code
 *     wrap-up}
 * @param muted whether the agent wants not to be heard
 * @param colleague whom the agent is about to hand over to; empty when nobody
 * @param alert what could not be done, as a text key; empty when nothing
 * @param people everybody who has a live leg, in the order of coming
 */
public record CallLine(
    String id,
    String agentLeg,
    String agent,
    String customer,
    Instant since,
    String state,
    boolean muted,
    String colleague,
    String alert,
    List<Person> people) {

  public CallLine {
    people = List.copyOf(people);
  }

  /**
   * Somebody with a live leg.
   *
   * @param role {@code agent}, {@code customer}, {@code colleague}, {@code supervisor} or {@code
   *     leaving}
   * @param address their phone; empty when not known
   * @param does {@code rings}, {@code talks}, {@code held}, {@code muted}, {@code listens} or
   *     {@code whispers}
   */
  public record Person(String callSid, String role, String address, String does) {}

  /** The line of a conversation whose call was heard of and that is not closed. */
  static CallLine of(Conversation it) {
    Optional<Offer> offer =
        it.isInbound()
            ? it.reception().open().filter(o -> o.leg() != null || o.waitsForPage())
            : Optional.empty();
    return new CallLine(
        it.id(),
        offer.map(o -> o.leg() == null ? "" : o.leg().sid()).orElse(it.agent().sid()),
        offer.map(Offer::address).orElse(it.agentAddress()),
        it.number(),
        it.began(),
        state(it),
        it.wishes().mute(),
        it.colleague().map(Guest::address).orElse(""),
        it.alert(),
        people(it));
  }

  private static String state(Conversation it) {
    if (it.isInbound() && it.reception().wrapping().isPresent() && it.ending() != null) {
      return "wrap-up";
    }
    if (it.phase() != Phase.TALKING) {
      return switch (it.phase()) {
        case WISHED, JOINING -> "joining";
        case QUEUED -> "queued";
        case OFFERED -> "offered";
        case DIALLING, TALKING -> "dialling";
        case ENDING, CLOSED -> "ending";
      };
    }
    Handover handover = it.wishes().handover();
    if (handover != null) {
      return handover.consulting() ? "consulting" : "transferring";
    }
    return it.wishes().hold() ? "held" : "talking";
  }

  private static List<Person> people(Conversation it) {
    List<Person> people = new ArrayList<>();
    add(people, it.agent(), "agent", it.agentAddress());
    if (it.isInbound()) {
      it.reception().open().stream()
          .filter(offer -> offer.leg() != null)
          .forEach(offer -> add(people, offer.leg(), "agent", offer.address()));
    }
    if (it.customer() != null) {
      add(people, it.customer(), "customer", it.number());
    }
    for (Leg stray : it.strays()) {
      add(people, stray, "leaving", "");
    }
    for (Guest guest : it.guests()) {
      if (guest.leg() != null) {
        add(people, guest.leg(), guest.supervises() ? "supervisor" : "colleague", guest.address());
      }
    }
    return people;
  }

  private static void add(List<Person> people, Leg leg, String role, String address) {
    if (leg.isLive()) {
      people.add(new Person(leg.sid(), role, address, does(leg, role)));
    }
  }

  private static String does(Leg leg, String role) {
    if (leg.status() != LegStatus.IN_PROGRESS) {
      return "rings";
    }
    Sound sound = leg.tuning().sound() == null ? Sound.OPEN : leg.tuning().sound();
    if (sound.held()) {
      return "held";
    }
    if (sound.muted()) {
      return role.equals("supervisor") ? "listens" : "muted";
    }
    return sound.coaches() == null ? "talks" : "whispers";
  }
}
