package dev.partyline.directory;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which numbers cannot be dialled, by prefix: number plans and permissions as far as a test needs
 * them (ERR-78, ERR-85 to ERR-87). Nothing is refused unless it is set up here.
 */
public final class DiallingRules {

  /** The codes a prefix can be refused with. */
  private static final TreeSet<Integer> CODES =
      new TreeSet<>(java.util.List.of(21202, 21203, 21214, 21215, 21216, 21217));

  private final Map<String, Integer> codeByPrefix = new TreeMap<>();

  /**
   * Refuses numbers that begin with a prefix.
   *
   * @param prefix in E.164, for example {@code +1900}; the longest that fits a number counts
   * @param code 21202 premium, 21203 or 21215 no geographic permission, 21214 out of reach, 21216
   *     blocked, 21217 cannot be dialled
   * @throws IllegalArgumentException when the code is none of these or the prefix has no plus
   */
  public void refuse(String prefix, int code) {
    if (!CODES.contains(code)) {
      throw new IllegalArgumentException(
          "numbers cannot be refused with " + code + "; there are " + CODES);
    }
    if (!prefix.matches("\\+[0-9]*")) {
      throw new IllegalArgumentException(
          "'" + prefix + "' is no prefix of a number; write it like +1900");
    }
    codeByPrefix.put(prefix, code);
  }

  /** The code this number is refused with; 0 when it can be dialled. */
  public int refusal(String number) {
    for (int length = number.length(); length > 0; length--) {
      Integer code = codeByPrefix.get(number.substring(0, length));
      if (code != null) {
        return code;
      }
    }
    return 0;
  }
}
