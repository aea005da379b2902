package dev.partyline.law;

import dev.partyline.law.Conversation.Room;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * ONE-ROOM: a conversation has at most one conference that is not completed, and no leg is in two.
 *
 * <p>A conference belongs to the conversations of the legs added to or joined to it, from the
 * moment of the first; to that of somebody who called us, from the moment when they are: until then
 * it is an agent's who was rung for them, as others may have been (decision 0046). What counts is
 * the order of the journal: two conferences that overlap within one millisecond do overlap. Each
 * conference that came while another one was live is reported once.
 */
public final class OneRoom implements RunLaw {

  @Override
  public String id() {
    return "ONE-ROOM";
  }

  @Override
  public String sentence() {
    return "A conversation has at most one live conference at a time, and no call is in two.";
  }

  @Override
  public Verdict judge(Run run) {
    Breaches breaches = new Breaches();
    for (Conversation conversation : run.conversations.values()) {
      List<Room> rooms = rooms(conversation);
      for (int i = 1; i < rooms.size(); i++) {
        conversation(conversation, rooms, i, breaches);
      }
    }
    for (CallLeg leg : run.legs.values()) {
      if (!leg.participations.isEmpty()) {
        breaches.exercised();
      }
      for (int i = 1; i < leg.participations.size(); i++) {
        leg(leg, i, breaches);
      }
    }
    return breaches.verdict();
  }

  /** Those that count, the first first. */
  private static List<Room> rooms(Conversation conversation) {
    if (!conversation.isOfCaller()) {
      return conversation.rooms;
    }
    List<Room> entered = new ArrayList<>(2);
    for (Room room : conversation.rooms) {
      room.conference().participations.stream()
          .filter(stay -> stay.leg.isCustomers() && stay.leg.conversation == conversation)
          .findFirst()
          .ifPresent(stay -> entered.add(new Room(room.conference(), stay.since)));
    }
    entered.sort(Comparator.comparingLong(room -> room.since().seq()));
    return entered;
  }

  private void conversation(
      Conversation conversation, List<Room> rooms, int newest, Breaches breaches) {
    Room room = rooms.get(newest);
    List<Conference> live = new ArrayList<>(2);
    long others = 0;
    for (int i = 0; i < newest; i++) {
      Conference earlier = rooms.get(i).conference();
      if (Run.seq(earlier.ended) > room.since().seq()) {
        live.add(earlier);
        others = Math.max(others, Run.at(earlier.ended));
      }
    }
    if (live.isEmpty()) {
      return;
    }
    live.add(room.conference());
    long since = room.since().at();
    long until = Math.min(others, Run.at(room.conference().ended));
    breaches.add(
        violation(
            since,
            until,
            conversation.name,
            conversation.parties(),
            sids(live),
            "conversation "
                + conversation.name
                + " had "
                + count(live.size())
                + " conferences at once "
                + Wording.span(since, until)
                + ": "
                + names(live)));
  }

  private void leg(CallLeg leg, int newest, Breaches breaches) {
    Participation stay = leg.participations.get(newest);
    List<Conference> bound = new ArrayList<>(2);
    long others = 0;
    for (int i = 0; i < newest; i++) {
      Participation earlier = leg.participations.get(i);
      if (Run.seq(earlier.left) > stay.since.seq()) {
        bound.add(earlier.conference);
        others = Math.max(others, Run.at(earlier.left));
      }
    }
    if (bound.isEmpty()) {
      return;
    }
    bound.add(stay.conference);
    long since = stay.since.at();
    long until = Math.min(others, Run.at(stay.left));
    List<String> subjects = new ArrayList<>();
    subjects.add(leg.sid);
    subjects.addAll(sids(bound));
    breaches.add(
        violation(
            since,
            until,
            leg.conversation == null ? null : leg.conversation.name,
            Breaches.named(leg.party()),
            subjects,
            Wording.call(leg)
                + " was in "
                + count(bound.size())
                + " conferences at once "
                + Wording.span(since, until)
                + ": "
                + names(bound)));
  }

  private Violation violation(
      long since,
      long until,
      String conversation,
      List<String> parties,
      List<String> subjects,
      String sentence) {
    return new Violation(id(), since, since, until, conversation, parties, subjects, sentence);
  }

  private static List<String> sids(List<Conference> conferences) {
    List<String> sids = new ArrayList<>();
    for (Conference conference : conferences) {
      sids.add(conference.sid);
    }
    return sids;
  }

  private static String count(int number) {
    return number == 2 ? "two" : number == 3 ? "three" : Integer.toString(number);
  }

  private static String names(List<Conference> conferences) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < conferences.size(); i++) {
      if (i > 0) {
        names.append(i == conferences.size() - 1 ? " and " : ", ");
      }
      names.append(Wording.room(conferences.get(i)));
    }
    return names.toString();
  }
}
