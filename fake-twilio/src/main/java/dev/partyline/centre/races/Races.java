package dev.partyline.centre.races;

import dev.partyline.centre.Race;
import java.util.List;
import java.util.stream.Stream;

/** Every scenario that ships, in the order of the rules. */
public final class Races {

  private static final List<Race> ALL =
      Stream.of(
              OfferRaces.TABLE,
              AnswerRaces.TABLE,
              EndRaces.TABLE,
              FindRaces.TABLE,
              VersionRaces.TABLE,
              PushRaces.TABLE,
              EntryRaces.TABLE,
              HandOverRaces.TABLE)
          .flatMap(List::stream)
          .toList();

  private Races() {}

  /** All of them. */
  public static List<Race> all() {
    return ALL;
  }

  /**
   * The scenario of this name.
   *
   * @throws IllegalArgumentException when there is none; the message lists those with a word in
   *     common, or says how to list all
   */
  public static Race named(String name) {
    for (Race race : ALL) {
      if (race.name().equals(name)) {
        return race;
      }
    }
    List<String> near =
        ALL.stream()
            .map(Race::name)
            .filter(
                one ->
                    Stream.of(name.split("[^a-z]+"))
                        .anyMatch(word -> word.length() > 3 && one.contains(word)))
            .toList();
    throw new IllegalArgumentException(
        "no scenario '"
            + name
            + "'; "
            + (near.isEmpty() ? "'partyline scenario' lists all" : "there are " + near));
  }
}
