package dev.partyline.telephony;

import java.util.List;

/**
 * Where events go and which.
 *
 * @param url absolute URL; never empty
 * @param method GET or POST
 * @param events subscription words, for example {@code start}, {@code answered}
 */
public record Subscription(String url, String method, List<String> events) {

  /** Copies the list. */
  public Subscription {
    events = List.copyOf(events);
  }

  /** Whether this word was subscribed. */
  public boolean wants(String event) {
    return events.contains(event);
  }
}
