package dev.partyline.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code name=value&name=value}, percent-encoded UTF-8, with plus for space. */
final class FormText {

  private FormText() {}

  /**
   * Adds what a text holds, in its order.
   *
   * @param where for messages: query or body
   * @throws BadInput for a broken percent-encoding, bytes that are no UTF-8, or too many values
   */
  static void addTo(Map<String, List<String>> params, String text, String where) {
    int values = 0;
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('&', from);
      end = end < 0 ? text.length() : end;
      if (end > from) {
        if (++values > Limits.PARAMETERS) {
          throw tooMany(where);
        }
        int equals = text.indexOf('=', from);
        boolean named = equals >= 0 && equals < end;
        String name = decode(text.substring(from, named ? equals : end), where);
        String value = named ? decode(text.substring(equals + 1, end), where) : "";
        add(params, name, value);
      }
      from = end + 1;
    }
  }

  static void add(Map<String, List<String>> params, String name, String value) {
    params.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
  }

  static BadInput tooMany(String where) {
    return new BadInput(
        where.equals("query") ? 414 : 413,
        "The " + where + " has more than " + Limits.PARAMETERS + " parameters");
  }

  private static String decode(String text, String where) {
    if (text.indexOf('%') < 0) {
      return text.replace('+', ' ');
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < raw.length; i++) {
      byte next = raw[i];
      if (next == '+') {
        next = ' ';
      } else if (next == '%') {
        int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
        int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw new BadInput(
              400, "The " + where + " has a percent sign without two hexadecimal digits after it");
        }
        next = (byte) (high << 4 | low);
        i += 2;
      }
      raw[length++] = next;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw, 0, length)).toString();
    } catch (CharacterCodingException e) {
      throw new BadInput(400, "The " + where + " has a value that is not UTF-8");
    }
  }
}
