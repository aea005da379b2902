package dev.partyline.sim;

/** The verdict on code that computes without end. */
final class Hangs {

  private Hangs() {}

  static Outcome outcome(String fiber, long stuckMs, StackTraceElement[] trace) {
    return new Outcome(
        Outcome.Kind.HANG,
        fiber + " has run for more than " + stuckMs + " ms of real time without giving way",
        Stacks.lines(trace),
        "Look for an endless loop, or for a wait inside a static initialiser or native code.");
  }
}
