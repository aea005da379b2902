package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.fault.Fault;
import dev.partyline.fault.Faults;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.journal.NdjsonWriter;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.law.Laws;
import dev.partyline.law.Violation;
import dev.partyline.media.Mix;
import dev.partyline.phone.PhoneScript;
import dev.partyline.report.Story;
import dev.partyline.server.LivePlatform;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;
import dev.partyline.world.Account;
import dev.partyline.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.sse.SseClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The control API under {@code /_partyline}. */
public final class ControlApi {

  private static final String ROOT = "/_partyline";
  private static final int MOST_BEHIND = 50_000;

  private final LivePlatform platform;

  /** The control API of a platform. */
  public ControlApi(LivePlatform platform) {
    this.platform = platform;
  }

  /** Adds its routes to a server. */
  public void addTo(RoutesConfig routes) {
    routes.get(ROOT, json(this::summary));
    routes.get(ROOT + "/openapi.json", ControlApi::document);
    routes.get(ROOT + "/phones", json(this::phones));
    routes.get(ROOT + "/phones/{address}", json(this::phone));
    routes.put(ROOT + "/phones/{address}", json(this::script));
    routes.delete(ROOT + "/phones/{address}", json(this::unscript));
    routes.get(ROOT + "/calls", json(this::calls));
    routes.post(ROOT + "/calls", json(this::place));
    routes.post(ROOT + "/calls/{sid}/{action}", json(this::operate));
    routes.get(ROOT + "/conferences", json(this::conferences));
    routes.get(ROOT + "/knobs", json(this::knobs));
    routes.put(ROOT + "/knobs", json(this::turn));
    routes.get(ROOT + "/faults", json(this::faults));
    routes.post(ROOT + "/faults", json(this::addFault));
    routes.delete(ROOT + "/faults", json(this::clearFaults));
    routes.delete(ROOT + "/faults/{id}", json(this::removeFault));
    routes.get(ROOT + "/clock", json(context -> time()));
    routes.put(ROOT + "/clock", json(this::setClock));
    routes.post(ROOT + "/clock/advance", json(this::advance));
    routes.post(ROOT + "/clock/run-until-quiet", json(this::runUntilQuiet));
    routes.get(ROOT + "/journal", this::journal);
    routes.sse(ROOT + "/journal/live", this::live);
    routes.get(ROOT + "/laws", json(this::laws));
    routes.get(ROOT + "/story", json(this::story));
    routes.get(ROOT + "/webhooks", json(this::webhooks));
    routes.post(ROOT + "/webhooks/{name}/replay", json(this::replay));
    routes.post(ROOT + "/reset", json(this::reset));
  }

  // ---- the frame ----

  private static Handler json(Function<Context, JsonNode> body) {
    return context -> {
      try {
        answer(context, 200, body.apply(context));
      } catch (Refused refused) {
        error(context, refused.status(), refused.getMessage());
      } catch (IllegalArgumentException bad) {
        error(context, 400, bad.getMessage());
      }
    };
  }

  private static void answer(Context context, int status, JsonNode json) throws IOException {
    context.status(status).contentType("application/json");
    context.result(Body.JSON.writeValueAsBytes(json));
  }

  private static void error(Context context, int status, String message) throws IOException {
    answer(context, status, Body.JSON.createObjectNode().put("error", message));
  }

  private <T> T ask(Function<World, T> question) {
    try {
      return platform.ask(question).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  private static Body body(Context context) {
    return Body.of(context.bodyAsBytes());
  }

  private static void document(Context context) throws IOException {
    try (InputStream in = ControlApi.class.getResourceAsStream("openapi.json")) {
      context.contentType("application/json").result(in.readAllBytes());
    }
  }

  // ---- looking ----

  private ObjectNode summary(Context context) {
    ObjectNode json = time();
    String account = ask(world -> world.directory().main().sid());
    long calls = ask(world -> world.telephony().calls().stream().filter(Call::isLive).count());
    long rooms =
        ask(world -> world.telephony().conferences().stream().filter(Conference::isLive).count());
    json.put("accountSid", account);
    json.put("liveCalls", calls);
    json.put("liveConferences", rooms);
    json.put("requestsToTheApplicationUnderWay", platform.onTheirWay());
    return json;
  }

  private ObjectNode time() {
    return Body.JSON
        .createObjectNode()
        .put("ms", platform.clock().now())
        .put("instant", Account.EPOCH.plusMillis(platform.clock().now()).toString())
        .put("frozen", platform.clock().frozen())
        .put("speed", platform.clock().speed());
  }

  private JsonNode calls(Context context) {
    boolean all = "true".equals(context.queryParam("all"));
    return ask(
        world -> {
          ArrayNode list = Body.JSON.createArrayNode();
          for (Call call : world.telephony().calls()) {
            if (all || call.isLive()) {
              list.add(call(world, call));
            }
          }
          return list;
        });
  }

  private static ObjectNode call(World world, Call call) {
    ObjectNode json = Body.JSON.createObjectNode();
    json.put("sid", call.sid());
    json.put("leg", call.origin().leg());
    json.put("direction", call.origin().direction());
    json.put("from", call.origin().from());
    json.put("to", call.origin().to());
    json.put("status", call.status().word());
    json.put(
        "conferenceSid", call.participant() == null ? null : call.participant().conference().sid());
    ArrayNode hears = json.putArray("hears");
    world.hearing().heardBy(call.sid()).forEach(hears::add);
    json.put("sound", world.hearing().soundOf(call.sid()));
    return json;
  }

  private JsonNode conferences(Context context) {
    boolean all = "true".equals(context.queryParam("all"));
    return ask(
        world -> {
          ArrayNode list = Body.JSON.createArrayNode();
          for (Conference conference : world.telephony().conferences()) {
            if (all || conference.isLive()) {
              list.add(conference(world, conference));
            }
          }
          return list;
        });
  }

  private static ObjectNode conference(World world, Conference conference) {
    ObjectNode json = Body.JSON.createObjectNode();
    json.put("sid", conference.sid());
    json.put("friendlyName", conference.name());
    json.put("status", conference.status().word());
    json.put("reasonEnded", conference.reasonEnded());
    Mix mix = world.hearing().in(conference.sid());
    ArrayNode participants = json.putArray("participants");
    for (Participant participant : conference.participants()) {
      String sid = participant.call().sid();
      ObjectNode one = participants.addObject();
      one.put("callSid", sid);
      one.put("label", participant.label());
      one.put("status", participant.status());
      one.put("muted", participant.muted());
      one.put("hold", participant.hold());
      one.put("coaches", participant.coaches());
      ArrayNode hears = one.putArray("hears");
      mix.heardBy(sid).forEach(hears::add);
      one.put("sound", mix.soundOf(sid));
    }
    return json;
  }

  // ---- phones ----

  private JsonNode phones(Context context) {
    return ask(
        world -> {
          ObjectNode json = Body.JSON.createObjectNode();
          for (String address : world.phones().book().addresses()) {
            ArrayNode list = json.putArray(address);
            world.phones().book().of(address).forEach(script -> Scripts.write(list, script));
          }
          return json;
        });
  }

  private JsonNode phone(Context context) {
    String address = context.pathParam("address");
    return ask(
        world -> {
          List<PhoneScript> scripts = world.phones().book().of(address);
          if (scripts.isEmpty()) {
            throw new Refused(404, "no phone " + address + " is scripted");
          }
          ArrayNode list = Body.JSON.createArrayNode();
          scripts.forEach(script -> Scripts.write(list, script));
          return list;
        });
  }

  /** One script as the body, or several calls' worth under {@code calls}. */
  private JsonNode script(Context context) {
    String address = address(context.pathParam("address"));
    Body body = body(context);
    List<PhoneScript> scripts = new ArrayList<>();
    if (body.has("calls")) {
      body.only("calls").list("calls").forEach(one -> scripts.add(Scripts.read(one)));
      if (scripts.isEmpty()) {
        throw new Refused(400, "'calls' is empty; to take a script off, DELETE it");
      }
    } else {
      scripts.add(Scripts.read(body));
    }
    ask(
        world -> {
          world.phones().book().put(address, scripts);
          return null;
        });
    return phone(context);
  }

  private static String address(String address) {
    boolean known =
        address.matches("\\+[1-9][0-9]{1,14}")
            || address.startsWith("client:") && address.length() > 7
            || address.startsWith("sip:") && address.length() > 4;
    if (!known) {
      throw new Refused(
          400,
          "'"
              + address
              + "' is no address; a phone is +E.164 (percent-encode the plus), client:NAME or"
              + " sip:USER@HOST");
    }
    return address;
  }

  private JsonNode unscript(Context context) {
    JsonNode was = phone(context);
    ask(
        world -> {
          world.phones().book().put(context.pathParam("address"), List.of());
          return null;
        });
    return was;
  }

  // ---- calls by hand ----

  /** {@code from} dials the number {@code to}, or {@code client} connects to an application. */
  private JsonNode place(Context context) {
    Body body = body(context).only("from", "to", "client", "application", "parameters");
    if (body.has("client")) {
      Map<String, String> parameters = new LinkedHashMap<>();
      body.json()
          .path("parameters")
          .fields()
          .forEachRemaining(one -> parameters.put(one.getKey(), one.getValue().asText()));
      String client = body.text("client");
      String application = body.text("application", Account.APPLICATION);
      return ask(world -> call(world, world.connect(client, application, parameters)));
    }
    String from = body.text("from");
    String to = body.text("to");
    return ask(world -> call(world, world.arriveFrom(from, to, null)));
  }

  private JsonNode operate(Context context) {
    String sid = context.pathParam("sid");
    String action = context.pathParam("action");
    Body body = body(context);
    return ask(
        world -> {
          Call call = world.telephony().call(sid);
          if (call == null) {
            throw new Refused(404, "there is no call " + sid);
          }
          if (!call.isLive()) {
            throw new Refused(409, "call " + sid + " is " + call.status().word() + " already");
          }
          boolean rings = call.status() == CallStatus.RINGING;
          switch (action) {
            case "answer", "decline" -> {
              if (!rings || call.origin().direction().equals("inbound")) {
                throw new Refused(
                    409,
                    "call " + sid + " does not ring at a phone: it is " + call.status().word());
              }
              if (action.equals("answer")) {
                world.phones().pickUp(call);
              } else {
                world.phones().decline(call);
              }
            }
            case "hang-up" -> world.hangUpFarEnd(call);
            case "keys" -> {
              String keys = body.only("keys").text("keys");
              if (!keys.matches("[0-9A-D#*]+")) {
                throw new Refused(400, "keys are made of 0-9, A-D, # and *, not '" + keys + "'");
              }
              world.people().presses(call, keys);
            }
            case "speak" -> {
              body.only("words", "confidence", "ms");
              world.speak(
                  call,
                  body.text("words"),
                  body.text("confidence", "0.9"),
                  body.whole("ms", 1_000));
            }
            case "vanish" -> world.phones().vanish(call);
            default ->
                throw new Refused(
                    404,
                    "a call can answer, decline, hang-up, press keys, speak or vanish, not '"
                        + action
                        + "'");
          }
          return call(world, call);
        });
  }

  // ---- knobs and faults ----

  private JsonNode knobs(Context context) {
    Knobs now = platform.knobs();
    ArrayNode list = Body.JSON.createArrayNode();
    for (Knob knob : Knob.values()) {
      ObjectNode one = list.addObject();
      one.put("name", knob.key());
      one.put("value", now.get(knob));
      one.put("standard", knob.standard());
      one.put("sweep", knob.sweep());
      one.put("rule", knob.rule());
      ArrayNode values = one.putArray("values");
      knob.choices().forEach(values::add);
    }
    return list;
  }

  private JsonNode turn(Context context) {
    Map<Knob, String> values = new EnumMap<>(Knob.class);
    body(context)
        .json()
        .fields()
        .forEachRemaining(one -> values.put(Knob.named(one.getKey()), one.getValue().asText()));
    platform.turn(platform.knobs().with(values));
    return knobs(context);
  }

  private JsonNode faults(Context context) {
    return ask(
        world -> {
          ArrayNode list = Body.JSON.createArrayNode();
          world.faults().all().forEach(one -> list.add(fault(one)));
          return list;
        });
  }

  private static ObjectNode fault(Faults.Planned one) {
    ObjectNode json = Body.JSON.createObjectNode();
    json.put("id", one.id());
    json.put("action", one.fault().action());
    json.put("method", one.fault().method());
    json.put("path", one.fault().path());
    json.put("event", one.fault().event());
    json.put("about", one.fault().about());
    json.put("times", one.fault().times());
    json.put("status", one.fault().status());
    json.put("delayMs", one.fault().delayMs());
    json.put("happened", one.happened());
    return json;
  }

  private JsonNode addFault(Context context) {
    Body body =
        body(context)
            .only("action", "method", "path", "event", "about", "times", "status", "delayMs");
    Fault fault =
        new Fault(
            body.text("action"),
            body.text("method", null),
            body.text("path", null),
            body.text("event", null),
            body.text("about", null),
            (int) Math.min(Integer.MAX_VALUE, body.whole("times", 1)),
            (int) Math.min(Integer.MAX_VALUE, body.whole("status", 503)),
            body.whole("delayMs", 0));
    return ask(
        world -> {
          int id = world.faults().add(fault);
          return fault(new Faults.Planned(id, fault, 0, 0));
        });
  }

  private JsonNode clearFaults(Context context) {
    ask(
        world -> {
          world.faults().clear();
          return null;
        });
    return faults(context);
  }

  private JsonNode removeFault(Context context) {
    String id = context.pathParam("id");
    boolean there =
        id.matches("[0-9]{1,9}") && ask(world -> world.faults().remove(Integer.parseInt(id)));
    if (!there) {
      throw new Refused(404, "there is no fault " + id);
    }
    return faults(context);
  }

  // ---- time ----

  private JsonNode setClock(Context context) {
    Body body = body(context).only("frozen", "speed");
    if (body.has("speed")) {
      platform.clock().speed(body.number("speed", 1));
    }
    if (body.has("frozen")) {
      if (body.flag("frozen", false)) {
        platform.clock().freeze();
      } else {
        platform.clock().resume();
      }
    }
    return time();
  }

  private JsonNode advance(Context context) {
    platform.clock().advance(Duration.ofMillis(body(context).only("ms").whole("ms", 1_000)));
    return time();
  }

  private JsonNode runUntilQuiet(Context context) {
    long most = body(context).only("mostMs").whole("mostMs", 3_600_000);
    ObjectNode json = time();
    ArrayNode due = json.putArray("stillDue");
    platform.clock().runUntilQuiet(Duration.ofMillis(most)).forEach(due::add);
    json.setAll(time());
    return json;
  }

  // ---- what happened ----

  private static long number(Context context, String name, long standard) {
    String value = context.queryParam(name);
    if (value == null || value.isEmpty()) {
      return standard;
    }
    if (!value.matches("[0-9]{1,18}")) {
      throw new Refused(400, name + " is '" + value + "'; it must be a whole number");
    }
    return Long.parseLong(value);
  }

  private void journal(Context context) throws IOException {
    try {
      String types = context.queryParam("types");
      List<String> wanted = types == null ? List.of() : List.of(types.split(","));
      StringBuilder lines = new StringBuilder();
      for (Entry entry :
          platform.entries(number(context, "from", 0), number(context, "to", Long.MAX_VALUE))) {
        if (wanted.isEmpty() || wanted.contains(entry.what().type())) {
          lines.append(NdjsonWriter.line(entry)).append('\n');
        }
      }
      context.contentType("application/x-ndjson; charset=utf-8");
      context.result(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (Refused refused) {
      error(context, refused.status(), refused.getMessage());
    }
  }

  /** Each entry as an event; the number of the last one seen lets a client go on from there. */
  private void live(SseClient client) {
    String last = client.ctx().header("Last-Event-ID");
    long from =
        last != null && last.matches("[0-9]{1,18}")
            ? Long.parseLong(last) + 1
            : number(client.ctx(), "from", 0);
    LinkedBlockingQueue<Entry> entries = new LinkedBlockingQueue<>(MOST_BEHIND);
    try (AutoCloseable following =
        platform.follow(
            from,
            entry -> {
              if (!entries.offer(entry)) {
                client.close();
              }
            })) {
      while (!client.terminated()) {
        Entry entry = entries.poll(5, TimeUnit.SECONDS);
        if (entry == null) {
          client.sendComment("still here");
        } else {
          client.sendEvent("entry", NdjsonWriter.line(entry), Long.toString(entry.seq()));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception gone) {
      client.close();
    }
  }

  private Journal kept() {
    Journal journal = new Journal();
    for (Entry entry : platform.entries(0, Long.MAX_VALUE)) {
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
    int most = (int) Math.min(1_000, number(context, "most", 100));
    for (Story.Line line : Story.of(kept(), null, most)) {
      lines.add(line.sentence());
    }
    return lines;
  }

  private JsonNode webhooks(Context context) {
    Map<String, ObjectNode> byName = new LinkedHashMap<>();
    for (Entry entry : platform.entries(0, Long.MAX_VALUE)) {
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
    platform.replay(context.pathParam("name"));
    return Body.JSON.createObjectNode().put("replayed", context.pathParam("name"));
  }

  private JsonNode reset(Context context) {
    platform.reset();
    return time();
  }
}
