package dev.partyline.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * User and password of Basic authentication (SEC-13).
 *
 * @param user null when none were sent or they cannot be read
 */
record Credentials(String user, String password) {

  private static final Credentials NONE = new Credentials(null, null);

  static Credentials of(String header) {
    if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return NONE;
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
      int at = pair.indexOf(':');
      return at < 0 ? NONE : new Credentials(pair.substring(0, at), pair.substring(at + 1));
    } catch (IllegalArgumentException malformed) {
      return NONE;
    }
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "Credentials[" + user + "]";
  }
}
