package dev.partyline.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds in any place, whoever is in it. */
class MixProperties {

  private static final List<String> LEGS = List.of("a", "b", "c", "d", "e");

  @Property
  @Pins("INV-11")
  void coach_is_heard_by_one_leg_or_by_none(@ForAll("places") Place place) {
    Mix mix = Mix.of(place);
    for (Seat seat : place.seats()) {
      if (seat.coaches() != null && !place.orphansBarge()) {
        List<String> hearers = mix.hearers(seat.leg());
        assertTrue(hearers.size() <= 1, () -> seat.leg() + " is heard by " + hearers);
        assertTrue(hearers.isEmpty() || hearers.get(0).equals(seat.coaches()));
      }
    }
  }

  @Property
  void muted_is_not_heard_and_held_neither_hears_nor_is_heard(@ForAll("places") Place place) {
    Mix mix = Mix.of(place);
    for (Seat seat : place.seats()) {
      if (seat.muted() || seat.held() || !place.open()) {
        assertEquals(List.of(), mix.hearers(seat.leg()));
      }
      if (seat.held() || !seat.connected() || !place.open()) {
        assertEquals(List.of(), mix.heardBy(seat.leg()));
      }
    }
  }

  @Property
  void both_directions_of_looking_agree_and_nobody_hears_itself(@ForAll("places") Place place) {
    Mix mix = Mix.of(place);
    for (Seat one : place.seats()) {
      assertFalse(mix.heardBy(one.leg()).contains(one.leg()));
      for (Seat other : place.seats()) {
        assertEquals(
            mix.heardBy(one.leg()).contains(other.leg()),
            mix.hearers(other.leg()).contains(one.leg()));
      }
    }
  }

  @Provide
  Arbitrary<Place> places() {
    Arbitrary<Seat> seat =
        Combinators.combine(
                Arbitraries.of(true, true, false),
                Arbitraries.of(false, false, true),
                Arbitraries.of(false, false, true),
                Arbitraries.of(LEGS).injectNull(0.5),
                Arbitraries.of("music", ""))
            .as(
                (connected, muted, held, coaches, own) ->
                    new Seat("?", connected, muted, held, coaches, own, null));
    return Combinators.combine(
            seat.list().ofMinSize(0).ofMaxSize(LEGS.size()),
            Arbitraries.of(true, true, false),
            Arbitraries.of(false, true))
        .as(
            (seats, open, barge) -> {
              List<Seat> named = new ArrayList<>();
              for (int i = 0; i < seats.size(); i++) {
                Seat any = seats.get(i);
                String leg = LEGS.get(i);
                named.add(
                    new Seat(
                        leg,
                        any.connected(),
                        any.muted(),
                        any.held(),
                        leg.equals(any.coaches()) ? null : any.coaches(),
                        any.own(),
                        null));
              }
              return new Place(open, named, "alone", barge);
            });
  }
}
