package dev.partyline.webhook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How patient the platform is with one URL, as its fragment says (CB-43, CB-44).
 *
 * @param connectMs 100 to 10,000
 * @param readMs 100 to 15,000
 * @param totalMs 100 to 15,000
 * @param retries 0 to 5
 * @param policy words among {@code 4xx}, {@code 5xx}, {@code ct}, {@code rt}, {@code all}
 * @param problems what could not be read
 */
record ConnectionOverrides(
    int connectMs,
    int readMs,
    int totalMs,
    int retries,
    Set<String> policy,
    List<Problem> problems) {

  /**
   * A setting that could not be read.
   *
   * @param code the platform's, of {@code docs/api/errors/11240} to {@code 11243}; 0 for what the
   *     platform has no code for
   * @param fatal whether the request cannot go out
   */
  record Problem(int code, boolean fatal, String text) {}

  static final ConnectionOverrides NONE =
      new ConnectionOverrides(5_000, 15_000, 15_000, 1, Set.of("ct"), List.of());

  private static final Set<String> POLICIES = Set.of("4xx", "5xx", "ct", "rt", "all");

  private static final Set<String> EDGES =
      Set.of(
          "ashburn",
          "dublin",
          "frankfurt",
          "roaming",
          "sao-paulo",
          "singapore",
          "sydney",
          "tokyo",
          "umatilla");

  /** Reads the fragment of a URL; what cannot be read keeps its default and is a problem. */
  static ConnectionOverrides of(String url) {
    int mark = url.indexOf('#');
    if (mark < 0 || url.indexOf('=', mark) < 0) {
      return NONE;
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (String pair : url.substring(mark + 1).split("&")) {
      int at = pair.indexOf('=');
      settings.put(at < 0 ? pair : pair.substring(0, at), at < 0 ? "" : pair.substring(at + 1));
    }
    List<Problem> problems = new ArrayList<>();
    edges(settings.get("e"), problems);
    return new ConnectionOverrides(
        number(settings, "ct", 100, 10_000, NONE.connectMs, problems),
        number(settings, "rt", 100, 15_000, NONE.readMs, problems),
        number(settings, "tt", 100, 15_000, NONE.totalMs, problems),
        number(settings, "rc", 0, 5, NONE.retries, problems),
        policy(settings.get("rp"), problems),
        List.copyOf(problems));
  }

  private static Set<String> policy(String value, List<Problem> problems) {
    if (value == null) {
      return NONE.policy;
    }
    Set<String> words = new LinkedHashSet<>(List.of(value.split(",")));
    if (POLICIES.containsAll(words)) {
      return words;
    }
    problems.add(
        new Problem(
            11243,
            false,
            "rp="
                + value
                + ": HTTP retry policy is invalid; it is a list of 4xx, 5xx, ct, rt, all"));
    return NONE.policy;
  }

  /** From which edge a request goes out makes no other difference to the fake. */
  private static void edges(String value, List<Problem> problems) {
    for (String edge : value == null ? new String[0] : value.split(",", -1)) {
      if (EDGES.contains(edge)) {
        continue;
      }
      if (!edge.matches("[a-z]+(-[a-z0-9]+)*")) {
        problems.add(
            new Problem(11240, true, "e=" + value + ": HTTP connection edge location is invalid"));
      } else if (edge.endsWith("-ix")) {
        problems.add(
            new Problem(
                11242,
                true,
                "e=" + value + ": HTTP connection over Twilio Interconnect is not allowed"));
      } else {
        problems.add(
            new Problem(
                11241,
                true,
                "e="
                    + value
                    + ": HTTP connection edge location is not supported; there are "
                    + new TreeSet<>(EDGES)));
      }
      return;
    }
  }

  private static int number(
      Map<String, String> settings,
      String name,
      int least,
      int most,
      int otherwise,
      List<Problem> problems) {
    String value = settings.get(name);
    int number = value == null ? otherwise : within(value, least, most, -1);
    if (number < 0) {
      problems.add(
          new Problem(
              0,
              false,
              name
                  + "="
                  + value
                  + " is not from "
                  + least
                  + " to "
                  + most
                  + "; "
                  + otherwise
                  + " is used"));
      return otherwise;
    }
    return number;
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
