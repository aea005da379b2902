package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.journal.NdjsonWriter;
import dev.partyline.law.Laws;
import dev.partyline.law.Violation;
import dev.partyline.report.Story;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /journal}, {@code /laws}, {@code /story} and {@code /webhooks}: what happened. */
final class JournalRoutes {

  private final Frame frame;

  JournalRoutes(Frame frame) {
    this.frame = frame;
  }

  void addTo(RoutesConfig routes) {
    routes.get(Frame.ROOT + "/journal", this::journal);
    routes.sse(Frame.ROOT + "/journal/live", this::live);
    routes.get(Frame.ROOT + "/laws", Frame.json(this::laws));
    routes.get(Frame.ROOT + "/story", Frame.json(this::story));
    routes.get(Frame.ROOT + "/webhooks", Frame.json(this::webhooks));
    routes.post(Frame.ROOT + "/webhooks/{name}/replay", Frame.json(this::replay));
  }

  private void journal(Context context) throws IOException {
    try {
      String types = context.queryParam("types");
      List<String> wanted = types == null ? List.of() : List.of(types.split(","));
      StringBuilder lines = new StringBuilder();
      for (Entry entry :
          frame
              .platform()
              .entries(
                  Frame.number(context, "from", 0), Frame.number(context, "to", Long.MAX_VALUE))) {
        if (wanted.isEmpty() || wanted.contains(entry.what().type())) {
          lines.append(NdjsonWriter.line(entry)).append('\n');
        }
      }
      context.contentType("application/x-ndjson; charset=utf-8");
      context.result(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (Refused refused) {
      Frame.error(context, refused.status(), refused.getMessage());
    }
  }

  /** Each entry as an event; the number of the last one seen lets a client go on from there. */
  private void live(SseClient client) {
    EventStream.send(
        frame,
        client,
        entry -> true,
        new EventStream.Words() {
          @Override
          public String event(Entry entry) {
            return "entry";
          }

          @Override
          public String data(Entry entry) {
            return NdjsonWriter.line(entry);
          }
        });
  }

  private Journal kept() {
    Journal journal = new Journal();
    for (Entry entry : frame.platform().entries(0, Long.MAX_VALUE)) {
      journal.add(entry.at(), entry.what());
    }
    return journal;
  }

  private JsonNode laws(Context context) {
    ObjectNode json = Body.JSON.createObjectNode();
    Laws.judge(kept())
        .forEach(
            (law, verdict) -> {
              ObjectNode one = json.putObject(law);
              one.put("standing", verdict.standing().name().toLowerCase(java.util.Locale.ROOT));
              ArrayNode violations = one.putArray("violations");
              for (Violation violation : verdict.violations()) {
                violations.add(violation.sentence());
              }
            });
    return json;
  }

  private JsonNode story(Context context) {
    ArrayNode lines = Body.JSON.createArrayNode();
    int most = (int) Math.min(1_000, Frame.number(context, "most", 100));
    for (Story.Line line : Story.of(kept(), null, most)) {
      lines.add(line.sentence());
    }
    return lines;
  }

  private JsonNode webhooks(Context context) {
    Map<String, ObjectNode> byName = new LinkedHashMap<>();
    for (Entry entry : frame.platform().entries(0, Long.MAX_VALUE)) {
      if (entry.what() instanceof Happening.WebhookQueued queued) {
        ObjectNode one = Body.JSON.createObjectNode();
        one.put("name", queued.webhook());
        one.put("kind", queued.kind());
        one.put("event", queued.event());
        one.put("url", queued.url());
        one.put("callSid", queued.call());
        one.put("conferenceSid", queued.conference());
        one.put("queuedAt", entry.at());
        byName.put(queued.webhook(), one);
      } else if (entry.what() instanceof Happening.WebhookSent sent) {
        ObjectNode one = byName.get(sent.webhook());
        if (one != null) {
          one.put("method", sent.method());
          one.putPOJO("params", sent.params());
        }
      } else if (entry.what() instanceof Happening.WebhookAnswered answered) {
        ObjectNode one = byName.get(answered.webhook());
        if (one != null) {
          one.put("status", answered.status());
          one.put("tookMs", answered.tookMs());
        }
      } else if (entry.what() instanceof Happening.WebhookFailed failed) {
        ObjectNode one = byName.get(failed.webhook());
        if (one != null) {
          one.put("error", failed.code());
          one.put("errorText", failed.text());
        }
      }
    }
    ArrayNode list = Body.JSON.createArrayNode();
    byName.values().forEach(list::add);
    return list;
  }

  private JsonNode replay(Context context) {
    frame.platform().replay(context.pathParam("name"));
    return Body.JSON.createObjectNode().put("replayed", context.pathParam("name"));
  }
}
