package dev.switchboard;

import com.twilio.http.HttpClient;
import com.twilio.http.TwilioRestClient;
import dev.switchboard.calllist.Beliefs;
import dev.switchboard.calllist.CallLine;
import dev.switchboard.calllist.LiveCalls;
import dev.switchboard.conversation.Button;
import dev.switchboard.conversation.Event;
import dev.switchboard.outbound.CallControl;
import dev.switchboard.outbound.OutboundCalls;
import dev.switchboard.outbound.Readiness;
import dev.switchboard.outbound.Softphones;
import dev.switchboard.outbound.Timers;
import dev.switchboard.recovery.Reconciliation;
import dev.switchboard.store.ConversationStore;
import dev.switchboard.store.InMemoryConversations;
import dev.switchboard.twilio.Callbacks;
import dev.switchboard.twilio.Documents;
import dev.switchboard.twilio.Inbound;
import dev.switchboard.twilio.OnceOnlyHttpClient;
import dev.switchboard.twilio.Signatures;
import dev.switchboard.twilio.TwilioCallControl;
import dev.switchboard.twilio.TwilioLiveRooms;
import dev.switchboard.twilio.TwilioSoftphones;
import dev.switchboard.web.Answer;
import dev.switchboard.web.Endpoints;
import dev.switchboard.web.Incoming;
import dev.switchboard.web.Paths;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Switchboard, put together. */
public final class App {

  private static final System.Logger LOG = System.getLogger(App.class.getName());

  /** The path to enter as the TwiML app's voice URL. */
  public static final String VOICE_PATH = Paths.OUTGOING;

  /** The path to enter as the TwiML app's status callback. Not needed, but spares looks. */
  public static final String STATUS_PATH = Paths.CALL_ENDED;

  /** The path to enter as the number's voice URL; its status callback is {@link #STATUS_PATH}. */
  public static final String INCOMING_PATH = Paths.INCOMING;

  /** The path to enter as the workflow's assignment callback and as its fallback. */
  public static final String ASSIGNMENT_PATH = Paths.ASSIGNMENT;

  /** The path to enter as the workspace's event callback. */
  public static final String ROUTING_EVENT_PATH = Paths.ROUTING_EVENT;

  /** The events to subscribe to: an answered call has none of them. */
  public static final List<String> ROUTING_EVENTS = List.of("reservation.timeout", "task.canceled");

  /** What a page can ask for that knows no leg yet, since the phone does not ring. */
  private static final Set<Button> ABOUT_OFFERS =
      EnumSet.of(Button.ACCEPT, Button.DECLINE, Button.HANG_UP);

  private static final int CONVERSATIONS_KEPT = 1000;

  private final Endpoints endpoints;
  private final OutboundCalls outbound;
  private final Beliefs beliefs;
  private final LiveCalls calls;
  private final Softphones softphones;
  private final Readiness readiness;
  private final String callerId;
  private final Reconciliation reconciliation;

  private App(
      Endpoints endpoints,
      OutboundCalls outbound,
      Beliefs beliefs,
      LiveCalls calls,
      Softphones softphones,
      Readiness readiness,
      String callerId,
      Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
    this.calls = calls;
    this.callerId = callerId;
    this.softphones = softphones;
    this.readiness = readiness;
    this.endpoints = endpoints;
    this.outbound = outbound;
    this.beliefs = beliefs;
  }

  /**
   * Puts Switchboard together.
   *
   * @param http reaches the platform; only {@code makeRequest} is used, once per request, and its
   *     transport must repeat nothing either
   * @param timers runs each task apart from the others; tasks wait for the platform
   */
  public static App create(Settings settings, HttpClient http, InstantSource clock, Timers timers) {
    return create(settings, http, clock, timers, new InMemoryConversations(CONVERSATIONS_KEPT));
  }

  /**
   * The same on a store that outlives this app. What a former app on it left undone is taken up by
   * {@link #adopt}.
   */
  public static App create(
      Settings settings,
      HttpClient http,
      InstantSource clock,
      Timers timers,
      ConversationStore store) {
    TwilioRestClient client =
        new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
            .httpClient(new OnceOnlyHttpClient(http))
            .build();
    Callbacks callbacks = new Callbacks(settings.publicBaseUrl());
    Inbound inbound =
        Inbound.by(client, callbacks, settings.language(), settings.callerId(), settings.routing());
    TwilioCallControl control =
        new TwilioCallControl(
            client,
            callbacks,
            settings.callerId(),
            settings.ringSeconds(),
            settings.detectMachines());
    OutboundCalls outbound =
        new OutboundCalls(
            store,
            control,
            inbound.routing(),
            timers,
            clock,
            Inbound.cards(client, settings.syncServiceSid()));
    Endpoints endpoints =
        new Endpoints(
            outbound,
            new Signatures(settings.authToken()),
            new Documents(callbacks, settings.language(), settings.callerId()),
            inbound.documents(),
            settings.routing() != null && settings.routing().acceptOnPage(),
            settings.callerId());
    return new App(
        endpoints,
        outbound,
        new Beliefs(store),
        new LiveCalls(store),
        new TwilioSoftphones(client, callbacks, settings.callerId()),
        inbound.readiness(),
        settings.callerId(),
        new Reconciliation(store, outbound, control, new TwilioLiveRooms(client), timers, clock));
  }

  /** Answers a webhook or a request of the page; at once, always, and without throwing. */
  public Answer handle(Incoming request) {
    return endpoints.handle(request);
  }

  /** The agent wants to hang up; may come before anything else was heard of the call. */
  public void hangUp(String agentCallSid) {
    outbound.hangUp(agentCallSid);
  }

  /**
   * Rings an agent's own softphone, and dials the number once it answers. Waits for the platform.
   *
   * @param client the softphone's identity
   * @param number in E.164, and not our own
   * @return empty when it rings, and the conversation can be seen; else why not, as a text key of
   *     the pages
   */
  public Optional<String> dial(String client, String number) {
    try {
      CallControl.LegState leg = softphones.ring(client, number);
      outbound.begin(
          leg.callSid(), new Event.AgentCalled(number, "client:" + client, leg.status()));
      return Optional.empty();
    } catch (CallControl.Refused refused) {
      LOG.log(Level.WARNING, () -> "A softphone does not ring: " + refused.getMessage());
      return Optional.of("phone-not-reached");
    }
  }

  /**
   * Whether an agent is offered calls, as a word of the pages; {@code unknown} when the platform
   * does not say. Waits for the platform.
   *
   * @param client the softphone's identity
   */
  public String readiness(String client) {
    try {
      return readiness.of(client).word();
    } catch (CallControl.Refused refused) {
      LOG.log(Level.INFO, () -> "Not known who is ready: " + refused.getMessage());
      return "unknown";
    }
  }

  /**
   * Lets an agent be offered calls, or take a break. Waits for the platform.
   *
   * @return empty when it is done; else why not, as a text key of the pages
   */
  public Optional<String> ready(String client, boolean ready) {
    try {
      readiness.set(client, ready);
      return Optional.empty();
    } catch (CallControl.Refused refused) {
      LOG.log(Level.WARNING, () -> "Readiness is not changed: " + refused.getMessage());
      return Optional.of("not-changed");
    }
  }

  /** Words of the buttons that its pages have; {@link #press} knows these and no others. */
  public Set<String> buttons() {
    return new LinkedHashSet<>(Button.words());
  }

  /**
   * Somebody pressed a button of a page.
   *
   * @param user identity the person is signed in with
   * @param subject what the page knows of the call: for an agent the SID of the own leg (empty when
   *     none is known), for a supervisor the id of the line in the call list
   * @param button its word
   * @param arguments what else the page sends; may be empty
   * @return empty when it will be done; else why not, as a sentence for the person
   * @throws IllegalArgumentException when there is no such button
   */
  public Optional<String> press(
      String user, String subject, String button, Map<String, String> arguments) {
    Button pressed =
        Button.named(button)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no button '" + button + "'; there are " + buttons()));
    try {
      return press(user, subject, pressed, arguments);
    } catch (RuntimeException broken) {
      LOG.log(Level.WARNING, () -> "Not done: " + pressed + " of " + user, broken);
      return Optional.of("broken");
    }
  }

  private Optional<String> press(
      String user, String subject, Button button, Map<String, String> arguments) {
    if (subject.isEmpty() && ABOUT_OFFERS.contains(button)) {
      return outbound.answerOffer(button, "client:" + user);
    }
    if (button == Button.HANG_UP) {
      hangUp(subject);
      return Optional.empty();
    }
    if (button == Button.TAKE_BACK) {
      return outbound.takeBack("client:" + user);
    }
    return button.isSupervisors()
        ? outbound.supervise(button, subject, "client:" + user)
        : outbound.press(button, subject, destination(arguments.getOrDefault("to", "")));
  }

  /** A number, or {@code client:} and an identity; empty when it is neither, or our own number. */
  private String destination(String to) {
    if (to.matches("\\+[1-9][0-9]{5,14}")) {
      return to.equals(callerId) ? "" : to;
    }
    String identity = to.startsWith("client:") ? to.substring("client:".length()) : to;
    return identity.matches("[A-Za-z0-9_.@-]{1,121}") ? "client:" + identity : "";
  }

  /** The live calls, the oldest first. */
  public List<CallLine> callList() {
    return calls.lines();
  }

  /**
   * Takes up what nobody carries out: commands and wake-ups of an instance that died. To be called
   * after the start and every second or so by every instance on the store.
   *
   * @return how many were taken up
   */
  public int adopt() {
    return outbound.adopt();
  }

  /**
   * Begins to compare what is kept with what the platform has, and to end what must not live;
   * returns at once. To be called after the start and every few minutes.
   */
  public void reconcile() {
    reconciliation.begin();
  }

  /** What came of {@link #reconcile} so far. */
  public Reconciliation reconciliation() {
    return reconciliation;
  }

  /**
   * Each known leg's call SID and the platform's word for its status, in the order of the calls.
   */
  public Map<String, String> beliefs() {
    return beliefs.byLeg();
  }
}
