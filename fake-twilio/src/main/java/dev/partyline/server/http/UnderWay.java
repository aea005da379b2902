package dev.partyline.server.http;

import java.util.concurrent.ConcurrentHashMap;

/** How many requests each user has under way. */
final class UnderWay {

  private static final String NOBODY = "";

  private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();

  /** One more; the result counts it. */
  int begin(String user) {
    return counts.merge(user == null ? NOBODY : user, 1, Integer::sum);
  }

  /** One less. */
  void end(String user) {
    counts.computeIfPresent(
        user == null ? NOBODY : user, (name, count) -> count == 1 ? null : count - 1);
  }
}
