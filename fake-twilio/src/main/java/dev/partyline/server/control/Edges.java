package dev.partyline.server.control;

import dev.partyline.delay.Region;
import java.util.ArrayList;
import java.util.List;

/** Edges as people write them. */
final class Edges {

  private Edges() {}

  /** Every edge, the nearest first. */
  static List<String> words() {
    List<String> words = new ArrayList<>(List.of("roaming"));
    for (Region region : Region.values()) {
      words.add(region.edge());
    }
    return words;
  }

  /** The region beside an edge; null for {@code roaming}. */
  static Region read(String edge) {
    if (!words().contains(edge)) {
      throw new Refused(400, "'edge' is '" + edge + "'; it must be one of " + words());
    }
    return Region.beside(edge);
  }
}
