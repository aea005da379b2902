package dev.partyline.law;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.WebhookAnswered;
import dev.partyline.journal.Happening.WebhookFailed;
import dev.partyline.journal.Happening.WebhookQueued;
import java.util.ArrayList;
import java.util.List;

/** A request of the platform to the application, with everything that became of it. */
final class Webhook {

  /** One attempt to deliver; entries of what never came are null. */
  static final class Delivery {
    final int attempt;
    final Entry sent;
    Entry answered;
    WebhookAnswered answer;
    Entry failed;
    WebhookFailed failure;

    Delivery(int attempt, Entry sent) {
      this.attempt = attempt;
      this.sent = sent;
    }
  }

  final String id;

  /** What it is about; null when the journal does not tell. */
  WebhookQueued queued;

  /** Whether a fault lost it on purpose. */
  boolean lost;

  final List<Delivery> deliveries = new ArrayList<>(1);

  Webhook(String id) {
    this.id = id;
  }

  String kind() {
    return queued == null ? "" : queued.kind();
  }

  /** Whether its answer is a document which the platform carries out. */
  boolean asksForDocument() {
    return kind().equals("twiml") || kind().equals("action");
  }

  /** Whether another URL is asked because this question had no answer in time (RACE-113). */
  boolean isAskedInstead() {
    return queued != null && queued.webhook().contains(".assignment-fallback");
  }

  /** Whether a try to deliver it came to nothing. */
  boolean troubled() {
    for (int i = 0; i < deliveries.size(); i++) {
      if (deliveries.get(i).failed != null) {
        return true;
      }
    }
    return deliveries.size() > 1;
  }

  void answered(Entry entry, WebhookAnswered answer) {
    for (int i = deliveries.size() - 1; i >= 0; i--) {
      Delivery delivery = deliveries.get(i);
      if (delivery.attempt == answer.attempt() && delivery.answered == null) {
        delivery.answered = entry;
        delivery.answer = answer;
        return;
      }
    }
  }

  void failed(Entry entry, WebhookFailed failure) {
    for (int i = deliveries.size() - 1; i >= 0; i--) {
      Delivery delivery = deliveries.get(i);
      if (delivery.attempt == failure.attempt() && delivery.failed == null) {
        delivery.failed = entry;
        delivery.failure = failure;
        return;
      }
    }
  }
}
