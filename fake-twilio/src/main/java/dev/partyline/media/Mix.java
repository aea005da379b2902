package dev.partyline.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who hears whom in one place, kept small: every listener hears every speaker but itself, and each
 * whisper reaches one leg beside that.
 *
 * @param speakers legs in the common mix, those included that ring and are heard ringing
 * @param listeners legs that hear the common mix
 * @param whispers coach to the one leg that hears it
 * @param sounds what the platform plays to a leg, in words; no entry for a leg to which it plays
 *     nothing
 */
public record Mix(
    List<String> speakers,
    List<String> listeners,
    Map<String, String> whispers,
    Map<String, String> sounds) {

  /** Nobody hears anything. */
  public static final Mix SILENCE = new Mix(List.of(), List.of(), Map.of(), Map.of());

  /** Whether nobody hears anything. */
  public boolean isSilent() {
    return listeners.isEmpty() && sounds.isEmpty() && whispers.isEmpty() && speakers.isEmpty();
  }

  /** Works out the mix of a place. */
  public static Mix of(Place place) {
    List<Seat> seats = place.seats();
    List<String> speakers = new ArrayList<>(seats.size());
    List<String> listeners = new ArrayList<>(seats.size());
    Map<String, String> whispers = new LinkedHashMap<>(4);
    Map<String, String> sounds = new LinkedHashMap<>(4);
    boolean alone = place.open() && seats.size() == 1;
    for (int i = 0; i < seats.size(); i++) {
      Seat seat = seats.get(i);
      boolean cutOff = seat.held() || !place.open();
      if (!cutOff && !seat.muted()) {
        speaks(place, seat, speakers, whispers);
      }
      if (!cutOff && seat.connected()) {
        listeners.add(seat.leg());
      }
      String sound = sound(seat, cutOff, alone ? place.alone() : "");
      if (!sound.isEmpty()) {
        sounds.put(seat.leg(), sound);
      }
    }
    return new Mix(speakers, listeners, whispers, sounds);
  }

  private static void speaks(
      Place place, Seat seat, List<String> speakers, Map<String, String> whispers) {
    if (seat.coaches() == null) {
      speakers.add(seat.leg());
      return;
    }
    Seat target = find(place.seats(), seat.coaches());
    if (target == null || !target.connected()) {
      if (place.orphansBarge()) {
        speakers.add(seat.leg());
      }
    } else if (!target.held()) {
      whispers.put(seat.leg(), target.leg());
    }
  }

  private static String sound(Seat seat, boolean cutOff, String alone) {
    if (!seat.connected()) {
      return "";
    }
    if (seat.announced() != null) {
      return seat.announced();
    }
    return cutOff ? seat.own() : alone;
  }

  private static Seat find(List<Seat> seats, String leg) {
    for (int i = 0; i < seats.size(); i++) {
      if (seats.get(i).leg().equals(leg)) {
        return seats.get(i);
      }
    }
    return null;
  }

  /** Legs whose voice, or whose ringing, this leg hears; never itself. */
  public List<String> heardBy(String leg) {
    List<String> heard = new ArrayList<>();
    if (listeners.contains(leg)) {
      for (String speaker : speakers) {
        if (!speaker.equals(leg)) {
          heard.add(speaker);
        }
      }
    }
    whispers.forEach(
        (coach, target) -> {
          if (target.equals(leg)) {
            heard.add(coach);
          }
        });
    return heard;
  }

  /** Legs that hear this one; never itself. */
  public List<String> hearers(String leg) {
    List<String> found = new ArrayList<>();
    if (speakers.contains(leg)) {
      for (String listener : listeners) {
        if (!listener.equals(leg)) {
          found.add(listener);
        }
      }
    }
    if (whispers.containsKey(leg)) {
      found.add(whispers.get(leg));
    }
    return found;
  }

  /** What the platform plays to this leg, in words; empty when nothing. */
  public String soundOf(String leg) {
    return sounds.getOrDefault(leg, "");
  }
}
