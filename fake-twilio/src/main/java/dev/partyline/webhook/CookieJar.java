package dev.partyline.webhook;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cookies an application set in its answers, kept for each call and host and sent back to them
 * (TWIML-07). Path and expiry dates are not looked at; {@code Max-Age=0} takes a cookie away.
 */
final class CookieJar {

  private final Map<String, Map<String, String>> jars = new LinkedHashMap<>();

  /** The Cookie header for a request; null when there is none. */
  String header(String call, String url) {
    Map<String, String> jar = jars.isEmpty() || call == null ? null : jars.get(key(call, url));
    if (jar == null || jar.isEmpty()) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    jar.forEach(
        (name, value) ->
            text.append(text.length() == 0 ? "" : "; ").append(name).append('=').append(value));
    return text.toString();
  }

  /** Keeps what an answer set. */
  void keep(String call, String url, List<String> cookies) {
    if (call == null || cookies.isEmpty()) {
      return;
    }
    Map<String, String> jar = jars.computeIfAbsent(key(call, url), any -> new LinkedHashMap<>());
    for (String cookie : cookies) {
      String[] parts = cookie.split(";");
      int equals = parts[0].indexOf('=');
      if (equals < 1) {
        continue;
      }
      String name = parts[0].substring(0, equals).trim();
      boolean gone = false;
      for (int i = 1; i < parts.length; i++) {
        gone |= parts[i].trim().equalsIgnoreCase("Max-Age=0");
      }
      if (gone) {
        jar.remove(name);
      } else {
        jar.put(name, parts[0].substring(equals + 1).trim());
      }
    }
  }

  private static String key(String call, String url) {
    try {
      return call + " " + URI.create(url).getHost();
    } catch (IllegalArgumentException malformed) {
      return call + " " + url;
    }
  }
}
