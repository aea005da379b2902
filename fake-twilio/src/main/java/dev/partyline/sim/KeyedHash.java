package dev.partyline.sim;

/** A 64-bit hash of a seed and a name: FNV-1a over the characters, then a mixing finaliser. */
final class KeyedHash {

  private KeyedHash() {}

  static long of(long seed, String name) {
    return mix(append(begin(seed), name));
  }

  /** The same for the name, {@code #} and the number, without making a text of them. */
  static long of(long seed, String name, long number) {
    return mix(append(append(append(begin(seed), name), '#'), number));
  }

  private static long begin(long seed) {
    return 0xcbf29ce484222325L ^ mix(seed + 0x9e3779b97f4a7c15L);
  }

  private static long append(long begun, String text) {
    long hash = begun;
    for (int i = 0; i < text.length(); i++) {
      hash = append(hash, text.charAt(i));
    }
    return hash;
  }

  private static long append(long hash, char letter) {
    return (hash ^ letter) * 0x100000001b3L;
  }

  /** The decimal digits of a number from 0. */
  private static long append(long begun, long number) {
    long place = 1;
    while (number / place >= 10) {
      place *= 10;
    }
    long hash = begun;
    for (; place > 0; place /= 10) {
      hash = append(hash, (char) ('0' + number / place % 10));
    }
    return hash;
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  static double unit(long seed, String name) {
    return unit(of(seed, name));
  }

  /** The same of a hash. */
  static double unit(long hash) {
    return (hash >>> 11) * 0x1.0p-53;
  }

  /** A number from {@code min} to {@code max}, both inclusive. */
  static long between(long seed, String name, long min, long max) {
    return between(of(seed, name), min, max);
  }

  /** The same of a hash. */
  static long between(long hash, long min, long max) {
    return min + Math.floorMod(hash, max - min + 1);
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
