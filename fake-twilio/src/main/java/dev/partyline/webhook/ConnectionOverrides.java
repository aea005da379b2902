package dev.partyline.webhook;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How patient the platform is with one URL, as its fragment says (CB-43, CB-44).
 *
 * @param connectMs 100 to 10,000
 * @param readMs 100 to 15,000
 * @param totalMs 100 to 15,000
 * @param retries 0 to 5
 * @param policy words among {@code 4xx}, {@code 5xx}, {@code ct}, {@code rt}, {@code all}
 * @param problem the error code of what could not be read, 11241 to 11243; 0 when all could
 */
record ConnectionOverrides(
    int connectMs, int readMs, int totalMs, int retries, Set<String> policy, int problem) {

  static final ConnectionOverrides NONE =
      new ConnectionOverrides(5_000, 15_000, 15_000, 1, Set.of("ct"), 0);

  private static final Set<String> POLICIES = Set.of("4xx", "5xx", "ct", "rt", "all");

  /** Reads the fragment of a URL; what cannot be read keeps its default and is a problem. */
  static ConnectionOverrides of(String url) {
    int mark = url.indexOf('#');
    if (mark < 0 || url.indexOf('=', mark) < 0) {
      return NONE;
    }
    int connect = NONE.connectMs;
    int read = NONE.readMs;
    int total = NONE.totalMs;
    int retries = NONE.retries;
    Set<String> policy = NONE.policy;
    int problem = 0;
    for (String pair : url.substring(mark + 1).split("&")) {
      int at = pair.indexOf('=');
      String name = at < 0 ? pair : pair.substring(0, at);
      String value = at < 0 ? "" : pair.substring(at + 1);
      switch (name) {
        case "ct" -> connect = within(value, 100, 10_000, connect);
        case "rt" -> read = within(value, 100, 15_000, read);
        case "tt" -> total = within(value, 100, 15_000, total);
        case "rc" -> retries = within(value, 0, 5, retries);
        case "rp" -> {
          Set<String> words = new LinkedHashSet<>(java.util.List.of(value.split(",")));
          if (POLICIES.containsAll(words)) {
            policy = words;
          } else {
            problem = 11243;
          }
        }
        case "sni", "e" -> {
          // which certificate and which edge: nothing that the fake could do otherwise
        }
        default -> problem = 11241;
      }
      boolean number = Set.of("ct", "rt", "tt", "rc").contains(name);
      if (number && within(value, 0, 15_000, -1) < 0) {
        problem = 11242;
      }
    }
    return new ConnectionOverrides(connect, read, total, retries, policy, problem);
  }

  private static int within(String value, int least, int most, int otherwise) {
    if (!value.matches("[0-9]{1,5}")) {
      return otherwise;
    }
    int number = Integer.parseInt(value);
    return number < least || number > most ? otherwise : number;
  }

  /** Whether a request that broke like this is repeated. */
  boolean repeats(Transport.Break kind) {
    return policy.contains("all")
        || policy.contains("ct") && kind.beforeConnection()
        || policy.contains("rt") && kind == Transport.Break.READ_TIMEOUT;
  }

  /** Whether a request answered with this HTTP status is repeated. */
  boolean repeats(int status) {
    return status >= 400
        && (policy.contains("all") || policy.contains(status < 500 ? "4xx" : "5xx"));
  }
}
