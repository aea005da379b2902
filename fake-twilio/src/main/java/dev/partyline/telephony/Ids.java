package dev.partyline.telephony;

import java.util.Map;
import java.util.TreeMap;

/** Counted SIDs: a prefix and 32 hexadecimal digits, from 1 for each prefix. */
public final class Ids {

  private static final String ZEROS = "00000000000000000000000000000000";

  private final Map<String, Integer> last = new TreeMap<>();

  /** The next SID with this prefix of two capital letters. */
  public String next(String prefix) {
    int number = last.merge(prefix, 1, Integer::sum);
    String hex = Integer.toHexString(number);
    return prefix + ZEROS.substring(hex.length()) + hex;
  }
}
