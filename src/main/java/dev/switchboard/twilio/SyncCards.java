package dev.switchboard.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.sync.v1.service.Document;
import dev.switchboard.conversation.Card;
import dev.switchboard.conversation.Conversation;
import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import dev.switchboard.outbound.Cards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Sync document for each conversation, of the name of its room. Every change but the first names
 * the revision it replaces: who is overtaken reads anew and is asked again with the newest card, so
 * instances beside each other cannot show an old one last.
 */
final class SyncCards implements Cards {

  /** A day: longer than any call, and gone by itself. */
  private static final int TTL_SECONDS = 86_400;

  private static final int MOST = 1000;

  private record Shown(Card card, String revision) {}

  private final TwilioRestClient client;
  private final String service;
  private final Map<String, Shown> shown =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Shown> eldest) {
          return size() > MOST;
        }
      };

  /** {@code client} must not repeat requests; see {@link OnceOnlyHttpClient}. */
  SyncCards(TwilioRestClient client, String service) {
    this.client = client;
    this.service = service;
  }

  @Override
  public void show(String conversation, Card card) {
    Shown before = known(conversation);
    if (before != null && before.card().equals(card)) {
      return;
    }
    String name = Conversation.roomName(conversation);
    Map<String, Object> data = data(card);
    Document document =
        before == null
            ? make(conversation, name, data)
            : change(conversation, name, before.revision(), data);
    keep(conversation, new Shown(card, document.getRevision()));
  }

  private Document make(String conversation, String name, Map<String, Object> data) {
    try {
      return TwilioCallControl.ask(
          "make document " + name,
          () ->
              Document.creator(service)
                  .setUniqueName(name)
                  .setData(data)
                  .setTtl(TTL_SECONDS)
                  .create(client));
    } catch (Refused refused) {
      if (refused.reason() != Reason.NOT_ALLOWED) {
        throw refused;
      }
      // it may be there, by another instance or by a request whose answer was lost
      String revision =
          TwilioCallControl.ask(
                  "look at document " + name, () -> Document.fetcher(service, name).fetch(client))
              .getRevision();
      return change(conversation, name, revision, data);
    }
  }

  private Document change(
      String conversation, String name, String revision, Map<String, Object> data) {
    try {
      return TwilioCallControl.ask(
          "change document " + name,
          () ->
              Document.updater(service, name)
                  .setIfMatch(revision)
                  .setData(data)
                  .setTtl(TTL_SECONDS)
                  .update(client));
    } catch (Refused refused) {
      keep(conversation, null);
      // it was changed meanwhile, or is gone: to be asked again, with what is so by then
      throw new Refused(
          refused.reason() == Reason.THROTTLED ? Reason.THROTTLED : Reason.UNCLEAR,
          refused.getMessage(),
          refused);
    }
  }

  private static Map<String, Object> data(Card card) {
    List<Map<String, String>> people = card.people().stream().map(SyncCards::data).toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("conferenceSid", card.conferenceSid());
    data.put("state", card.state());
    data.put("people", people);
    return data;
  }

  private static Map<String, String> data(Card.Person person) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("label", person.label());
    data.put("callSid", person.callSid());
    return data;
  }

  private synchronized Shown known(String conversation) {
    return shown.get(conversation);
  }

  private synchronized void keep(String conversation, Shown now) {
    if (now == null) {
      shown.remove(conversation);
    } else {
      shown.put(conversation, now);
    }
  }
}
