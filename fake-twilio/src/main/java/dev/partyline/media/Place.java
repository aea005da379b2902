package dev.partyline.media;

import java.util.List;

/**
 * A conference or a bridge, as far as sound goes.
 *
 * @param open whether voices pass at all: false before a conference has started (CONF-17)
 * @param seats legs in the order of their coming; no two of the same name
 * @param alone what a single leg in an open place hears, in words (CONF-26)
 * @param orphansBarge whether a coach whose target is gone is heard by everybody (PART-65)
 */
public record Place(boolean open, List<Seat> seats, String alone, boolean orphansBarge) {

  /** Nobody hears anything. */
  public static final Place EMPTY = new Place(false, List.of(), "", false);

  /** Copies the list. */
  public Place {
    seats = List.copyOf(seats);
  }

  /** A leg that hears the far end of its Dial ring. */
  public static Place ringing(String leg) {
    return new Place(
        false, List.of(new Seat(leg, true, false, false, null, "ringback", null)), "", false);
  }

  /** Two legs joined by a Dial: each hears the other, unless that one is muted. */
  public static Place bridge(String one, boolean oneMuted, String other, boolean otherMuted) {
    return new Place(
        true,
        List.of(
            new Seat(one, true, oneMuted, false, null, "", null),
            new Seat(other, true, otherMuted, false, null, "", null)),
        "",
        false);
  }
}
