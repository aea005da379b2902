package dev.partyline.script;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.queue.CallQueue;
import dev.partyline.queue.Member;
import dev.partyline.rest.Backend.Script;
import dev.partyline.telephony.Refusal;
import dev.partyline.twiml.Enqueue;
import dev.partyline.twiml.Verb;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An Enqueue: the caller waits with documents of the wait URL running over and over, is taken by a
 * Dial to the queue, hears a private document first when that Dial has one, is bridged, and goes on
 * with the action or the next verb (TWIML-46 to TWIML-48).
 *
 * <p>What the vendor leaves open and this fake settles so: a wait document that cannot be had or
 * holds a verb that is not allowed takes the caller out with {@code error}; a caller whose dialler
 * goes before the bridge is made goes on with {@code bridging-in-process}; {@code system-error}
 * comes only as often as the knob {@code queue.systemErrorRate} says.
 */
final class QueueWait implements Running {

  private static final List<String> WHILE_WAITING =
      List.of("Play", "Say", "Pause", "Hangup", "Redirect", "Leave", "Gather");
  private static final List<String> BEFORE_BRIDGE = List.of("Play", "Say", "Pause", "Redirect");
  private static final int SCHEMA = 12_200;
  private static final int BAD_PRIVATE_DOCUMENT = 14_211;

  private final Session session;
  private final Documents documents;
  private final Verbs verbs;
  private final QueueDesk desk;
  private final Enqueue enqueue;
  private final Platform platform;
  private final String url;
  private CallQueue queue;
  private Session inner;
  private QueueDial dialler;
  private boolean bridged;
  private boolean conferenced;
  private long enqueuedAt;
  private long waitedMs;

  QueueWait(Session session, Documents documents, Verbs verbs, QueueDesk desk, Enqueue enqueue) {
    this.session = session;
    this.documents = documents;
    this.verbs = verbs;
    this.desk = desk;
    this.enqueue = enqueue;
    this.platform = session.platform();
    this.url = session.url();
  }

  String callSid() {
    return session.call().sid();
  }

  CallQueue queue() {
    return queue;
  }

  Session session() {
    return session;
  }

  // ---- waiting ----

  void begin() {
    session.answer();
    session.run(this);
    double rate = platform.knobs().number(Knob.QUEUE_SYSTEM_ERROR_RATE);
    if (platform.chance().happens(session.leg() + ".enqueue-fails", rate)) {
      goOn("system-error");
      return;
    }
    String account = platform.accountOf(session.call());
    boolean routed = enqueue.workflowSid() != null;
    String name = routed ? enqueue.workflowSid() : enqueue.name();
    CallQueue found = platform.queues().named(account, name);
    if (found == null) {
      int size = routed ? CallQueue.WORKFLOW_SIZE : CallQueue.STANDARD_SIZE;
      found = platform.queues().create(account, name, size, platform.now());
    }
    int most = enqueue.maxQueueSize() == null ? Integer.MAX_VALUE : enqueue.maxQueueSize();
    if (!found.join(callSid(), most, platform.now())) {
      goOn("queue-full");
      return;
    }
    queue = found;
    enqueuedAt = platform.now();
    platform.note(
        new Happening.QueueJoined(queue.sid(), queue.name(), callSid(), queue.position(callSid())));
    desk.joined(queue, this);
    if (routed && !platform.routing().enqueued(session.call(), account, enqueue)) {
      takeOut("error");
      goOn("error");
      return;
    }
    if (dialler == null) {
      play();
    }
  }

  private void play() {
    if (!enqueue.waitUrl().isDocument()) {
      return;
    }
    String target = absolute(enqueue.waitUrl().given());
    if (target == null) {
      platform.note(
          new Happening.Noted(
              callSid(), 14_202, "error", "waitUrl '" + enqueue.waitUrl().given() + "' is no URL"));
      takeOut("error");
      goOn("error");
      return;
    }
    Script script = new Script(target, Documents.word(enqueue.waitUrlMethod()), null, null, "POST");
    inner = new Session(platform, documents, verbs, session.call(), new Waiting(script));
    inner.load("wait", script, Map.of());
  }

  /** The documents of the wait URL, which run over and over (TWIML-47). */
  private final class Waiting implements Session.Ending {
    private final Script script;

    Waiting(Script script) {
      this.script = script;
    }

    @Override
    public void ranOut(Session waiting) {
      waiting.load("wait", script, Map.of());
    }

    @Override
    public Map<String, String> params() {
      Map<String, String> params = new LinkedHashMap<>();
      params.put("QueuePosition", Integer.toString(queue.position(callSid())));
      params.put("QueueSid", queue.sid());
      params.put("QueueTime", Long.toString((platform.now() - enqueuedAt) / 1000));
      params.put("AvgQueueTime", Long.toString(queue.averageWaitSeconds(platform.now())));
      params.put("CurrentQueueSize", Integer.toString(queue.size()));
      params.put("MaxQueueSize", Integer.toString(queue.maxSize()));
      return params;
    }

    @Override
    public Refusal refusal(Verb verb) {
      return notAmong(WHILE_WAITING, verb, SCHEMA, "the wait document of a queue");
    }

    @Override
    public boolean failed(Session waiting) {
      takeOut("error");
      goOn("error");
      return true;
    }

    @Override
    public void leave(Session waiting) {
      takeOut("leave");
      goOn("leave");
    }
  }

  private static Refusal notAmong(List<String> allowed, Verb verb, int code, String where) {
    return allowed.contains(verb.tag())
        ? null
        : new Refusal(
            400,
            code,
            "<"
                + verb.tag()
                + "> is not allowed in "
                + where
                + "; these are: "
                + String.join(", ", allowed));
  }

  /** The caller is in the queue no more. */
  private void takeOut(String how) {
    Member gone = queue.leave(callSid());
    if (gone == null) {
      return;
    }
    waitedMs = platform.now() - enqueuedAt;
    desk.left(this);
    closeInner();
    platform.note(new Happening.QueueLeft(queue.sid(), queue.name(), callSid(), how, waitedMs));
    if (enqueue.workflowSid() != null) {
      platform.routing().left(session.call(), how);
    }
  }

  // ---- taken by TaskRouter ----

  /**
   * TaskRouter takes the caller into a conference (TR-INSTR-34); what follows it is the action.
   *
   * @return false when the caller does not wait any more
   */
  boolean takenInto(String twiml) {
    if (queue == null || queue.member(callSid()) == null) {
      return false;
    }
    takeOut("dequeued");
    conferenced = true;
    inner =
        new Session(
            platform,
            documents,
            verbs,
            session.call(),
            new Session.Ending() {
              @Override
              public void ranOut(Session over) {
                goOn(platform.knobs().get(Knob.TR_QUEUE_RESULT_AFTER_CONFERENCE));
              }

              @Override
              public boolean failed(Session over) {
                goOn("error");
                return true;
              }
            });
    inner.load(new Script(null, "POST", twiml, null, "POST"), Map.of());
    return true;
  }

  @Override
  public void released() {
    if (inner != null && inner.running() != null) {
      inner.running().released();
    }
  }

  private void closeInner() {
    if (inner != null) {
      inner.close();
      inner = null;
    }
  }

  // ---- from being taken to being bridged ----

  /**
   * A Dial to the queue takes this caller (TWIML-37).
   *
   * @param privately what the caller hears before; null when nothing
   */
  void taken(QueueDial by, Script privately) {
    dialler = by;
    takeOut("dequeued");
    if (privately == null) {
      session.in(".bridges", Documents.NOTHING_LEFT, this::bridge);
      return;
    }
    Map<String, String> params = new LinkedHashMap<>();
    params.put("QueueSid", queue.sid());
    params.put("QueueTime", Long.toString(waitedMs / 1000));
    params.put("DequeingCallSid", by.callSid());
    inner =
        new Session(
            platform,
            documents,
            verbs,
            session.call(),
            new Session.Ending() {
              @Override
              public void ranOut(Session over) {
                bridge();
              }

              @Override
              public Refusal refusal(Verb verb) {
                return notAmong(
                    BEFORE_BRIDGE, verb, BAD_PRIVATE_DOCUMENT, "the document before the bridge");
              }

              @Override
              public boolean failed(Session over) {
                letGo();
                goOn("error");
                return true;
              }
            });
    inner.load(privately, params);
  }

  private void bridge() {
    closeInner();
    if (dialler == null) {
      return;
    }
    bridged = true;
    dialler.bridges();
    platform.carryOut(
        (telephony, now, effects) ->
            telephony.bridge(dialler.session().call(), session.call(), now, effects));
  }

  /** The dialler is gone, or has ended the bridge; this caller goes on. */
  void dialledNoMore() {
    dialler = null;
    goOn(bridged ? "bridged" : "bridging-in-process");
  }

  /** This caller goes; whoever dialled the queue goes on. */
  private void letGo() {
    QueueDial other = dialler;
    dialler = null;
    if (other != null) {
      platform.carryOut(
          (telephony, now, effects) -> telephony.unbridge(session.call(), now, effects));
      other.callerGone();
    }
  }

  // ---- what happens to the leg ----

  @Override
  public void pressed(String keys) {
    if (inner != null && inner.running() != null) {
      inner.running().pressed(keys);
    }
  }

  @Override
  public void spoke(String words, String confidence, long ms) {
    if (inner != null && inner.running() != null) {
      inner.running().spoke(words, confidence, ms);
    }
  }

  @Override
  public void ended(boolean byFarEnd) {
    leaveFor("hangup", "bridged");
  }

  @Override
  public void interrupted() {
    leaveFor("redirected", "redirected-from-bridged");
  }

  private void leaveFor(String unbridgedResult, String bridgedResult) {
    if (queue == null) {
      return;
    }
    takeOut(unbridgedResult);
    boolean together = bridged || conferenced;
    closeInner();
    letGo();
    tell(together ? bridgedResult : unbridgedResult);
  }

  // ---- the action ----

  private void goOn(String result) {
    closeInner();
    if (enqueue.action() == null) {
      session.proceed();
    } else {
      session.act(enqueue.action(), enqueue.method(), params(result));
    }
  }

  /** The leg runs something else or nothing, so the answer of the action is of no use. */
  private void tell(String result) {
    String action = enqueue.action() == null ? null : absolute(enqueue.action());
    if (action != null) {
      documents.request(
          session.call(),
          "action",
          action,
          Documents.word(enqueue.method()),
          params(result),
          ignored -> {});
    }
  }

  private Map<String, String> params(String result) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("QueueResult", result);
    if (queue != null) {
      params.put("QueueSid", queue.sid());
      params.put("QueueTime", Long.toString(waitedMs / 1000));
    }
    return params;
  }

  /** Null when it leads nowhere; an empty reference is the document's own URL. */
  private String absolute(String reference) {
    if (reference.startsWith("http://") || reference.startsWith("https://")) {
      return reference;
    }
    if (url == null || reference.isEmpty()) {
      return url;
    }
    try {
      return URI.create(url).resolve(reference).toString();
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }
}
