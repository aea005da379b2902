package dev.partyline.report;

import dev.partyline.journal.Happening.WebhookQueued;

/** Webhooks in words. */
final class WebhookWords {

  private WebhookWords() {}

  /** A webhook as the subject of a sentence: {@code the busy callback of customer-1's call}. */
  static String subject(String webhook, Cast cast) {
    WebhookQueued queued = cast.webhooks.get(webhook);
    if (queued == null) {
      return "webhook " + webhook;
    }
    String about =
        queued.conference() != null
            ? Sids.brief(queued.conference())
            : queued.call() != null ? cast.leg(queued.call()) + "'s call" : "no call";
    return switch (String.valueOf(queued.kind())) {
      case "call-status", "conference-status" -> "the " + queued.event() + " callback of " + about;
      default -> "the " + queued.kind() + " request for " + call(queued, cast);
    };
  }

  /** A webhook in a few characters, for the diagram. */
  static String label(WebhookQueued queued, Cast cast) {
    String path = RestWords.pathOf(Masks.text(queued.url() == null ? "" : queued.url()));
    return switch (String.valueOf(queued.kind())) {
      case "call-status" -> queued.event() + ": " + cast.leg(queued.call());
      case "conference-status" ->
          queued.event()
              + (queued.call() == null ? "" : ": " + cast.leg(queued.call()))
              + " "
              + Sids.brief(queued.conference());
      case "twiml" -> "TwiML for " + call(queued, cast) + "? " + path;
      default -> queued.kind() + " of " + call(queued, cast) + " " + path;
    };
  }

  private static String call(WebhookQueued queued, Cast cast) {
    return queued.call() == null ? "no call" : cast.leg(queued.call());
  }
}
