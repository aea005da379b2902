package dev.partyline.rest;

import java.util.regex.Pattern;

/** Forms of addresses that can be dialled (CALL-13, CALL-14). */
final class Addresses {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1[0-9]{10}");

  private Addresses() {}

  static boolean dialable(String address) {
    return client(address) || sip(address) || address.startsWith("app:") || phone(address);
  }

  static boolean phone(String address) {
    return E164.matcher(address).matches();
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
