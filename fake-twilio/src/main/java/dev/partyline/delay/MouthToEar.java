package dev.partyline.delay;

/**
 * How long a voice takes from a mouth to an ear (REGION-22): the way to the edge, on to the mixer,
 * through its jitter buffer and one frame, on to the other edge, the way to the ear, and the jitter
 * buffer and the codec there.
 */
public final class MouthToEar {

  private static final Region[] REGIONS = Region.values();
  private static final double JITTER_BUFFER = Distances.part("jitter-buffer");
  private static final double FRAME = Distances.part("frame");
  private static final double CODEC = Distances.part("codec");

  private MouthToEar() {}

  /** Whole milliseconds, the same both ways. */
  public static long ms(Whereabouts mouth, Region mixer, Whereabouts ear) {
    return Math.round(
        mouth.access().ms()
            + Distances.oneWayMs(mouth.edge(), mixer)
            + JITTER_BUFFER
            + FRAME
            + Distances.oneWayMs(mixer, ear.edge())
            + ear.access().ms()
            + JITTER_BUFFER
            + CODEC);
  }

  /** The region in which these two are mixed best; the edge of the first where it is as good. */
  public static Region best(Whereabouts one, Whereabouts other) {
    Region best = one.edge();
    long least = ms(one, best, other);
    for (Region region : REGIONS) {
      long ms = ms(one, region, other);
      if (ms < least) {
        best = region;
        least = ms;
      }
    }
    return best;
  }

  /** The delay of these two where they are mixed best. */
  public static long least(Whereabouts one, Whereabouts other) {
    return ms(one, best(one, other), other);
  }
}
