package dev.partyline.server.http;

import dev.partyline.rest.NotModelled;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who says to be asking, by the header Authorization (SEC-13). Never written anywhere.
 *
 * @param user null when there is none, like {@code password}
 */
record Credentials(String user, String password) {

  static final Credentials NONE = new Credentials(null, null);

  private static final String BASIC = "basic ";
  private static final String BEARER = "bearer ";

  /**
   * Reads the header.
   *
   * @param header null when it was not sent; what cannot be read counts as not sent
   * @throws NotModelled for a bearer token
   */
  static Credentials of(String header) {
    if (header == null) {
      return NONE;
    }
    if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw new NotModelled("bearer tokens");
    }
    if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return NONE;
    }
    String pair;
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).trim());
      pair = new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noBase64) {
      return NONE;
    }
    int colon = pair.indexOf(':');
    return colon < 0 ? NONE : new Credentials(pair.substring(0, colon), pair.substring(colon + 1));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Credentials[" + user + "]";
  }
}
