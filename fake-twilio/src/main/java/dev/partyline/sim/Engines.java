package dev.partyline.sim;

/** The fiber engines of this Java. */
public final class Engines {

  private static final class Holder {
    static final FiberEngine BEST;
    static final String WHY;

    static {
      FiberEngine best;
      String why;
      String wish = System.getProperty("partyline.engine", "");
      if (wish.equals("platform")) {
        best = new BatonEngine();
        why = "platform threads, as partyline.engine says";
      } else {
        try {
          best = VirtualEngine.probe();
          why = "virtual threads carried by the kernel: locks, futures and queues are simulated";
        } catch (UnsupportedOperationException cannot) {
          best = new BatonEngine();
          why =
              "platform threads, strict: code that blocks outside the simulation is reported; "
                  + cannot.getMessage();
        }
      }
      BEST = best;
      WHY = why;
    }
  }

  private Engines() {}

  /**
   * The best engine this Java offers: virtual threads on Java 24 and later where {@code java.lang}
   * is opened, pooled platform threads otherwise or when the system property {@code
   * partyline.engine} is {@code platform}.
   */
  public static FiberEngine best() {
    return Holder.BEST;
  }

  /** Which engine {@link #best} is and why, for a person. */
  public static String why() {
    return Holder.WHY;
  }

  /** An engine of its own on platform threads, for tests and comparisons. */
  public static FiberEngine platform() {
    return new BatonEngine();
  }
}
