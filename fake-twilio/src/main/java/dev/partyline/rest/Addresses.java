package dev.partyline.rest;

import java.util.regex.Pattern;

/** Forms of addresses that can be dialled (CALL-14). */
final class Addresses {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private Addresses() {}

  static boolean dialable(String address) {
    return address.startsWith("client:")
        || address.startsWith("sip:")
        || address.startsWith("app:")
        || E164.matcher(address).matches();
  }
}
