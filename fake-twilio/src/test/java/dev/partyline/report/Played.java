package dev.partyline.report;

import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.ChoiceTaken;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.ConferenceOpened;
import dev.partyline.journal.Happening.ConferenceStarted;
import dev.partyline.journal.Happening.ConversationBegan;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Happening.ParticipantAdded;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.ParticipantLeft;
import dev.partyline.journal.Happening.PhoneActed;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.RestReturned;
import dev.partyline.journal.Happening.RestSent;
import dev.partyline.journal.Happening.RunBegan;
import dev.partyline.journal.Happening.RunFinished;
import dev.partyline.journal.Happening.WebhookAnswered;
import dev.partyline.journal.Happening.WebhookQueued;
import dev.partyline.journal.Happening.WebhookSent;
import dev.partyline.journal.Journal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a journal by hand in the words of a call flow. */
final class Played {

  static final String ACCOUNT = "AC" + "0".repeat(31) + "1";
  static final String ROOMS = "/2010-04-01/Accounts/" + ACCOUNT + "/Conferences";
  static final String CALLS = "/2010-04-01/Accounts/" + ACCOUNT + "/Calls";
  static final String DOCUMENT =
      "<?xml version=\"1.0\""
          + " encoding=\"UTF-8\"?><Response><Dial><Conference>call-1</Conference></Dial></Response>";

  private final Journal journal = new Journal();
  private long now;

  static String ca(int number) {
    return "CA" + String.format("%032x", number);
  }

  static String cf(int number) {
    return "CF" + String.format("%032x", number);
  }

  /** Pairs of names and values, in order. */
  static Map<String, String> params(String... pairs) {
    Map<String, String> params = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      params.put(pairs[i], pairs[i + 1]);
    }
    return params;
  }

  Played at(long ms) {
    now = ms;
    return this;
  }

  Played that(Happening what) {
    journal.add(now, what);
    return this;
  }

  Played begins(String subject, String story) {
    return that(
        new RunBegan(
            Happening.SCHEMA,
            subject,
            story,
            "random:42",
            "2024-01-01T00:00:00Z",
            params("callback.order", "as-sent", "conference.region", "us1")));
  }

  Played chose(String name, String value, boolean standard) {
    return that(new ChoiceTaken(name, value, standard));
  }

  Played conversation(String name, String agent, String customer) {
    return that(new ConversationBegan(name, agent, customer));
  }

  Played phone(String party, String conversation, String call, String action) {
    return that(new PhoneActed(party, conversation, call, action));
  }

  Played inbound(String call, String conversation, String party) {
    return that(new LegCreated(
            call,
            "leg-" + party,
            conversation,
            party,
            "inbound",
            "client:" + party,
            "+815000000000",
            null))
        .status(call, "ringing", "far-end");
  }

  Played called(String call, String conversation, String party, String request) {
    return that(new LegCreated(
            call,
            "leg-" + party,
            conversation,
            party,
            "outbound-api",
            "+815000000000",
            "+819012345678",
            request))
        .status(call, "queued", "rest");
  }

  Played status(String call, String status, String by) {
    return that(new LegStatus(call, status, "busy".equals(status) ? 486 : 0, by));
  }

  Played opened(String conference, String name, String call, String callbackUrl) {
    return that(new ConferenceOpened(conference, name, call, callbackUrl));
  }

  Played started(String conference) {
    return that(new ConferenceStarted(conference));
  }

  Played ended(String conference, String name, String reason, String call) {
    return that(new ConferenceEnded(conference, name, reason, call));
  }

  Played bound(String conference, String call) {
    return that(new ParticipantAdded(conference, call, "customer", true, false));
  }

  Played joins(String conference, String call, boolean endOnExit) {
    return that(new ParticipantJoined(conference, call, null, true, endOnExit));
  }

  Played leaves(String conference, String call, String reason) {
    return that(new ParticipantLeft(conference, call, reason, "completed"));
  }

  Played rest(String request, String method, String path, String... params) {
    return that(new RestSent(request, "webhook-1", method, path, params(params)));
  }

  Played handled(String request, int status) {
    return that(new RestHandled(request, status, 0, null));
  }

  Played returned(String request, int status) {
    return that(new RestReturned(request, status, "{\"status\": \"queued\"}"));
  }

  Played queued(
      String webhook, String kind, String call, String conference, String event, String path) {
    return that(
        new WebhookQueued(webhook, kind, call, conference, event, "https://app.example" + path));
  }

  Played sent(String webhook, String path, String... params) {
    return that(new WebhookSent(webhook, 1, "POST", "https://app.example" + path, params(params)));
  }

  Played answered(String webhook, int status, String body, long tookMs) {
    String type = body.isEmpty() ? "" : "text/xml";
    return that(new WebhookAnswered(webhook, 1, status, type, body, tookMs));
  }

  Journal finished(String outcome) {
    that(new RunFinished(outcome, "", journal.entries().size()));
    return journal;
  }
}
