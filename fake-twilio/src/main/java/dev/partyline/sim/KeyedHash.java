package dev.partyline.sim;

/** A 64-bit hash of a seed and a name: FNV-1a over the characters, then a mixing finaliser. */
final class KeyedHash {

  private KeyedHash() {}

  static long of(long seed, String name) {
    long hash = 0xcbf29ce484222325L ^ mix(seed + 0x9e3779b97f4a7c15L);
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  static double unit(long seed, String name) {
    return (of(seed, name) >>> 11) * 0x1.0p-53;
  }

  /** A number from {@code min} to {@code max}, both inclusive. */
  static long between(long seed, String name, long min, long max) {
    return min + Math.floorMod(of(seed, name), max - min + 1);
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
