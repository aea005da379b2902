package dev.partyline.delay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The table of distances: read once, never changed. */
public final class Distances {

  private static final String FILE = "distances.tsv";

  /**
   * Milliseconds there and back, by the places of both among the regions; 0 where none is given.
   */
  private static final double[][] ROUND_TRIPS =
      new double[Region.values().length][Region.values().length];

  private static final Map<String, Double> PARTS = new LinkedHashMap<>();
  private static final Map<String, Region> COUNTRIES = new LinkedHashMap<>();

  private static final double SAME_REGION;

  static {
    read();
    SAME_REGION = part("same-region");
  }

  private Distances() {}

  /** Milliseconds from one region to another, one way; 1 within a region (REGION-21). */
  public static double oneWayMs(Region from, Region to) {
    return from == to ? SAME_REGION : ROUND_TRIPS[from.ordinal()][to.ordinal()] / 2;
  }

  /** The region nearest to a telephone; us1 where the table does not know its country. */
  public static Region nearest(String number) {
    for (int length = Math.min(5, number.length()); length > 1; length--) {
      Region region = COUNTRIES.get(number.substring(0, length));
      if (region != null) {
        return region;
      }
    }
    return Region.US1;
  }

  /** A part of every path, in milliseconds, by its row. */
  static double part(String row) {
    return PARTS.get(row);
  }

  private static void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Distances.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          row(number, line.split("\t"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    for (Region from : Region.values()) {
      for (Region to : Region.values()) {
        if (from != to && ROUND_TRIPS[from.ordinal()][to.ordinal()] <= 0) {
          throw new IllegalStateException(FILE + " has no round trip " + from + " " + to);
        }
      }
    }
  }

  private static void row(int number, String[] cells) {
    switch (cells[0]) {
      case "round-trip" -> {
        Region one = region(number, cells[1]);
        Region other = region(number, cells[2]);
        double ms = Double.parseDouble(cells[3]);
        ROUND_TRIPS[one.ordinal()][other.ordinal()] = ms;
        ROUND_TRIPS[other.ordinal()][one.ordinal()] = ms;
      }
      case "part" -> PARTS.put(cells[1], Double.parseDouble(cells[3]));
      case "country" -> COUNTRIES.put(cells[1], region(number, cells[2]));
      default ->
          throw new IllegalStateException(
              FILE + " line " + number + ": '" + cells[0] + "' is no kind of row");
    }
  }

  private static Region region(int number, String code) {
    Region region = Region.of(code);
    if (region == null) {
      throw new IllegalStateException(FILE + " line " + number + ": no region " + code);
    }
    return region;
  }
}
