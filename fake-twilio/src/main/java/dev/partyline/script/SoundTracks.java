package dev.partyline.script;

import dev.partyline.journal.Happening;
import dev.partyline.twiml.Document;
import dev.partyline.webhook.Delivered;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Starts what is heard beside documents that own a leg. */
public final class SoundTracks {

  /** A document that was fetched before anybody could hear it. */
  private record Ready(String requested, String url, Document document) {}

  private final Platform platform;
  private final Documents documents;
  private final Map<String, Ready> ready = new LinkedHashMap<>();

  SoundTracks(Platform platform, Documents documents) {
    this.platform = platform;
    this.documents = documents;
  }

  /** Fetches a document and plays it; one that was made ready for this leg is played at once. */
  public SoundTrack start(SoundTrack.Order order, SoundTrack.Listener listener) {
    SoundTrack track = new SoundTrack(platform, documents, order, listener);
    Ready before = order.call() == null ? null : ready.remove(order.call());
    if (before != null && before.requested().equals(order.url())) {
      track.begin(before.url(), before.document());
    } else {
      track.fetch(order.url(), order.method());
    }
    return track;
  }

  /**
   * Fetches what a leg is to hear before it hears it.
   *
   * @param then gets 0 and an empty text when it is ready, else the platform's code and what is
   *     wrong
   */
  void makeReady(SoundTrack.Order order, BiConsumer<Integer, String> then) {
    platform.send(
        SoundTrack.request(
            order,
            order.url(),
            order.method(),
            platform,
            delivered -> then(order, delivered, then)));
  }

  private void then(SoundTrack.Order order, Delivered delivered, BiConsumer<Integer, String> then) {
    if (delivered.reply() == null) {
      then.accept(delivered.code(), delivered.text());
      return;
    }
    Answer answer = documents.understand(delivered.url(), delivered.reply());
    if (answer.document() == null) {
      platform.note(new Happening.WebhookFailed(order.name(), 1, answer.code(), answer.text()));
    } else {
      ready.put(order.call(), new Ready(order.url(), delivered.url(), answer.document()));
    }
    then.accept(answer.code(), answer.text());
  }
}
