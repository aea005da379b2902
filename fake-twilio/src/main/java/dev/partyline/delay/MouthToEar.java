package dev.partyline.delay;

/**
 * How long a voice takes from a mouth to an ear (REGION-22): the way to the edge, on to the mixer,
 * through its jitter buffer and one frame, on to the other edge, the way to the ear, and the jitter
 * buffer and the codec there.
 */
public final class MouthToEar {

  private MouthToEar() {}

  /** Whole milliseconds, the same both ways. */
  public static long ms(Whereabouts mouth, Region mixer, Whereabouts ear) {
    return Math.round(
        Distances.part(mouth.access().row())
            + Distances.oneWayMs(mouth.edge(), mixer)
            + Distances.part("jitter-buffer")
            + Distances.part("frame")
            + Distances.oneWayMs(mixer, ear.edge())
            + Distances.part(ear.access().row())
            + Distances.part("jitter-buffer")
            + Distances.part("codec"));
  }

  /** The region in which these two are mixed best; the edge of the first where it is as good. */
  public static Region best(Whereabouts one, Whereabouts other) {
    Region best = one.edge();
    for (Region region : Region.values()) {
      if (ms(one, region, other) < ms(one, best, other)) {
        best = region;
      }
    }
    return best;
  }

  /** The delay of these two where they are mixed best. */
  public static long least(Whereabouts one, Whereabouts other) {
    return ms(one, best(one, other), other);
  }
}
