package dev.partyline.server.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads parameters as every SDK sends them: percent-encoded UTF-8, in order, names may repeat. */
final class Forms {

  /** The most parameters a request may carry. */
  static final int MOST_PARAMETERS = 1_000;

  private Forms() {}

  /** Adds the pairs of a query or an urlencoded body. */
  static void addTo(Map<String, List<String>> params, String text) throws BadRequest {
    if (text == null || text.isEmpty()) {
      return;
    }
    int begin = 0;
    int count = 0;
    while (begin <= text.length()) {
      int end = text.indexOf('&', begin);
      end = end < 0 ? text.length() : end;
      if (end > begin) {
        if (++count > MOST_PARAMETERS) {
          throw new BadRequest(400, 20001, "More than " + MOST_PARAMETERS + " parameters");
        }
        int at = text.indexOf('=', begin);
        boolean named = at >= 0 && at < end;
        String name = decode(text, begin, named ? at : end);
        String value = named ? decode(text, at + 1, end) : "";
        params.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
      }
      begin = end + 1;
    }
  }

  private static String decode(String text, int begin, int end) throws BadRequest {
    boolean plain = true;
    for (int i = begin; i < end && plain; i++) {
      char c = text.charAt(i);
      plain = c != '%' && c != '+' && c < 128;
    }
    if (plain) {
      return text.substring(begin, end);
    }
    byte[] bytes = new byte[(end - begin) * 3];
    int length = 0;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (c == '+') {
        bytes[length++] = ' ';
      } else if (c == '%') {
        int high = i + 2 < end ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < end ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw new BadRequest(
              400,
              20001,
              "'" + text.substring(i, Math.min(end, i + 3)) + "' is no percent-encoding");
        }
        bytes[length++] = (byte) (high * 16 + low);
        i += 2;
      } else if (c < 128) {
        bytes[length++] = (byte) c;
      } else {
        byte[] more = String.valueOf(c).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** A new, empty set of parameters. */
  static Map<String, List<String>> none() {
    return new LinkedHashMap<>();
  }
}
