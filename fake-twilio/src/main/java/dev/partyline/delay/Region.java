package dev.partyline.delay;

import java.util.Arrays;
import java.util.List;

/** A region in which voices can be mixed, and the edge beside it (REGION-01, REGION-02). */
public enum Region {
  US1("us1", "ashburn", "Virginia"),
  US2("us2", "umatilla", "Oregon"),
  IE1("ie1", "dublin", "Ireland"),
  DE1("de1", "frankfurt", "Frankfurt"),
  SG1("sg1", "singapore", "Singapore"),
  BR1("br1", "sao-paulo", "São Paulo"),
  AU1("au1", "sydney", "Sydney"),
  JP1("jp1", "tokyo", "Tokyo");

  private final String code;
  private final String edge;
  private final String place;

  Region(String code, String edge, String place) {
    this.code = code;
    this.edge = edge;
    this.place = place;
  }

  /** As the API writes it, for example {@code jp1}. */
  public String code() {
    return code;
  }

  /** The edge that pairs with it, for example {@code tokyo}. */
  public String edge() {
    return edge;
  }

  /** Where it is, for people. */
  public String place() {
    return place;
  }

  /** All codes, in the order in which they are listed. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Region::code).toList();
  }

  /** The region of this code; null when there is none (REGION-15: edges are none). */
  public static Region of(String code) {
    for (Region region : values()) {
      if (region.code.equals(code)) {
        return region;
      }
    }
    return null;
  }

  /**
   * The region beside an edge.
   *
   * @param edge its name, with or without the {@code -ix} of a private line
   * @return null when there is no such edge
   */
  public static Region beside(String edge) {
    String name =
        edge != null && edge.endsWith("-ix") ? edge.substring(0, edge.length() - 3) : edge;
    for (Region region : values()) {
      if (region.edge.equals(name)) {
        return region;
      }
    }
    return null;
  }
}
