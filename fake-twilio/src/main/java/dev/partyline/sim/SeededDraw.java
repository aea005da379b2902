package dev.partyline.sim;

import java.util.List;

/** Choices drawn from hash(seed, name): delays uniform within their bounds or biased to them. */
final class SeededDraw implements Draw {

  private final long seed;
  private final boolean boundaries;

  /**
   * Makes a draw.
   *
   * @param boundaries whether a delay is its least, its greatest or any value with equal chance,
   *     instead of any value
   */
  SeededDraw(long seed, boolean boundaries) {
    this.seed = seed;
    this.boundaries = boundaries;
  }

  @Override
  public long delay(String name, Span span) {
    if (boundaries) {
      long third = Math.floorMod(KeyedHash.of(seed ^ 0x5bd1e995L, name), 3L);
      if (third == 0) {
        return span.min();
      }
      if (third == 1) {
        return span.max();
      }
    }
    return KeyedHash.between(seed, name, span.min(), span.max());
  }

  @Override
  public int pick(String name, List<?> options) {
    return (int) KeyedHash.between(seed, name, 0, options.size() - 1L);
  }

  @Override
  public boolean happens(String name, double rate) {
    return KeyedHash.unit(seed, name) < rate;
  }
}
