package dev.partyline.syncing;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.sync.Kind;
import dev.partyline.sync.Payload;
import dev.partyline.sync.Refused;
import dev.partyline.sync.SyncEvent;
import dev.partyline.sync.SyncObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What one page knows of one object it follows, and how it stands with that. */
public final class Replica {

  /** The states of a subscription (SYNC-RT-03). */
  public enum State {
    UNSUBSCRIBED,
    PENDING,
    SUBSCRIBING,
    ESTABLISHED,
    FAILED
  }

  private final SyncPage page;
  private final Kind kind;
  private final String wanted;
  private final Opening how;
  private final Channel channel = new Channel(this);
  private final Cache cache;
  private final List<Consumer<SyncEvent>> listeners = new ArrayList<>();
  private final Set<SyncEvent> brokenOff = new LinkedHashSet<>();
  private State state = State.UNSUBSCRIBED;
  private String object;
  private String uniqueName;
  private String eventName;
  private boolean read;
  private int round;

  Replica(SyncPage page, Kind kind, String wanted, Opening how) {
    this.page = page;
    this.kind = kind;
    this.wanted = wanted;
    this.how = how;
    this.cache = new Cache(how.isCareful());
    this.eventName = kind.word() + "-" + Names.plain(wanted);
  }

  // ---- looking ----

  public SyncPage page() {
    return page;
  }

  public Kind kind() {
    return kind;
  }

  public State state() {
    return state;
  }

  /** SID of the object; null while the page does not know it. */
  public String sid() {
    return object;
  }

  /** Whether the object is there as far as the page knows. */
  public boolean isPresent() {
    return cache.present();
  }

  /** A document's data as the page shows it; null while it knows none. */
  public String json() {
    return cache.json();
  }

  /** A document's revision as the page knows it; null while it knows none. */
  public String revision() {
    return cache.revision();
  }

  /** A list's or map's items as the page shows them: data by key or index. */
  public Map<String, String> items() {
    return cache.items();
  }

  /** Number of the newest event the page has seen. */
  public long seen() {
    return cache.seen();
  }

  /**
   * Tells of every event that reaches the page, in the order in which they do, old ones and doubles
   * too: those change {@link #json} and {@link #items} only if the page takes no care.
   */
  public Replica onEvent(Consumer<SyncEvent> listener) {
    listeners.add(listener);
    return this;
  }

  String wanted() {
    return wanted;
  }

  String eventName() {
    return eventName;
  }

  Channel channel() {
    return channel;
  }

  // ---- opening (SYNC-RT-01) ----

  void open() {
    state = State.PENDING;
    if (how == Opening.LISTEN_ONLY) {
      read = true;
      connected();
    } else {
      later("opens", this::answerRead);
    }
  }

  private void answerRead() {
    SyncDesk desk = page.desk();
    try {
      SyncObject found = page.service().find(kind, wanted);
      if (found == null && how == Opening.SDK) {
        found =
            desk.give(
                page.service(),
                (service, now, effects) ->
                    service.create(
                        kind,
                        wanted,
                        kind == Kind.DOCUMENT ? Payload.EMPTY : null,
                        null,
                        page.author(),
                        now,
                        effects));
      }
      if (found == null) {
        throw missing();
      }
      found.read(page.author(), desk.now());
      Cache.Snapshot snapshot = Cache.Snapshot.of(found);
      SyncObject there = found;
      later("opened", () -> opened(there, snapshot));
    } catch (Refused refused) {
      later("opened", () -> failed(refused));
    }
  }

  /** SYNC-SVC-09: the SDK's way knows the specific codes. */
  private Refused missing() {
    return new Refused(404, kind.missing(), "there is no " + kind.word() + " " + wanted);
  }

  private void opened(SyncObject found, Cache.Snapshot snapshot) {
    learn(found);
    cache.take(snapshot);
    channel.sentUpTo(snapshot.event());
    read = true;
    told("opened", null, snapshot.revision(), snapshot.event(), snapshot.text());
    connected();
  }

  private void learn(SyncObject found) {
    object = found.sid();
    uniqueName = found.uniqueName();
  }

  private void failed(Refused refused) {
    state = State.FAILED;
    told("failed", null, null, 0, "{\"code\":" + refused.code() + "}");
  }

  // ---- subscribing ----

  /** The page has its connection. */
  void connected() {
    if (read && state == State.PENDING && page.state() == SyncPage.State.CONNECTED) {
      state = State.SUBSCRIBING;
      later("subscribes", this::answerSubscription);
    }
  }

  private void answerSubscription() {
    SyncObject found =
        object == null ? page.service().find(kind, wanted) : page.service().find(object);
    try {
      if (found == null) {
        throw missing();
      }
      found.read(page.author(), page.desk().now());
    } catch (Refused refused) {
      later("refused", () -> failed(refused));
      return;
    }
    learn(found);
    page.desk().pages().subscribe(object, this);
    if (!how.isCareful()) {
      // without an event's number nothing is replayed (SYNC-RT-02)
      reportLost(found.lastEvent());
      found.since(channel.sent()).forEach(event -> channel.lost(event, "before-subscription"));
      channel.sentUpTo(found.lastEvent());
      later("subscribed", () -> established("completed"));
      return;
    }
    boolean lose =
        page.desk().wires().knobs().is(Knob.SYNC_PUSH_LOSE_AFTER_RECONNECT, "on")
            && !brokenOff.isEmpty();
    long from = lose ? channel.sent() : cache.seen();
    reportLost(from);
    if (found.remembers(from)) {
      found.since(from).forEach(event -> channel.send(event, true));
      later("subscribed", () -> established("completed"));
    } else {
      later("subscribed", () -> established("interrupted"));
    }
  }

  /** What will not be replayed is lost for good (SYNC-RT-07). */
  private void reportLost(long from) {
    brokenOff.stream()
        .filter(event -> event.id() <= from)
        .forEach(event -> channel.lost(event, "connection-lost"));
    brokenOff.clear();
  }

  private void established(String replay) {
    state = State.ESTABLISHED;
    told("subscribed", null, null, 0, "{\"replay\":\"" + replay + "\"}");
    if (replay.equals("interrupted")) {
      reread();
    }
  }

  private void reread() {
    stop();
    read = false;
    state = State.PENDING;
    later("opens", this::answerRead);
  }

  /** The connection broke. */
  void disconnected() {
    if (state == State.SUBSCRIBING || state == State.ESTABLISHED) {
      stop();
      state = State.PENDING;
    }
  }

  /** The platform ended the subscription; the SDK makes another one. */
  void canceled() {
    if (state == State.ESTABLISHED) {
      told("canceled", null, null, 0, null);
      again();
    }
  }

  /** Subscribes anew. */
  void again() {
    disconnected();
    connected();
  }

  void leave() {
    stop();
    round++;
    state = State.UNSUBSCRIBED;
  }

  private void stop() {
    round++;
    if (object != null) {
      page.desk().pages().unsubscribe(object, this);
    }
    brokenOff.addAll(channel.breakOff());
  }

  // ---- events ----

  void receive(SyncEvent event) {
    cache.apply(event);
    told(event.type(), event.item(), event.revision(), event.id(), event.json());
    List.copyOf(listeners).forEach(listener -> listener.accept(event));
  }

  /** A step of the handshake, given up when the page has begun anew by then. */
  private void later(String step, Runnable then) {
    int mine = round;
    page.desk()
        .wires()
        .in(
            page.name() + "." + eventName + "." + step,
            SyncPage.MESSAGE,
            () -> {
              if (mine == round && page.state() != SyncPage.State.CLOSED) {
                then.run();
              }
            });
  }

  private void told(String event, String item, String revision, long number, String json) {
    page.desk()
        .wires()
        .note(
            new Happening.SyncTold(
                page.name(),
                page.identity(),
                event,
                object,
                uniqueName == null ? wanted : uniqueName,
                item,
                revision,
                number,
                json));
  }

  @Override
  public String toString() {
    return kind.word() + " " + wanted + " at " + page;
  }
}
