package dev.switchboard.pages;

import dev.switchboard.people.Session;
import dev.switchboard.web.Incoming;
import java.util.Optional;

/**
 * One request, and who made it.
 *
 * @param session null when nobody has logged in
 * @param texts in the language to answer in
 */
record Visit(Incoming request, Session session, Texts texts) {

  static final String LANGUAGE_COOKIE = "switchboard-language";

  /** What a cookie of this name holds. */
  static Optional<String> cookie(Incoming request, String name) {
    for (String pair : request.header("Cookie").orElse("").split(";")) {
      String[] parts = pair.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(name)) {
        return Optional.of(parts[1]);
      }
    }
    return Optional.empty();
  }

  boolean isPost() {
    return request.method().equals("POST");
  }

  /** Whether the script asks, which wants a fragment and no whole page. */
  boolean wantsFragment() {
    return request.header("HX-Request").isPresent();
  }

  /** The identity of whose softphone this is. */
  String client() {
    return session.person().client();
  }
}
