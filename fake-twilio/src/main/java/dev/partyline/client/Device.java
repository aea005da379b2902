package dev.partyline.client;

import dev.partyline.delay.Region;
import dev.partyline.journal.Happening;
import dev.partyline.sim.Cancellable;
import dev.partyline.sim.Span;
import dev.partyline.token.AccessToken;
import dev.partyline.token.BadToken;
import dev.partyline.token.TokenFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A softphone in one browser tab, operated like the page that has it. What a method leads to at the
 * platform comes later, when its message has arrived; what the page is told of it later still.
 */
public final class Device {

  /** Whether it can be called (CLIENT-03). */
  public enum State {
    UNREGISTERED("unregistered"),
    REGISTERING("registering"),
    REGISTERED("registered"),
    DESTROYED("destroyed");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** As the SDK writes it. */
    public String word() {
      return word;
    }
  }

  /** A message from page to platform, or back. */
  private static final Span SIGNAL = Span.of(20, 60, 400);

  /** From the closing of a page to the platform's noticing (CLIENT-19). */
  private static final Span PAGE_CLOSED = Span.of(200, 1_000, 5_000);

  private static final Map<String, String> NO_WIRE =
      Map.of("code", "31009", "message", "there is no signalling");

  private final Devices platform;
  private final String name;
  private final DeviceOptions options;
  private final Credentials credentials;
  private final List<ClientCall> calls = new ArrayList<>();
  private String identity;
  private State state = State.UNREGISTERED;
  private boolean connected = true;
  private Cancellable gapEnd;
  private int connects;

  Device(Devices platform, String name, String identity, DeviceOptions options) {
    this.platform = platform;
    this.name = name;
    this.identity = identity;
    this.options = options;
    this.credentials = new Credentials(this, platform.exchange());
  }

  // ---- looking ----

  /** What it is called in the journal, for example {@code agent_a.device-2}. */
  public String name() {
    return name;
  }

  /** Under what name it is called, without {@code client:}. */
  public String identity() {
    return identity;
  }

  /** Whether it can be called. */
  public State state() {
    return state;
  }

  /** What the page gave it. */
  public DeviceOptions options() {
    return options;
  }

  /** The token it shows; null when it shows none, which the fake allows. */
  public AccessToken token() {
    return credentials.token();
  }

  Credentials credentials() {
    return credentials;
  }

  /** The call that is up or being set up; null when there is none. */
  public ClientCall call() {
    for (ClientCall call : calls) {
      if (call.isUp()) {
        return call;
      }
    }
    return null;
  }

  /** The first call that rings here; null when none does. */
  public ClientCall incoming() {
    for (ClientCall call : calls) {
      if (call.incoming() && call.is(ClientCall.State.PENDING)) {
        return call;
      }
    }
    return null;
  }

  /** Every call this page has had, in the order of their coming. */
  public List<ClientCall> calls() {
    return List.copyOf(calls);
  }

  // ---- registration ----

  /** From now on it wants to be called (CLIENT-04); needs a token that allows it. */
  public Device register() {
    requirePage();
    if (!connected) {
      told("error", null, NO_WIRE);
    } else if (state == State.UNREGISTERED) {
      state = State.REGISTERING;
      told("registering", null, Map.of());
      send("registers", () -> platform.registrations().registers(this));
    }
    return this;
  }

  /** It does not want to be called any more; calls that are up go on. */
  public Device unregister() {
    requirePage();
    if (state == State.REGISTERED || state == State.REGISTERING) {
      send("unregisters", () -> platform.registrations().unregisters(this));
    }
    return this;
  }

  /**
   * Shows another token, in time or after the old one has expired; registers again when it was.
   *
   * @throws BadToken when it is refused
   */
  public Device updateToken(String text) {
    requirePage();
    boolean again = state != State.UNREGISTERED;
    show(text, platform.exchange().verify(text));
    if (again) {
      state = State.UNREGISTERED;
      register();
    }
    return this;
  }

  void show(String text, AccessToken shown) {
    shown.requireVoice();
    identity = shown.identity();
    platform.knowsAs(identity);
    credentials.show(text, shown);
  }

  void tokenWillExpire() {
    told("tokenWillExpire", null, Map.of());
  }

  /** TOKEN-07: it can be called no more, and what is up goes on. */
  void tokenExpired() {
    platform.registrations().drops(this);
    fail(new BadToken(TokenFault.EXPIRED, "its time is over; give the device a fresh one"), null);
    if (state == State.REGISTERED || state == State.REGISTERING) {
      state = State.UNREGISTERED;
      told("unregistered", null, Map.of());
    }
  }

  // ---- calls ----

  /**
   * Connects to the TwiML application that the token names; a device without a token to the
   * account's first. Needs no registration (CLIENT-04).
   *
   * @param parameters come to the application's URL under their own names (CLIENT-21)
   */
  public ClientCall connect(Map<String, String> parameters) {
    return connect(parameters, null);
  }

  /** The same to an application that is named; with a token it must be the token's (CLIENT-26). */
  public ClientCall connect(Map<String, String> parameters, String application) {
    requirePage();
    ClientCall call = new ClientCall(false, "TJ" + name + "." + ++connects, parameters);
    calls.add(call);
    dropOthers(call);
    if (!connected) {
      call.become(ClientCall.State.CLOSED);
      told("error", call, NO_WIRE);
      return call;
    }
    call.become(ClientCall.State.CONNECTING);
    send("connects", () -> platform.connects(this, call, application));
    return call;
  }

  /** Takes a call that rings; any other that is up is dropped (CLIENT-15). */
  public Device accept(ClientCall call) {
    requirePage();
    if (call.is(ClientCall.State.PENDING)) {
      dropOthers(call);
      call.become(ClientCall.State.CONNECTING);
      send("accepts", () -> platform.accepts(this, call));
    }
    return this;
  }

  /** Takes the first call that rings. */
  public Device accept() {
    return accept(ringing());
  }

  /** Declines a call that rings, for this device alone (CLIENT-16). */
  public Device reject(ClientCall call) {
    requirePage();
    if (call.is(ClientCall.State.PENDING)) {
      call.become(ClientCall.State.CLOSED);
      told("reject", call, Map.of());
      send("rejects", () -> platform.rejects(this, call));
    }
    return this;
  }

  /** Declines the first call that rings. */
  public Device reject() {
    return reject(ringing());
  }

  /** Does as if the call that rings did not: no message leaves the page (CLIENT-14). */
  public Device ignore() {
    requirePage();
    ringing().become(ClientCall.State.CLOSED);
    return this;
  }

  /** Drops the call that is up, by its SID or, before that is known, by its temporary id. */
  public Device hangUp() {
    requirePage();
    drop(up());
    return this;
  }

  /** Turns the microphone off or on; the platform is not told (PART-41 is another thing). */
  public Device mute(boolean off) {
    requirePage();
    ClientCall call = up();
    if (call.muted() != off) {
      call.mute(off);
      told("mute", call, Map.of("muted", Boolean.toString(off)));
      platform.mutes(this, call);
    }
    return this;
  }

  /** Presses keys: of 0-9, A-D, # and *. */
  public Device digits(String keys) {
    requirePage();
    if (keys == null || !keys.matches("[0-9A-D#*]+")) {
      throw new IllegalArgumentException("keys are made of 0-9, A-D, # and *, not '" + keys + "'");
    }
    ClientCall call = up();
    send("digits", () -> platform.presses(call, keys));
    return this;
  }

  /** Sends the application a message on the call that is up (CLIENT-20). */
  public Device message(String content) {
    requirePage();
    ClientCall call = up();
    send("message", () -> platform.says(this, call, content));
    return this;
  }

  private ClientCall ringing() {
    ClientCall call = incoming();
    if (call == null) {
      throw new IllegalStateException("no call rings at " + name);
    }
    return call;
  }

  private ClientCall up() {
    ClientCall call = call();
    if (call == null) {
      throw new IllegalStateException(name + " is in no call");
    }
    return call;
  }

  private void dropOthers(ClientCall kept) {
    for (ClientCall call : List.copyOf(calls)) {
      if (call != kept && call.isUp()) {
        drop(call);
      }
    }
  }

  private void drop(ClientCall call) {
    call.become(ClientCall.State.CLOSED);
    told("disconnect", call, Map.of());
    if (connected) {
      send("hangs-up", () -> platform.drops(call));
    } else {
      platform.vanishes(call); // sound ends, and nobody says why
    }
  }

  // ---- the page and its wire ----

  /** The page is closed: registration goes, and its legs after a moment (CLIENT-19). */
  public void close() {
    requirePage();
    List<ClientCall> open = List.copyOf(calls);
    gone();
    later(
        ".page-closed",
        PAGE_CLOSED,
        () ->
            open.stream()
                .filter(call -> call.state() != ClientCall.State.CLOSED)
                .forEach(platform::drops));
  }

  /** The page is loaded again: a new device that has to register and knows no call (RACE-209). */
  public Device reload() {
    close();
    return again();
  }

  /**
   * The page is gone without a word, with its computer say: legs live until {@code
   * call.mediaTimeout}.
   */
  public void vanish() {
    requirePage();
    List<ClientCall> open = List.copyOf(calls);
    gone();
    open.stream()
        .filter(call -> call.state() != ClientCall.State.CLOSED)
        .forEach(platform::vanishes);
  }

  /** The same person opens the page anew: a new device with the same token and options. */
  public Device again() {
    return credentials.text() == null
        ? platform.add(identity, options)
        : platform.addWithToken(credentials.text(), options);
  }

  private void gone() {
    state = State.DESTROYED;
    connected = false;
    credentials.stop();
    stop(gapEnd);
    platform.forgets(this);
    told("destroyed", null, Map.of());
  }

  /** The wire to the platform breaks; sound does not (CLIENT-18). */
  public Device loseSignalling() {
    requirePage();
    if (connected) {
      connected = false;
      platform.registrations().drops(this);
      if (state != State.UNREGISTERED) {
        state = State.UNREGISTERED;
        told("unregistered", null, Map.of());
      }
      for (ClientCall call : List.copyOf(calls)) {
        loseSignalling(call);
      }
      if (options.signallingGapMs() > 0) {
        Span gap = Span.exactly(options.signallingGapMs());
        gapEnd = later(".signalling-gap", gap, this::signallingGivenUp);
      }
    }
    return this;
  }

  /** A call that is up may come back; one that is not yet cannot (31009). */
  private void loseSignalling(ClientCall call) {
    if (call.is(ClientCall.State.OPEN)) {
      call.become(ClientCall.State.RECONNECTING);
      told(
          "reconnecting",
          call,
          Map.of("code", "53000", "message", "signalling was lost; sound goes on"));
    } else if (!call.is(ClientCall.State.CLOSED) && !call.is(ClientCall.State.RECONNECTING)) {
      call.become(ClientCall.State.CLOSED);
      told("error", call, NO_WIRE);
      told(call.incoming() ? "cancel" : "disconnect", call, Map.of());
      platform.loses(call);
    }
  }

  /**
   * The wire is back: calls that survived learn what they missed, and without a gap allowed none
   * has. The page registers anew.
   */
  public Device recoverSignalling() {
    requirePage();
    if (!connected) {
      connected = true;
      stop(gapEnd);
      if (options.signallingGapMs() == 0) {
        signallingGivenUp();
      }
      for (ClientCall call : List.copyOf(calls)) {
        if (call.is(ClientCall.State.RECONNECTING)) {
          send("resumes", () -> platform.resumes(this, call));
        }
      }
    }
    return this;
  }

  private void signallingGivenUp() {
    for (ClientCall call : calls) {
      if (call.is(ClientCall.State.RECONNECTING)) {
        call.become(ClientCall.State.CLOSED);
        told("error", call, Map.of("code", "31005", "message", "signalling did not come back"));
        told("disconnect", call, Map.of());
        platform.vanishes(call);
      }
    }
  }

  // ---- what the platform tells it ----

  boolean isThere() {
    return connected;
  }

  /** Whether a call that is up keeps it from ringing (CLIENT-14). */
  boolean isBusy() {
    return call() != null && !options.allowIncomingWhileBusy();
  }

  Region edge() {
    return options.edge();
  }

  void rings(ClientCall call) {
    calls.add(call);
    Map<String, String> data = new LinkedHashMap<>(call.parameters());
    call.customParameters().forEach((name, value) -> data.put("custom." + name, value));
    told("incoming", call, data);
  }

  void becomes(State next) {
    state = next;
    told(next.word(), null, Map.of());
  }

  void fail(BadToken bad, ClientCall call) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("code", Integer.toString(bad.code()));
    data.put("plainCode", Integer.toString(bad.fault().plainCode()));
    data.put("message", bad.getMessage());
    told("error", call, data);
  }

  /** A message arrives at the page, if it is still there; else it is lost. */
  void tell(String what, Runnable action) {
    later(
        ".told-" + what,
        SIGNAL,
        () -> {
          if (connected) {
            action.run();
          }
        });
  }

  /** Something happened that the page's code hears of as an event. */
  void told(String event, ClientCall call, Map<String, String> data) {
    platform
        .exchange()
        .note(
            new Happening.SoftphoneTold(
                name,
                identity,
                event,
                call == null ? null : call.sid() == null ? call.temporaryId() : call.sid(),
                data));
  }

  // ---- inside ----

  /** A message leaves the page; while the wire is broken it is lost. */
  private void send(String what, Runnable arrived) {
    if (connected) {
      later("." + what, SIGNAL, arrived);
    }
  }

  Cancellable later(String what, Span delay, Runnable action) {
    return platform.exchange().in(name + what, delay, action);
  }

  private static void stop(Cancellable one) {
    if (one != null) {
      one.cancel();
    }
  }

  private void requirePage() {
    if (state == State.DESTROYED) {
      throw new IllegalStateException(
          name + " is destroyed: its page was closed; open it again for a new device");
    }
  }
}
