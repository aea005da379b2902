package dev.partyline.webhook;

import dev.partyline.fault.Fault;
import dev.partyline.fault.Faults;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Sends requests to the application and brings back what came of them. */
public final class Deliveries {

  /** The longest a request may take, in milliseconds (TWIML-05, CB-43). */
  public static final long TOTAL_TIMEOUT_MS = 15_000;

  private static final int MOST_NAMES = 200_000;
  private static final long OVERTAKEN_MS = 500;
  private static final int MOST_REDIRECTS = 10;
  private static final int STACK_LINES = 8;

  private final CookieJar jar = new CookieJar();
  private final AnswerCache cache = new AnswerCache();
  private final Simulation simulation;
  private final Journal journal;
  private final Knobs knobs;
  private final Function<String, Signature> signatures;
  private final Transport transport;
  private final Faults faults;
  private final List<Held> held = new ArrayList<>();
  private Consumer<Happening.WebhookQueued> onQueued = queued -> {};
  private final Map<String, Integer> sentByName =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST_NAMES;
        }
      };

  /**
   * Makes the sender of one platform.
   *
   * @param signatures the signature of an account by its SID: each signs with its own token
   */
  public Deliveries(
      Simulation simulation,
      Journal journal,
      Knobs knobs,
      Function<String, Signature> signatures,
      Faults faults,
      Transport transport) {
    this.simulation = simulation;
    this.journal = journal;
    this.knobs = knobs;
    this.signatures = signatures;
    this.transport = transport;
    this.faults = faults;
  }

  /** Who is told of each request that is queued, beside the journal; one at the most. */
  public void whenQueued(Consumer<Happening.WebhookQueued> listener) {
    onQueued = listener;
  }

  /** Queues a request; a name used before gets {@code #2}, {@code #3}, … */
  public void send(Dispatch dispatch) {
    int number = sentByName.merge(dispatch.name(), 1, Integer::sum);
    Dispatch what = number == 1 ? dispatch : dispatch.named(dispatch.name() + "#" + number);
    Happening.WebhookQueued queued =
        new Happening.WebhookQueued(
            what.name(), what.kind(), what.call(), what.conference(), what.event(), what.url());
    add(queued);
    onQueued.accept(queued);
    for (ConnectionOverrides.Problem problem : ConnectionOverrides.of(what.url()).problems()) {
      if (!problem.fatal()) {
        add(new Happening.Noted(what.call(), problem.code(), "warning", problem.text()));
      }
    }
    if (hit("drop", what) != null
        || what.unreliable()
            && simulation.happens(what.name() + ".lost", knobs.number(Knob.CB_DROP_RATE))) {
      simulation.in(what.name(), what.delay(), () -> add(new Happening.WebhookLost(what.name())));
      return;
    }
    Fault later = hit("delay", what);
    long more = later == null ? 0 : later.delayMs();
    Fault overtaken = hit("reorder", what);
    if (overtaken != null) {
      held.add(new Held(overtaken, what, overtaken.delayMs()));
    } else {
      attempt(what, 1, more);
    }
    if (hit("duplicate", what) != null
        || what.unreliable()
            && simulation.happens(what.name() + ".twice", knobs.number(Knob.CB_DUPLICATE_RATE))) {
      attempt(what, 2, more);
    }
  }

  private Fault hit(String action, Dispatch what) {
    return faults.webhook(action, hook(what));
  }

  private static Fault.Hook hook(Dispatch what) {
    return new Fault.Hook(what.kind(), what.event(), what.call(), what.conference(), what.url());
  }

  /** A webhook that waits for the one that is to overtake it. */
  private final class Held {
    final Fault fault;
    final Dispatch what;
    final Cancellable patience;

    Held(Fault fault, Dispatch what, long mostMs) {
      this.fault = fault;
      this.what = what;
      this.patience = simulation.in(what.name() + ".held", Span.exactly(mostMs), this::release);
    }

    void release() {
      if (held.remove(this)) {
        patience.cancel();
        begin(what, what.name(), 1);
      }
    }
  }

  /** What was held back for such a webhook goes out after it. */
  private void overtakes(Dispatch what) {
    for (Held one : new ArrayList<>(held)) {
      if (one.what != what && one.fault.fits(hook(what))) {
        simulation.in(one.what.name() + ".overtaken", Span.exactly(OVERTAKEN_MS), one::release);
      }
    }
  }

  private void begin(Dispatch what, String name, int attempt) {
    begin(new Exchange(what, name, attempt, simulation.now()));
    if (!held.isEmpty()) {
      overtakes(what);
    }
  }

  private void attempt(Dispatch what, int attempt, long more) {
    String name = attempt == 1 ? what.name() : what.name() + ".again";
    simulation.in(
        name,
        more == 0
            ? what.delay()
            : Span.of(
                what.delay().min() + more,
                what.delay().typical() + more,
                what.delay().max() + more),
        () -> begin(what, name, attempt));
  }

  private void begin(Exchange exchange) {
    for (ConnectionOverrides.Problem problem : exchange.overrides.problems()) {
      if (problem.fatal()) {
        exchange.fail(problem.code(), exchange.what.url() + ": " + problem.text());
        return;
      }
    }
    request(exchange, exchange.what.url(), exchange.what.method(), 0);
  }

  /** One delivery on its way; whatever settles it first counts. */
  private final class Exchange {
    final Dispatch what;
    final String name;
    final int attempt;
    final long sentAt;
    final ConnectionOverrides overrides;
    final Cancellable timeout;
    Cancellable readTimeout;
    Transport.Sending sending = Transport.Sending.SURE;
    int tries;
    int repeated;
    boolean settled;

    Exchange(Dispatch what, String name, int attempt, long sentAt) {
      this.what = what;
      this.name = name;
      this.attempt = attempt;
      this.sentAt = sentAt;
      this.overrides = ConnectionOverrides.of(what.url());
      this.timeout =
          simulation.in(
              name + ".timeout",
              Span.exactly(overrides.totalMs()),
              () -> fail(11203, tooSlow(overrides.totalMs())));
    }

    String tooSlow(int ms) {
      String time = ms % 1000 == 0 ? ms / 1000 + " s" : ms + " ms";
      return "no complete answer within " + time + " from " + what.url();
    }

    /** Another try begins; its answer has a time of its own when that ends before the whole. */
    int begin(Runnable tooLate) {
      tries++;
      if (overrides.readMs() < overrides.totalMs()) {
        readTimeout =
            simulation.in(name + ".read-timeout", Span.exactly(overrides.readMs()), tooLate);
      }
      return tries;
    }

    /** Whether this is still the answer that is waited for. */
    boolean isCurrent(int number) {
      return !settled && number == tries;
    }

    boolean mayRepeat() {
      return !settled && repeated++ < overrides.retries();
    }

    /** A conference's events have codes of their own (CB-19, ERR-52). */
    int codeOf(int code) {
      boolean conference = what.kind().equals("conference-status");
      return !conference ? code : code == 15003 ? 16011 : 16010;
    }

    void fail(int cause, String text) {
      int code = codeOf(cause);
      if (settle()) {
        add(new Happening.WebhookFailed(what.name(), attempt, code, text));
        finish(new Delivered(null, what.url(), code, text));
      }
    }

    boolean settle() {
      if (settled) {
        return false;
      }
      settled = true;
      timeout.cancel();
      if (readTimeout != null) {
        readTimeout.cancel();
      }
      sending.abandon();
      return true;
    }

    void finish(Delivered delivered) {
      if (attempt == 1) {
        what.then().accept(delivered);
      }
    }
  }

  private void request(Exchange exchange, String url, String method, int redirects) {
    Dispatch what = exchange.what;
    boolean post = method.equals("POST");
    Map<String, String> params = received(what.params());
    String full = post ? withoutFragment(url) : withQuery(withoutFragment(url), params);
    Map<String, String> form = post ? params : Map.of();
    Map<String, String> headers = new LinkedHashMap<>();
    String signedUrl =
        SignedUrl.of(
            full, knobs.get(Knob.SEC_SIGN_PORT), knobs.is(Knob.SEC_SIGN_USER_INFO, "true"));
    cache.ask(post ? null : full, headers);
    Signature signature = signatures.apply(what.params().get("AccountSid"));
    headers.put(SignedHeaders.SIGNATURE, "");
    headers.put("I-Twilio-Idempotency-Token", what.name());
    String cookies = jar.header(what.call(), full);
    if (cookies != null) {
      headers.put("Cookie", cookies);
    }
    add(new Happening.WebhookSent(what.name(), exchange.attempt, method, full, params));
    WebhookRequest request =
        new WebhookRequest(
            what.name(),
            method,
            full,
            form,
            new SignedHeaders(headers, () -> signature.of(signedUrl, form)));
    Runnable again = () -> request(exchange, url, method, redirects);
    int number =
        exchange.begin(
            () ->
                broke(
                    exchange,
                    Transport.Break.READ_TIMEOUT,
                    exchange.tooSlow(exchange.overrides.readMs()),
                    again));
    Transport.Attempt attempt =
        new Transport.Attempt(
            exchange.name,
            what.event().isEmpty(),
            exchange.overrides.connectMs(),
            knobs.is(Knob.SEC_TLS_VERIFY, "true"));
    exchange.sending =
        transport.send(
            attempt,
            request,
            result -> {
              if (!exchange.isCurrent(number)) {
                return;
              }
              if (exchange.readTimeout != null) {
                exchange.readTimeout.cancel();
              }
              if (result instanceof Transport.Answered answer) {
                WebhookReply reply = post ? answer.reply() : cache.answer(full, answer.reply());
                answered(exchange, url, answer.reply(), reply, redirects, again);
              } else if (result instanceof Transport.Broken broken) {
                broke(exchange, broken.kind(), broken.text(), again);
              }
            });
  }

  /** CB-43 to 48: repeated at once, with the same token, when the policy says so. */
  private void broke(Exchange exchange, Transport.Break kind, String text, Runnable again) {
    boolean begun = exchange.sending.begun();
    if (!begun && exchange.overrides.repeats(kind) && exchange.mayRepeat()) {
      exchange.sending.abandon();
      again.run();
    } else {
      exchange.fail(kind.code(), text);
    }
  }

  /** SEC-09: the platform may add parameters at any time. */
  private Map<String, String> received(Map<String, String> params) {
    if (!knobs.is(Knob.CB_EXTRA_PARAMS, "true")) {
      return params;
    }
    Map<String, String> more = new LinkedHashMap<>(params);
    more.put("AddedLater", "by the platform");
    return more;
  }

  private void answered(
      Exchange exchange,
      String url,
      WebhookReply received,
      WebhookReply reply,
      int redirects,
      Runnable again) {
    if (exchange.settled) {
      return;
    }
    jar.keep(exchange.what.call(), url, reply.cookies());
    boolean document = exchange.what.event().isEmpty();
    boolean redirect =
        document && reply.status() / 100 == 3 && reply.status() != 304 && reply.location() != null;
    add(
        new Happening.WebhookAnswered(
            exchange.what.name(),
            exchange.attempt,
            received.status(),
            received.contentType(),
            received.body(),
            simulation.now() - exchange.sentAt));
    if (redirect) {
      if (redirects == MOST_REDIRECTS) {
        exchange.fail(
            11215,
            "more than " + MOST_REDIRECTS + " HTTP redirects, the last to " + reply.location());
        return;
      }
      String next;
      try {
        next = URI.create(url).resolve(reply.location()).toString();
      } catch (IllegalArgumentException malformed) {
        exchange.fail(
            11100, "the redirect of " + url + " leads to the malformed URL " + reply.location());
        return;
      }
      request(exchange, next, "GET", redirects + 1);
      return;
    }
    if (exchange.overrides.repeats(reply.status()) && exchange.mayRepeat()) {
      again.run();
      return;
    }
    if (reply.status() / 100 != 2) {
      exchange.fail(document ? 11200 : 15003, "HTTP " + reply.status() + " from " + url);
      return;
    }
    if (exchange.settle()) {
      exchange.finish(new Delivered(reply, url, 0, ""));
    }
  }

  private void add(Happening what) {
    journal.add(simulation.now(), what);
  }

  private static String withoutFragment(String url) {
    int at = url.indexOf('#');
    return at < 0 ? url : url.substring(0, at);
  }

  private static String withQuery(String url, Map<String, String> params) {
    StringBuilder full = new StringBuilder(url);
    char join = url.indexOf('?') < 0 ? '?' : '&';
    for (Map.Entry<String, String> pair : params.entrySet()) {
      full.append(join)
          .append(URLEncoder.encode(pair.getKey(), StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8));
      join = '&';
    }
    return full.toString();
  }

  /** The first lines of a stack, without lines that differ between Java versions. */
  public static List<String> stack(Throwable crash) {
    StringWriter all = new StringWriter();
    crash.printStackTrace(new PrintWriter(all));
    List<String> lines = new ArrayList<>();
    for (String line : all.toString().split("\n")) {
      String text = line.trim();
      boolean own =
          text.startsWith("at ") && !text.contains("java.base/") && !text.contains("Lambda");
      if (own && lines.size() < STACK_LINES) {
        lines.add(text.substring(3));
      }
    }
    return lines;
  }
}
