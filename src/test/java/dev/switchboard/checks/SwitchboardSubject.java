package dev.switchboard.checks;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.sync.v1.Service;
import dev.partyline.javasdk.SimHttpClient;
import dev.partyline.routing.FrontDesk;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Application;
import dev.partyline.world.Button;
import dev.partyline.world.ListedCall;
import dev.partyline.world.Press;
import dev.partyline.world.RoutingPaths;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import dev.switchboard.App;
import dev.switchboard.Settings;
import dev.switchboard.calllist.CallLine;
import dev.switchboard.store.ConversationStore;
import dev.switchboard.twilio.OnceOnlyHttpClient;
import dev.switchboard.twilio.RoutingPlan;
import dev.switchboard.web.Answer;
import dev.switchboard.web.Incoming;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Switchboard itself, as it is shipped, with simulated time, timers and HTTP. */
final class SwitchboardSubject implements Subject {

  private final KeptIn keptIn;

  private static final String FIRST_SYNC_SERVICE = "IS00000000000000000000000000000001";

  private final boolean detecting;
  private final boolean showing;

  /** With the store without a database. */
  SwitchboardSubject() {
    this(KeptIn.MEMORY);
  }

  SwitchboardSubject(KeptIn keptIn) {
    this(keptIn, false);
  }

  /** {@code detecting}: calls that an answering machine takes are ended. */
  SwitchboardSubject(KeptIn keptIn, boolean detecting) {
    this(keptIn, detecting, false);
  }

  private SwitchboardSubject(KeptIn keptIn, boolean detecting, boolean showing) {
    this.keptIn = keptIn;
    this.detecting = detecting;
    this.showing = showing;
  }

  /** With a Sync document for each conversation. */
  static SwitchboardSubject showing() {
    return new SwitchboardSubject(KeptIn.MEMORY, false, true);
  }

  @Override
  public String name() {
    return detecting ? "switchboard-detecting" : showing ? "switchboard-showing" : "switchboard";
  }

  @Override
  public String sentence() {
    return "the real orchestration code: agent first, customer by conference SID, wishes remembered";
  }

  @Override
  public String breaks() {
    return null;
  }

  @Override
  public String voicePath() {
    return App.VOICE_PATH;
  }

  @Override
  public String statusPath() {
    return App.STATUS_PATH;
  }

  @Override
  public String incomingPath() {
    return App.INCOMING_PATH;
  }

  @Override
  public RoutingPaths routingPaths() {
    return new RoutingPaths(App.ASSIGNMENT_PATH, App.ROUTING_EVENT_PATH, App.ROUTING_EVENTS);
  }

  @Override
  public Application start(Surroundings surroundings) {
    Settings settings =
        new Settings(
                surroundings.baseUrl(),
                surroundings.accountSid(),
                surroundings.authToken(),
                surroundings.callerId(),
                Locale.ENGLISH,
                Settings.USUAL_RING_SECONDS,
                detecting)
            .with(
                new RoutingPlan(
                    FrontDesk.WORKSPACE,
                    FrontDesk.WORKFLOW,
                    FrontDesk.OFFLINE,
                    FrontDesk.AVAILABLE,
                    FrontDesk.OFFLINE))
            .showingCallsIn(showing ? FIRST_SYNC_SERVICE : null);
    if (showing) {
      surroundings.after("sync-service", Duration.ZERO, () -> makeSyncService(surroundings));
    }
    ConversationStore store =
        surroundings.durable("conversations", () -> keptIn.empty(surroundings));
    App app =
        App.create(
            settings,
            new SimHttpClient(surroundings),
            surroundings.clock(),
            surroundings::after,
            new SteppedStore(surroundings, store));
    new Adoption(app, surroundings, store).begin();
    return new Application() {
      @Override
      public WebhookReply handle(WebhookRequest request) {
        Answer answer =
            app.handle(
                new Incoming(
                    request.method(), request.url(), withQuery(request), request.headers()));
        return new WebhookReply(answer.status(), answer.contentType(), answer.body(), null);
      }

      @Override
      public void hangUpPressed(String callSid) {
        app.hangUp(callSid);
      }

      @Override
      public Set<Button> buttons() {
        Set<String> words = app.buttons();
        Set<Button> buttons = EnumSet.noneOf(Button.class);
        for (Button button : Button.values()) {
          if (words.contains(button.word())) {
            buttons.add(button);
          }
        }
        return buttons;
      }

      @Override
      public Press.Reply press(Press press) {
        return app.press(press.user(), press.subject(), press.button().word(), press.arguments())
            .map(Press.Reply::refused)
            .orElse(Press.Reply.ACCEPTED);
      }

      @Override
      public List<ListedCall> callList() {
        return app.callList().stream().map(SwitchboardSubject::listed).toList();
      }

      @Override
      public Map<String, String> beliefs() {
        return app.beliefs();
      }
    };
  }

  /** What the set-up command does; once in a run, whatever starts how often. */
  private static void makeSyncService(Surroundings surroundings) {
    boolean[] first = {false};
    surroundings.durable(
        "sync-service",
        () -> {
          first[0] = true;
          return "made";
        });
    if (first[0]) {
      createSyncService(surroundings);
    }
  }

  private static void createSyncService(Surroundings surroundings) {
    TwilioRestClient client =
        new TwilioRestClient.Builder(surroundings.accountSid(), surroundings.authToken())
            .httpClient(new OnceOnlyHttpClient(new SimHttpClient(surroundings)))
            .build();
    try {
      Service.creator().setFriendlyName("switchboard").create(client);
    } catch (ApiException | ApiConnectionException again) {
      surroundings.after(
          "sync-service", Duration.ofSeconds(1), () -> createSyncService(surroundings));
    }
  }

  private static ListedCall listed(CallLine line) {
    Map<String, String> people = new LinkedHashMap<>();
    line.people().forEach(person -> people.put(person.callSid(), person.does()));
    return new ListedCall(line.id(), line.state(), line.alert(), people);
  }

  /** Form parameters with those of the URL's query, as a web server hands them over. */
  private static Map<String, String> withQuery(WebhookRequest request) {
    String query = URI.create(request.url()).getRawQuery();
    if (query == null) {
      return request.params();
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int at = pair.indexOf('=');
      String name = at < 0 ? pair : pair.substring(0, at);
      String value = at < 0 ? "" : pair.substring(at + 1);
      all.put(
          URLDecoder.decode(name, StandardCharsets.UTF_8),
          URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    all.putAll(request.params());
    return all;
  }
}
