package dev.partyline.webhook;

import dev.partyline.sim.Span;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Something to be sent to the application.
 *
 * @param name stable name
 * @param kind a word of {@code WebhookQueued}
 * @param call the leg it is about; null when none
 * @param conference the conference it is about; null when none
 * @param event the event's word; empty for documents
 * @param method GET or POST
 * @param url absolute URL
 * @param params in the order of the platform
 * @param delay from now to the first delivery
 * @param unreliable whether it may be delivered twice or lost when the knobs say so
 * @param then what the platform does with the end of it, on the baton
 */
public record Dispatch(
    String name,
    String kind,
    String call,
    String conference,
    String event,
    String method,
    String url,
    Map<String, String> params,
    Span delay,
    boolean unreliable,
    Consumer<Delivered> then) {

  /** The same under another name. */
  Dispatch named(String other) {
    return new Dispatch(
        other, kind, call, conference, event, method, url, params, delay, unreliable, then);
  }
}
