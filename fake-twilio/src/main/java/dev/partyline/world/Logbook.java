package dev.partyline.world;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.rest.Backend.Note;
import dev.partyline.rest.Backend.Requested;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the journal says of errors and of requests, as the API shows it (CALL-62). Read anew for
 * each question: nobody asks often, and the journal is the one memory of a run.
 */
final class Logbook {

  private static final String API = "https://api.twilio.com";

  private final Journal journal;

  Logbook(Journal journal) {
    this.journal = journal;
  }

  /** Everything that was logged, oldest first. */
  List<Note> notes() {
    Fold fold = new Fold();
    journal.forEach(fold::add);
    return fold.notes;
  }

  /** The requests about a leg, to the application and of it, oldest first. */
  List<Requested> requests(String call) {
    Fold fold = new Fold();
    journal.forEach(fold::add);
    return fold.byCall.getOrDefault(call, List.of());
  }

  /** A request that has no answer yet. */
  private record Open(String call, String method, String url, Map<String, String> params, long at) {

    Requested answered(int status, String type, String body, long now) {
      return new Requested(method, url, params, status, type, body, at, now - at);
    }
  }

  private static final class Fold {
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, List<Requested>> byCall = new LinkedHashMap<>();
    private final Map<String, String> callByWebhook = new LinkedHashMap<>();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Map<String, String> madeBy = new LinkedHashMap<>();

    void add(Entry entry) {
      Happening what = entry.what();
      if (what instanceof Happening.WebhookQueued queued) {
        callByWebhook.put(queued.webhook(), queued.call());
      } else if (what instanceof Happening.WebhookSent sent) {
        open.put(
            sent.webhook(),
            new Open(
                callByWebhook.get(sent.webhook()),
                sent.method(),
                sent.url(),
                sent.params(),
                entry.at()));
      } else if (what instanceof Happening.WebhookAnswered answer) {
        close(answer.webhook(), answer.status(), answer.contentType(), answer.body(), entry.at());
      } else if (what instanceof Happening.WebhookFailed failed) {
        close(failed.webhook(), 0, null, failed.text(), entry.at());
      } else if (what instanceof Happening.RestSent sent) {
        open.put(
            sent.request(),
            new Open(
                callIn(sent.path()), sent.method(), API + sent.path(), sent.params(), entry.at()));
      } else if (what instanceof Happening.LegCreated made) {
        madeBy.put(made.request(), made.call());
      } else if (what instanceof Happening.RestReturned answer) {
        close(answer.request(), answer.status(), "application/json", answer.body(), entry.at());
      } else if (what instanceof Happening.Noted note) {
        List<Requested> before = byCall.getOrDefault(note.call(), List.of());
        notes.add(
            new Note(
                "NO" + String.format("%032x", entry.seq() + 1),
                note.call(),
                note.code(),
                note.level().equals("error"),
                note.text(),
                entry.at(),
                before.isEmpty() ? null : before.get(before.size() - 1)));
      }
    }

    private void close(String name, int status, String type, String body, long now) {
      Open request = open.remove(name);
      if (request == null) {
        return;
      }
      String call = request.call() == null ? madeBy.get(name) : request.call();
      if (call != null) {
        byCall
            .computeIfAbsent(call, sid -> new ArrayList<>())
            .add(request.answered(status, type, body, now));
      }
    }

    /** The leg whose path this is; null when it is another one's. */
    private static String callIn(String path) {
      int at = path.indexOf("/Calls/CA");
      int length = "CA".length() + 32;
      int from = at + "/Calls/".length();
      return at < 0 || path.length() < from + length ? null : path.substring(from, from + length);
    }
  }
}
