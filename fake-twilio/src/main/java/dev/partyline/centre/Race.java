package dev.partyline.centre;

import java.util.List;
import java.util.function.Consumer;

/**
 * A scenario that ships with Partyline: something that goes wrong between TaskRouter, phones and an
 * application.
 *
 * @param name as people type it: lower-case letters and hyphens
 * @param rules ids of the rules it shows, its race first
 * @param situation what comes together, one sentence
 * @param outcome what the platform does and what it costs, one sentence
 * @param play sets the centre up; nothing has happened yet
 * @param facts what is true afterwards; at least one
 */
public record Race(
    String name,
    List<String> rules,
    String situation,
    String outcome,
    Consumer<Centre> play,
    List<Fact> facts) {

  /** A scenario; rule ids are separated by spaces. */
  public static Race of(
      String name,
      String rules,
      String situation,
      String outcome,
      Consumer<Centre> play,
      Fact... facts) {
    return new Race(name, List.of(rules.split(" ")), situation, outcome, play, List.of(facts));
  }

  /** Plays it; everything in it is fixed, so it is the same each time. */
  public Centre played() {
    Centre centre = new Centre(name);
    play.accept(centre);
    return centre.run();
  }
}
