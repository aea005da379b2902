package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.Backend.Script;
import dev.partyline.rest.NotModelled;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.Subscription;
import dev.partyline.twiml.ConferenceNoun;
import dev.partyline.twiml.Dial;
import dev.partyline.twiml.Document;
import dev.partyline.twiml.Enqueue;
import dev.partyline.twiml.Gather;
import dev.partyline.twiml.Hangup;
import dev.partyline.twiml.HttpMethod;
import dev.partyline.twiml.Leave;
import dev.partyline.twiml.Noun;
import dev.partyline.twiml.ParsedTwiml;
import dev.partyline.twiml.Pause;
import dev.partyline.twiml.Play;
import dev.partyline.twiml.RecordVerb;
import dev.partyline.twiml.Redirect;
import dev.partyline.twiml.Reject;
import dev.partyline.twiml.Say;
import dev.partyline.twiml.TwimlParser;
import dev.partyline.twiml.TwimlProblem;
import dev.partyline.twiml.UnsupportedVerb;
import dev.partyline.twiml.Verb;
import dev.partyline.twiml.Warning;
import dev.partyline.webhook.Delivered;
import dev.partyline.webhook.Dispatch;
import dev.partyline.webhook.WebhookReply;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fetches documents and runs their verbs, top to bottom, for every leg that has one. */
final class TwimlRunner {

  private static final Span NOTHING_LEFT = Span.of(0, 10, 50);
  private static final long MS_PER_SPOKEN_CHARACTER = 80;
  private static final long PLAY_MS = 5_000;
  private static final int MOST_WARNINGS = 20;
  private static final String APOLOGY = "An application error has occurred. Goodbye.";

  private final World world;
  private final TimeProfile times;
  private final Map<String, TwimlSession> sessions = new LinkedHashMap<>();
  private String lastText;
  private ParsedTwiml lastParsed;

  TwimlRunner(World world, TimeProfile times) {
    this.world = world;
    this.times = times;
  }

  // ---- from the world ----

  /** A leg needs its first document, or another one (CALL-41). */
  void load(Call call, Script script) {
    TwimlSession session = session(call);
    int turn = session.interrupt();
    session.fallbackUrl = script.fallbackUrl();
    session.fallbackMethod = script.fallbackMethod();
    session.requested = null;
    if (script.twiml() != null) {
      world.in(
          call.origin().leg() + ".twiml",
          NOTHING_LEFT,
          () ->
              ifCurrent(
                  session, turn, () -> run(session, null, WebhookReply.twiml(script.twiml()))));
    } else {
      fetch(session, "twiml", script.url(), script.method(), Map.of());
    }
  }

  /** The leg has ended (CALL-57). */
  void ended(Call call, boolean byFarEnd) {
    TwimlSession session = sessions.get(call.sid());
    if (session == null || session.over) {
      return;
    }
    Dial dial = session.dialling;
    String url = session.url;
    session.interrupt();
    session.over = true;
    boolean ask =
        dial != null
            && dial.action() != null
            && byFarEnd
            && world.knobs().is(Knob.TWIML_DIAL_ACTION_ON_CALLER_HANGUP, "true");
    String action = ask ? resolve(session, url, dial.action(), 15_004) : null;
    if (action != null) {
      request(session, "action", action, method(dial.method()), dialResult(), ignored -> {});
    }
  }

  /** The leg is out of its conference and still lives (CONF-32). */
  void released(Call call) {
    TwimlSession session = session(call);
    int turn = session.turn;
    world.in(
        call.origin().leg() + ".leaves-dial",
        NOTHING_LEFT,
        () -> ifCurrent(session, turn, () -> afterDial(session)));
  }

  // ---- fetching ----

  private void fetch(
      TwimlSession session, String kind, String url, String method, Map<String, String> extra) {
    int turn = session.turn;
    session.requested = url;
    request(
        session,
        kind,
        url,
        method,
        extra,
        delivered -> ifCurrent(session, turn, () -> fetched(session, delivered)));
  }

  private void request(
      TwimlSession session,
      String kind,
      String url,
      String method,
      Map<String, String> extra,
      java.util.function.Consumer<Delivered> then) {
    Call call = session.call;
    Map<String, String> params = world.callbacks().callParams(call, call.status().word());
    if (call.origin().direction().equals("inbound")) {
      params.put("ApplicationSid", Account.APPLICATION);
    }
    params.putAll(extra);
    world
        .deliveries()
        .send(
            new Dispatch(
                call.origin().leg() + "." + kind,
                kind,
                call.sid(),
                null,
                "",
                method,
                url,
                params,
                times.toTwimlRequest(),
                false,
                then));
  }

  private void fetched(TwimlSession session, Delivered delivered) {
    if (delivered.reply() == null) {
      giveUp(session, delivered.code(), delivered.text());
    } else {
      run(session, delivered.url(), delivered.reply());
    }
  }

  private void run(TwimlSession session, String url, WebhookReply reply) {
    String type = reply.contentType() == null ? "" : reply.contentType().toLowerCase(Locale.ROOT);
    boolean xml =
        type.startsWith("text/xml")
            || type.startsWith("application/xml")
            || type.startsWith("text/html")
            || (type.startsWith("text/plain") && reply.body().trim().startsWith("<"));
    if (type.startsWith("text/plain") && !xml) {
      session.url = url;
      session.verbs = List.of(Say.of(reply.body()));
      session.next = 0;
      step(session);
      return;
    }
    if (type.startsWith("audio/")) {
      session.url = url;
      session.verbs = List.of(Play.of(url));
      session.next = 0;
      step(session);
      return;
    }
    if (!xml) {
      fail(
          session,
          reply.body().isEmpty() ? 11770 : 12300,
          "the answer of "
              + url
              + " has content type '"
              + type
              + "'; TwiML is text/xml or application/xml");
      return;
    }
    ParsedTwiml parsed = parse(reply.body());
    parsed.fold(
        document -> {
          begin(session, url, document);
          return null;
        },
        problem -> {
          refused(session, url, problem);
          return null;
        });
  }

  /** Parsing has no side effects, so the same text is parsed once. */
  private ParsedTwiml parse(String text) {
    if (!text.equals(lastText)) {
      lastParsed = TwimlParser.parse(text);
      lastText = text;
    }
    return lastParsed;
  }

  private void refused(TwimlSession session, String url, TwimlProblem problem) {
    fail(session, problem.code(), problem.message() + (url == null ? "" : " (" + url + ")"));
  }

  private void begin(TwimlSession session, String url, Document document) {
    int noted = 0;
    for (Warning warning : document.warnings()) {
      boolean fatal =
          world.knobs().is(Knob.TWIML_BAD_ATTRIBUTE, "failDocument")
              && warning.code() >= 13_230
              && warning.code() <= 13_239;
      if (fatal) {
        fail(session, warning.code(), warning.message());
        return;
      }
      if (noted++ < MOST_WARNINGS) {
        world.note(
            new Happening.Noted(session.call.sid(), warning.code(), "warning", warning.message()));
      }
    }
    session.url = url;
    session.verbs = document.verbs();
    session.next = 0;
    step(session);
  }

  /** The answer came and is no usable document. */
  private void fail(TwimlSession session, int code, String text) {
    world.note(new Happening.WebhookFailed(session.call.origin().leg() + ".twiml", 1, code, text));
    giveUp(session, code, text);
  }

  /** TWIML-11, TWIML-12: the fallback decides; without one an error is spoken and the call ends. */
  private void giveUp(TwimlSession session, int code, String text) {
    Call call = session.call;
    world.note(new Happening.Noted(call.sid(), code, "error", text));
    if (!call.isLive()) {
      return;
    }
    String fallback = session.fallbackUrl;
    if (fallback != null) {
      session.fallbackUrl = null;
      Map<String, String> extra = new LinkedHashMap<>();
      extra.put("ErrorCode", Integer.toString(code));
      extra.put("ErrorUrl", session.requested == null ? "" : session.requested);
      session.interrupt();
      fetch(session, "twiml", fallback, session.fallbackMethod, extra);
      return;
    }
    answer(call);
    world.note(new Happening.VerbBegan(call.sid(), "Say", APOLOGY));
    hangUp(call, "platform");
  }

  // ---- running ----

  private void step(TwimlSession session) {
    Call call = session.call;
    if (!call.isLive()) {
      return;
    }
    if (session.next >= session.verbs.size()) {
      answer(call);
      hangUp(call, "twiml");
      return;
    }
    Verb verb = session.verbs.get(session.next++);
    world.note(new Happening.VerbBegan(call.sid(), verb.tag(), verb.accept(Details.INSTANCE)));
    verb.accept(new Runner(session));
  }

  private void pause(TwimlSession session, long ms) {
    int turn = session.turn;
    world.in(
        session.call.origin().leg() + ".verb",
        Span.exactly(ms),
        () -> ifCurrent(session, turn, () -> step(session)));
  }

  /** TWIML-42: 0 is for ever, that is until the leg ends or gets another document. */
  private void repeat(TwimlSession session, int loop, long ms) {
    if (loop > 0) {
      pause(session, loop * ms);
    }
  }

  private void dial(TwimlSession session, Dial dial) {
    List<Noun> nouns = dial.nouns();
    if (nouns.size() != 1 || !(nouns.get(0) instanceof ConferenceNoun conference)) {
      throw new NotModelled(
          "Dial with " + (nouns.isEmpty() ? "nobody" : nouns.get(0).getClass().getSimpleName()));
    }
    if (conference.coach() != null) {
      throw new NotModelled("coaching");
    }
    answer(session.call);
    session.dialling = dial;
    int turn = session.turn;
    world.in(
        session.call.origin().leg() + ".joins",
        times.toJoin(),
        () -> ifCurrent(session, turn, () -> join(session, conference)));
  }

  private void join(TwimlSession session, ConferenceNoun noun) {
    String callback = noun.statusCallback();
    String callbackUrl = callback == null ? null : resolve(session, session.url, callback, 11_100);
    if (callback != null && callbackUrl == null) {
      return;
    }
    Subscription subscription =
        callback == null
            ? null
            : new Subscription(
                callbackUrl,
                method(noun.statusCallbackMethod()),
                noun.statusCallbackEvents().stream().map(ConferenceNoun.Event::word).toList());
    Participant.Settings settings =
        new Participant.Settings(
            noun.participantLabel(),
            noun.startConferenceOnEnter(),
            noun.endConferenceOnExit(),
            noun.muted(),
            true,
            subscription,
            noun.maxParticipants(),
            noun.region() == null ? null : noun.region().word());
    try {
      world.carryOut(
          (telephony, now, effects) ->
              telephony.join(session.call, noun.name(), settings, now, effects));
    } catch (Refusal refusal) {
      world.note(
          new Happening.Noted(session.call.sid(), refusal.code(), "error", refusal.getMessage()));
      afterDial(session);
    }
  }

  /** TWIML-25: the action decides, or the next verb runs. */
  private void afterDial(TwimlSession session) {
    Dial dial = session.dialling;
    String url = session.url;
    if (dial != null && dial.action() != null) {
      session.interrupt();
      String action = resolve(session, url, dial.action(), 15_004);
      if (action != null) {
        fetch(session, "action", action, method(dial.method()), dialResult());
      }
      return;
    }
    session.dialling = null;
    step(session);
  }

  private Map<String, String> dialResult() {
    Map<String, String> extra = new LinkedHashMap<>();
    extra.put("DialCallStatus", world.knobs().get(Knob.TWIML_DIAL_CONFERENCE_STATUS));
    return extra;
  }

  private void answer(Call call) {
    if (call.status() == CallStatus.RINGING) {
      world.carryOut((telephony, now, effects) -> telephony.answer(call, "twiml", now, effects));
    }
  }

  private void hangUp(Call call, String by) {
    if (call.isLive()) {
      world.carryOut(
          (telephony, now, effects) ->
              telephony.finish(call, CallStatus.COMPLETED, 200, by, now, effects));
    }
  }

  /**
   * TWIML-19, TWIML-20; null when it leads nowhere, and then the leg has been given up.
   *
   * @param inlineCode the error of a relative reference in a document that has no URL
   */
  private String resolve(TwimlSession session, String base, String reference, int inlineCode) {
    if (reference.startsWith("http://") || reference.startsWith("https://")) {
      return reference;
    }
    if (base == null) {
      giveUp(
          session, inlineCode, "'" + reference + "' must be absolute in a document given inline");
      return null;
    }
    try {
      return URI.create(base).resolve(reference).toString();
    } catch (IllegalArgumentException malformed) {
      giveUp(session, 11_100, "'" + reference + "' in the document of " + base + " is no URL");
      return null;
    }
  }

  private static String method(HttpMethod method) {
    return method == HttpMethod.GET ? "GET" : "POST";
  }

  private TwimlSession session(Call call) {
    return sessions.computeIfAbsent(call.sid(), sid -> new TwimlSession(call));
  }

  private static void ifCurrent(TwimlSession session, int turn, Runnable action) {
    if (session.turn == turn && !session.over) {
      action.run();
    }
  }

  /** What each verb does to the leg. */
  private final class Runner implements Verb.Cases<Void> {
    private final TwimlSession session;

    Runner(TwimlSession session) {
      this.session = session;
    }

    @Override
    public Void say(Say say) {
      answer(session.call);
      repeat(session, say.loop(), MS_PER_SPOKEN_CHARACTER * say.text().length());
      return null;
    }

    @Override
    public Void play(Play play) {
      answer(session.call);
      repeat(session, play.loop(), PLAY_MS);
      return null;
    }

    @Override
    public Void pause(Pause pause) {
      TwimlRunner.this.pause(session, pause.lengthSeconds() * 1000L);
      return null;
    }

    @Override
    public Void hangup(Hangup hangup) {
      answer(session.call);
      hangUp(session.call, "twiml");
      return null;
    }

    @Override
    public Void redirect(Redirect redirect) {
      String base = session.url;
      session.interrupt();
      boolean again = redirect.url().isEmpty() && base != null;
      String target = again ? base : resolve(session, base, redirect.url(), 11_100);
      if (target != null) {
        fetch(session, "twiml", target, method(redirect.method()), Map.of());
      }
      return null;
    }

    @Override
    public Void reject(Reject reject) {
      if (session.call.status() != CallStatus.RINGING) {
        return hangup(null);
      }
      boolean busy = reject.reason() == Reject.Reason.BUSY;
      world.carryOut(
          (telephony, now, effects) ->
              telephony.finish(
                  session.call,
                  busy ? CallStatus.BUSY : CallStatus.NO_ANSWER,
                  0,
                  "twiml",
                  now,
                  effects));
      return null;
    }

    @Override
    public Void dial(Dial dial) {
      TwimlRunner.this.dial(session, dial);
      return null;
    }

    @Override
    public Void gather(Gather gather) {
      throw new NotModelled("the TwiML verb Gather");
    }

    @Override
    public Void record(RecordVerb record) {
      throw new NotModelled("the TwiML verb Record");
    }

    @Override
    public Void enqueue(Enqueue enqueue) {
      throw new NotModelled("the TwiML verb Enqueue");
    }

    @Override
    public Void leave(Leave leave) {
      throw new NotModelled("the TwiML verb Leave");
    }

    @Override
    public Void unsupported(UnsupportedVerb unsupported) {
      throw new NotModelled("the TwiML verb " + unsupported.tag());
    }
  }

  /** What the journal says of a verb beside its name. */
  private enum Details implements Verb.Cases<String> {
    INSTANCE;

    @Override
    public String say(Say say) {
      return say.text();
    }

    @Override
    public String play(Play play) {
      return play.url();
    }

    @Override
    public String pause(Pause pause) {
      return pause.lengthSeconds() + " s";
    }

    @Override
    public String hangup(Hangup hangup) {
      return "";
    }

    @Override
    public String redirect(Redirect redirect) {
      return redirect.url();
    }

    @Override
    public String reject(Reject reject) {
      return reject.reason().word();
    }

    @Override
    public String dial(Dial dial) {
      return !dial.nouns().isEmpty() && dial.nouns().get(0) instanceof ConferenceNoun conference
          ? "Conference " + conference.name()
          : "";
    }

    @Override
    public String gather(Gather gather) {
      return "";
    }

    @Override
    public String record(RecordVerb record) {
      return "";
    }

    @Override
    public String enqueue(Enqueue enqueue) {
      return "";
    }

    @Override
    public String leave(Leave leave) {
      return "";
    }

    @Override
    public String unsupported(UnsupportedVerb unsupported) {
      return "";
    }
  }
}
