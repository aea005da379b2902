package dev.partyline.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Reads what an application was sent. */
final class Requests {

  private Requests() {}

  /** The parameters of a form. */
  static Map<String, String> params(String body) {
    Map<String, String> params = new TreeMap<>();
    for (String pair : body.split("&")) {
      int at = pair.indexOf('=');
      params.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return params;
  }
}
