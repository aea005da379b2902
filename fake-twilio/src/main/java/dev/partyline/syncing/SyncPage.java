package dev.partyline.syncing;

import dev.partyline.journal.Happening;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.sync.Author;
import dev.partyline.sync.Kind;
import dev.partyline.sync.SyncService;
import dev.partyline.token.AccessToken;
import dev.partyline.token.BadToken;
import dev.partyline.token.TokenFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One Sync client in a browser tab, of a softphone or a supervisor. What a method leads to comes
 * later, when its message has arrived.
 */
public final class SyncPage {

  /** How it stands with its connection. */
  public enum State {
    CONNECTING,
    CONNECTED,
    DISCONNECTED,
    CLOSED
  }

  /** A message from page to platform, or the answer to one. */
  static final Span MESSAGE = Span.of(10, 50, 300);

  private static final long WARNING_MS = 180_000;

  private final SyncDesk desk;
  private final String name;
  private final Author author;
  private final SyncService service;
  private final Map<String, Replica> replicas = new LinkedHashMap<>();
  private final PageWrites writes;
  private State state = State.CONNECTING;
  private boolean expired;
  private Cancellable warning;
  private Cancellable expiry;
  private Cancellable goodbye;
  private boolean known;

  SyncPage(SyncDesk desk, String name, String identity, SyncService service) {
    this.desk = desk;
    this.name = name;
    this.author = new Author(identity, name);
    this.service = service;
    this.writes = new PageWrites(this);
  }

  // ---- looking ----

  public String name() {
    return name;
  }

  public String identity() {
    return author.identity();
  }

  public State state() {
    return state;
  }

  /** Whether its token is too old: then it hears nothing and is not told so (SYNC-RT-16). */
  public boolean isExpired() {
    return expired;
  }

  /** What it follows, in the order of its opening. */
  public List<Replica> replicas() {
    return new ArrayList<>(replicas.values());
  }

  // ---- following ----

  /** Follows an object as SDKs do. */
  public Replica follow(Kind kind, String nameOrSid) {
    return follow(kind, nameOrSid, Opening.SDK);
  }

  /**
   * Follows an object; a second call for the same one gives the same replica.
   *
   * @param nameOrSid unique name or SID
   */
  public Replica follow(Kind kind, String nameOrSid, Opening how) {
    requireOpen();
    String key = kind.word() + " " + nameOrSid;
    Replica there = replicas.get(key);
    if (there == null) {
      there = new Replica(this, kind, nameOrSid, how);
      replicas.put(key, there);
      there.open();
    }
    return there;
  }

  /** Follows it no more. */
  public void leave(Replica replica) {
    replicas.remove(replica.kind().word() + " " + replica.wanted());
    replica.leave();
  }

  /** What its SDK writes. */
  public PageWrites writes() {
    return writes;
  }

  // ---- its connection ----

  void connect() {
    desk.wires().in(name + ".connects", MESSAGE, this::connected);
  }

  private void connected() {
    if (state == State.CLOSED || state == State.CONNECTED) {
      return;
    }
    state = State.CONNECTED;
    told("connected");
    if (goodbye != null) {
      goodbye.cancel();
      goodbye = null;
    } else if (!known) {
      desk.webhooks().reachability(service, name, "endpoint_connected", identity());
    }
    known = true;
    replicas().forEach(Replica::connected);
  }

  /**
   * The connection breaks; pushes under way are not received. Nothing comes until {@link
   * #reconnect} (SYNC-RT-14).
   */
  public void loseConnection() {
    if (state != State.CONNECTED && state != State.CONNECTING) {
      return;
    }
    boolean was = state == State.CONNECTED;
    state = State.DISCONNECTED;
    if (was) {
      told("disconnected");
      replicas().forEach(Replica::disconnected);
      left();
    }
  }

  /** SYNC-WH-05: with debouncing a short absence is kept silent. */
  private void left() {
    SyncService.Settings settings = service.settings();
    Runnable tell =
        () -> {
          goodbye = null;
          known = false;
          desk.webhooks().reachability(service, name, "endpoint_disconnected", identity());
        };
    if (settings.debouncing() && settings.reachabilityWebhooks()) {
      goodbye = desk.wires().in(name + ".debounced", Span.exactly(settings.debouncingMs()), tell);
    } else {
      tell.run();
    }
  }

  /** It connects again; what it follows is subscribed anew from the last event it has seen. */
  public void reconnect() {
    requireOpen();
    if (state == State.DISCONNECTED) {
      state = State.CONNECTING;
      connect();
    }
  }

  /** The platform moves the connection to another of its machines (SYNC-RT-15). */
  public void rebalance() {
    loseConnection();
    reconnect();
  }

  /** The platform cancels its subscriptions on its own; the SDK subscribes again (SYNC-RT-04). */
  public void cancelSubscriptions() {
    replicas().forEach(Replica::canceled);
  }

  /** The tab is closed. */
  public void close() {
    loseConnection();
    state = State.CLOSED;
    forgetToken();
    replicas().forEach(Replica::leave);
    desk.pages().closed(this);
  }

  private void requireOpen() {
    if (state == State.CLOSED) {
      throw new IllegalStateException("page " + name + " is closed; open another one");
    }
  }

  // ---- its token ----

  /**
   * Has a token that is good for so long from now; an expired page hears again from here on.
   *
   * @param lifeMs simulated milliseconds
   */
  public void token(long lifeMs) {
    requireOpen();
    forgetToken();
    Wires wires = desk.wires();
    warning =
        wires.in(
            name + ".token-warning",
            Span.exactly(Math.max(0, lifeMs - WARNING_MS)),
            () -> told("tokenAboutToExpire"));
    expiry =
        wires.in(
            name + ".token-expires",
            Span.exactly(lifeMs),
            () -> {
              expired = true;
              told("tokenExpired");
            });
    if (expired) {
      expired = false;
      replicas().forEach(Replica::again);
    }
  }

  /**
   * Has a fresh access token.
   *
   * @throws BadToken when it is refused, or is for another identity or service; the page keeps the
   *     one it has
   */
  public void updateToken(String text) {
    requireOpen();
    AccessToken read = desk.wires().verify(text);
    SyncService allowed = desk.pages().service(read);
    if (allowed != service || !identity().equals(read.identity())) {
      throw new BadToken(
          TokenFault.GRANTS,
          "it is for "
              + read.identity()
              + " in service "
              + allowed.sid()
              + "; the page is "
              + identity()
              + " in "
              + service.sid());
    }
    token(desk.pages().lifeMs(read));
  }

  private void forgetToken() {
    if (warning != null) {
      warning.cancel();
      expiry.cancel();
    }
  }

  // ---- for the rest of the package ----

  SyncDesk desk() {
    return desk;
  }

  SyncService service() {
    return service;
  }

  Author author() {
    return author;
  }

  private void told(String event) {
    desk.wires()
        .note(new Happening.SyncTold(name, identity(), event, null, null, null, null, 0, null));
  }

  @Override
  public String toString() {
    return "page " + name;
  }
}
