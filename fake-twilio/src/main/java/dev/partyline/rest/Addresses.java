package dev.partyline.rest;

import java.util.regex.Pattern;

/** Forms of addresses that can be dialled (CALL-13, CALL-14). */
final class Addresses {

  private static final int LEAST_DIGITS = 7;
  private static final int MOST_DIGITS = 15;
  private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1[0-9]{10}");

  private Addresses() {}

  static boolean dialable(String address) {
    return client(address) || sip(address) || address.startsWith("app:") || phone(address);
  }

  /** A plus sign and 7 to 15 digits, the first of them no zero (E.164). */
  static boolean phone(String address) {
    int digits = address.length() - 1;
    if (digits < LEAST_DIGITS
        || digits > MOST_DIGITS
        || address.charAt(0) != '+'
        || address.charAt(1) == '0') {
      return false;
    }
    for (int i = 1; i <= digits; i++) {
      if (address.charAt(i) < '0' || address.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  static boolean client(String address) {
    return address.startsWith("client:");
  }

  static boolean sip(String address) {
    return address.startsWith("sip:") || address.startsWith("sips:");
  }

  /** North American numbers as people there write them; all else as it is (CALL-13). */
  static String formatted(String address) {
    return NORTH_AMERICAN.matcher(address).matches()
        ? "(%s) %s-%s"
            .formatted(address.substring(2, 5), address.substring(5, 8), address.substring(8))
        : address;
  }

  /** Whether a filter means this address, with or without the scheme that answers leave out. */
  static boolean same(String filter, String address) {
    return filter.equals(address) || filter.equals(bare(address));
  }

  /** The resource shows a SIP address without its scheme (CALL-14). */
  static String bare(String address) {
    return sip(address) ? address.substring(address.indexOf(':') + 1) : address;
  }
}
