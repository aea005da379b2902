package dev.partyline.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Custom parameters behind the question mark of an address (PART-15). */
final class Query {

  private Query() {}

  static Map<String, String> of(String address) {
    Map<String, String> pairs = new LinkedHashMap<>();
    int mark = address.indexOf('?');
    if (mark >= 0) {
      for (String pair : address.substring(mark + 1).split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}
