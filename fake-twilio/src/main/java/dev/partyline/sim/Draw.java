package dev.partyline.sim;

import java.util.List;

/** How a run settles its choices: from a seed, from pinned values, or as the typical run does. */
interface Draw {

  /** A delay within the span; names are unique within a run. */
  long delay(String name, Span span);

  /** Index of the option taken. */
  int pick(String name, List<?> options);

  boolean happens(String name, double rate);

  /** What an event's delay is free to be, for strategies that choose an order: all of its span. */
  default Span bounds(String name, Span span) {
    return span;
  }

  /** Place among events of the same instant; 0 is the order of their making. */
  default int tie(String name) {
    return 0;
  }

  /** What the typical run does: typical delays, first options, no faults. */
  Draw TYPICAL =
      new Draw() {
        @Override
        public long delay(String name, Span span) {
          return span.typical();
        }

        @Override
        public int pick(String name, List<?> options) {
          return 0;
        }

        @Override
        public boolean happens(String name, double rate) {
          return rate >= 1;
        }
      };
}
