package dev.partyline.script;

import dev.partyline.journal.Happening;
import dev.partyline.rest.Backend.Script;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;
import dev.partyline.telephony.Refusal;
import dev.partyline.telephony.Subscription;
import dev.partyline.twiml.HttpMethod;
import dev.partyline.twiml.RecordingCallback;
import dev.partyline.twiml.Verb;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The document a leg is running and where it is in it; one document at a time (TWIML-17). Verbs
 * move it on with {@link #proceed}, {@link #jump}, {@link #hangUp} and {@link #giveUp}.
 */
final class Session {

  private final Platform platform;
  private final Documents documents;
  private final Verbs verbs;
  private final Call call;
  private final Ending ending;

  private String url;
  private String requested;
  private String fallbackUrl;
  private String fallbackMethod;
  private List<Verb> document = List.of();
  private int next;
  private int turn;
  private boolean over;
  private Running running;
  private boolean answersOnBridge;

  /** What becomes of a leg whose document runs out or is of no use. */
  interface Ending {

    /** The last verb is done (TWIML-17). */
    void ranOut(Session session);

    /** Parameters of every request for a document of this session, beside the usual ones. */
    default Map<String, String> params() {
      return Map.of();
    }

    /**
     * A document could not be had or was of no use, and there is no fallback.
     *
     * @return whether that is settled; if not, an error is spoken and the call ends (TWIML-12)
     */
    default boolean failed(Session session) {
      return false;
    }

    /** The verb Leave; outside a queue it does nothing (TWIML-48). */
    default void leave(Session session) {
      session.proceed();
    }

    /** Why a verb may not stand in the documents of this session; null when it may. */
    default Refusal refusal(Verb verb) {
      return null;
    }
  }

  Session(Platform platform, Documents documents, Verbs verbs, Call call, Ending ending) {
    this.platform = platform;
    this.documents = documents;
    this.verbs = verbs;
    this.call = call;
    this.ending = ending;
  }

  // ---- looking ----

  Call call() {
    return call;
  }

  Platform platform() {
    return platform;
  }

  /** URL of the document; null for one given inline, which has no base (TWIML-20). */
  String url() {
    return url;
  }

  /** URL of the document that was asked for last; null for one given inline. */
  String requested() {
    return requested;
  }

  /** The stable name of the leg, for the names of events about it. */
  String leg() {
    return call.origin().leg();
  }

  /** Whether no verb of the document has run before the one that runs now. */
  boolean atFirstVerb() {
    return next == 1;
  }

  Running running() {
    return running;
  }

  boolean isOver() {
    return over;
  }

  // ---- what happens to the leg ----

  /** Another document, whatever was under way (CALL-41, CALL-46). */
  void load(Script script, Map<String, String> parameters) {
    load("twiml", script, parameters);
  }

  /**
   * The same.
   *
   * @param kind {@code twiml} or {@code wait}
   */
  void load(String kind, Script script, Map<String, String> parameters) {
    interrupt();
    fallbackUrl = script.fallbackUrl();
    fallbackMethod = script.fallbackMethod();
    requested = null;
    if (script.twiml() != null) {
      documents.inline(this, script.twiml());
    } else {
      fetch(kind, script.url(), script.method(), parameters);
    }
  }

  /** The leg has ended (CALL-57). */
  void end(boolean byFarEnd) {
    if (over) {
      return;
    }
    Running cut = running;
    forget();
    over = true;
    if (cut != null) {
      cut.ended(byFarEnd);
    }
  }

  /** Another session takes the leg over; nothing of this one runs any more. */
  void close() {
    interrupt();
    over = true;
  }

  // ---- for running verbs ----

  /** The verb that has just begun takes time. */
  void run(Running verb) {
    running = verb;
  }

  /** Does something later unless the leg has got another document or ended by then. */
  Cancellable in(String suffix, Span delay, Runnable action) {
    return platform.in(leg() + suffix, delay, current(action));
  }

  /** The same action, undone once the leg has got another document or ended. */
  Runnable current(Runnable action) {
    int then = turn;
    return () -> {
      if (turn == then && !over) {
        action.run();
      }
    };
  }

  /** On to the next verb. */
  void proceed() {
    running = null;
    if (!call.isLive()) {
      return;
    }
    if (next >= document.size()) {
      ending.ranOut(this);
      return;
    }
    Verb verb = document.get(next++);
    Refusal refusal = ending.refusal(verb);
    if (refusal != null) {
      giveUp(refusal.code(), refusal.getMessage());
      return;
    }
    platform.note(new Happening.VerbBegan(call.sid(), verb.tag(), verb.accept(Details.INSTANCE)));
    verbs.begin(this, verb);
  }

  /**
   * Leaves this document for the one at a reference (TWIML-43, TWIML-25). Nothing is told to the
   * verb that runs: it is the one that asks for this.
   *
   * @param kind {@code twiml} or {@code action}
   * @param inlineCode the error of a relative reference in a document that has no URL
   */
  void jump(
      String kind, String reference, HttpMethod method, int inlineCode, Map<String, String> extra) {
    String base = url;
    forget();
    String target = resolve(base, reference, inlineCode);
    if (target != null) {
      fetch(kind, target, Documents.word(method), extra);
    }
  }

  /**
   * Leaves this document for the action of a verb, whose default is the document's own URL
   * (TWIML-44, TWIML-45).
   *
   * @param action as written; null or empty for the default
   */
  void act(String action, HttpMethod method, Map<String, String> extra) {
    boolean own = action == null || action.isEmpty();
    jump("action", own && url != null ? url : own ? "" : action, method, 15_004, extra);
  }

  /** The session has this document now and begins with its first verb. */
  void begin(String from, List<Verb> what) {
    url = from;
    document = what;
    next = 0;
    proceed();
  }

  /** The leg goes on ringing for its caller until a Dial connects it (TWIML-31). */
  void answersOnBridge() {
    answersOnBridge = call.status() == CallStatus.RINGING;
  }

  /** Whether the leg still rings because the Dial it waited for connected it with nobody. */
  boolean wasNeverConnected() {
    return answersOnBridge && call.status() == CallStatus.RINGING;
  }

  /** The verb Leave. */
  void leave() {
    ending.leave(this);
  }

  /** Picks up when it still rings. */
  void answer() {
    if (call.status() == CallStatus.RINGING) {
      platform.carryOut((telephony, now, effects) -> telephony.answer(call, "twiml", now, effects));
    }
  }

  /** Ends the leg from the document. */
  void hangUp() {
    hangUp("twiml");
  }

  void hangUp(String by) {
    if (call.isLive()) {
      platform.carryOut(
          (telephony, now, effects) ->
              telephony.finish(call, CallStatus.COMPLETED, 200, by, now, effects));
    }
  }

  /** Ends a leg that was never picked up. */
  void endUnanswered(CallStatus last) {
    platform.carryOut(
        (telephony, now, effects) -> telephony.finish(call, last, 0, "twiml", now, effects));
  }

  /** TWIML-11, TWIML-12: the fallback decides; without one an error is spoken and the call ends. */
  void giveUp(int code, String text) {
    platform.note(new Happening.Noted(call.sid(), code, "error", text));
    if (!call.isLive()) {
      return;
    }
    String fallback = fallbackUrl;
    if (fallback != null) {
      fallbackUrl = null;
      Map<String, String> extra = Documents.error(code, requested);
      interrupt();
      fetch("twiml", fallback, fallbackMethod, extra);
      return;
    }
    if (ending.failed(this)) {
      return;
    }
    answer();
    platform.note(new Happening.VerbBegan(call.sid(), "Say", Documents.APOLOGY));
    hangUp("platform");
  }

  /**
   * TWIML-19, TWIML-20; null when it leads nowhere, and then the leg has been given up.
   *
   * @param base URL of the document it stands in; null for one given inline
   * @param inlineCode the error of a relative reference in a document that has no URL
   */
  String resolve(String base, String reference, int inlineCode) {
    if (reference.startsWith("http://") || reference.startsWith("https://")) {
      return reference;
    }
    if (base == null) {
      giveUp(inlineCode, "'" + reference + "' must be absolute in a document given inline");
      return null;
    }
    try {
      return URI.create(base).resolve(reference).toString();
    } catch (IllegalArgumentException malformed) {
      giveUp(11_100, "'" + reference + "' in the document of " + base + " is no URL");
      return null;
    }
  }

  /** Who hears of a recording; null when nobody does, or when the leg has been given up. */
  Subscription recordingNews(RecordingCallback callback) {
    String target = callback.url() == null ? null : resolve(url, callback.url(), 11_100);
    return target == null
        ? null
        : new Subscription(
            target,
            Documents.word(callback.method()),
            callback.events().stream().map(RecordingCallback.Event::word).toList());
  }

  // ---- inside ----

  private void fetch(String kind, String target, String method, Map<String, String> extra) {
    requested = target;
    Map<String, String> params = ending.params();
    if (params.isEmpty()) {
      params = extra;
    } else {
      params = new LinkedHashMap<>(params);
      params.putAll(extra);
    }
    documents.fetch(this, kind, target, method, params);
  }

  /** Drops what was under way and tells it so. */
  private void interrupt() {
    Running cut = running;
    forget();
    if (cut != null) {
      cut.interrupted();
    }
  }

  private void forget() {
    running = null;
    document = List.of();
    next = 0;
    turn++;
  }
}
