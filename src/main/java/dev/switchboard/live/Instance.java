package dev.switchboard.live;

import com.twilio.http.HttpClient;
import dev.switchboard.App;
import dev.switchboard.Settings;
import dev.switchboard.calllist.LiveCalls;
import dev.switchboard.config.Configuration;
import dev.switchboard.config.Configuration.DatabaseSettings;
import dev.switchboard.config.Configuration.Platform;
import dev.switchboard.pages.Board;
import dev.switchboard.pages.CallListBoard;
import dev.switchboard.pages.Desk;
import dev.switchboard.pages.Site;
import dev.switchboard.people.Sessions;
import dev.switchboard.store.ConversationStore;
import dev.switchboard.store.jdbc.Database;
import dev.switchboard.twilio.PlatformCheck;
import dev.switchboard.twilio.PlatformSetup;
import dev.switchboard.web.Answer;
import dev.switchboard.web.Incoming;
import dev.switchboard.web.Peers;
import dev.switchboard.web.RateLimit;
import dev.switchboard.web.javalin.WebServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A running Switchboard; one of several on the same database, or the only one. */
public final class Instance implements AutoCloseable {

  private static final Duration SWEEP = Duration.ofSeconds(1);
  private static final Duration TELL = Duration.ofMillis(300);
  private static final Duration RECONCILE = Duration.ofMinutes(5);
  private static final Duration ASK_PLATFORM = Duration.ofSeconds(15);
  private static final Duration TIDY = Duration.ofHours(1);
  private static final Duration KEEP_CLOSED = Duration.ofDays(1);
  private static final int FORGERIES_A_MINUTE = 120;

  private final Database database;
  private final LiveTimers timers;
  private final Figures figures;
  private final Probes probes;
  private final WebServer server;
  private final int port;

  private Instance(
      Database database,
      LiveTimers timers,
      Figures figures,
      Probes probes,
      WebServer server,
      int port) {
    this.database = database;
    this.timers = timers;
    this.figures = figures;
    this.probes = probes;
    this.server = server;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @throws IllegalArgumentException when something outside is not as configured: database, port,
   *     or the platform's account; the message says what to do
   */
  public static Instance start(Configuration configuration) {
    DatabaseSettings settings = configuration.database();
    Platform platform = configuration.platform();
    HttpClient plain = Connections.http(platform);
    PlatformCheck check = new PlatformCheck(plain, platform.accountSid(), platform.authToken());
    PlatformCheck.Result first = check.ask();
    if (first == PlatformCheck.Result.REFUSES_US) {
      throw new IllegalArgumentException(
          "The platform refuses account "
              + platform.accountSid()
              + ": check platform.accountSid and platform.authToken, and that the account is"
              + " active");
    }
    Database database =
        Database.open(settings.url(), settings.user(), settings.password(), settings.connections());
    try {
      return start(configuration, database, plain, check, first);
    } catch (RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  private static Instance start(
      Configuration configuration,
      Database database,
      HttpClient http,
      PlatformCheck check,
      PlatformCheck.Result first) {
    WallClock clock = WallClock.ofThisProcess();
    Figures figures = new Figures();
    LiveTimers timers = new LiveTimers(clock);
    ConversationStore store = database.conversations();
    App app =
        App.create(settings(configuration, http), figures.measured(http), clock, timers, store);
    Board board = new CallListBoard(new LiveCalls(store), clock);
    Site site =
        new Site(
            new Site.Settings(
                configuration.publicUrl(),
                configuration.language(),
                configuration.supervisionIsTold(),
                configuration.people()),
            new Sessions(
                database.jdbi(),
                configuration.people(),
                clock,
                new Chance(),
                Duration.ofHours(configuration.sessionHours())),
            board,
            desk(app, configuration.platform().callerId()),
            clock);
    AtomicReference<PlatformCheck.Result> platform = new AtomicReference<>(first);
    Probes probes = new Probes(figures);
    probes.need("database", database::answers);
    probes.need("platform", () -> platform.get() == PlatformCheck.Result.LETS_US_IN);
    figures.gauge(
        "switchboard_open_calls", "Live calls of all instances", () -> board.calls().size());
    WebServer server =
        new WebServer(
            configuration.publicUrl(),
            new Peers(configuration.trustedProxies()),
            router(app, site, probes, figures, clock),
            Site.LIVE,
            site::watch);
    int port;
    try {
      port = server.start(configuration.host(), configuration.port());
    } catch (RuntimeException taken) {
      timers.close();
      throw new IllegalArgumentException(
          "Cannot listen at "
              + configuration.host()
              + ":"
              + configuration.port()
              + ", which is taken or not ours; see listen.host and listen.port",
          taken);
    }
    figures.adopted(app.adopt());
    app.reconcile();
    timers.every("reconcile", RECONCILE, app::reconcile);
    figures.gauge(
        "switchboard_left_over_rooms_ended",
        "Conferences ended because their conversation was over",
        app.reconciliation()::ended);
    figures.gauge(
        "switchboard_unknown_rooms_seen",
        "Conferences named like ours that the database does not know, and that were left alone",
        app.reconciliation()::strangers);
    timers.every("sweep", SWEEP, () -> figures.adopted(app.adopt()));
    timers.every("tell pages", TELL, server::tellChanges);
    timers.every("ask the platform", ASK_PLATFORM, () -> platform.set(check.ask()));
    timers.every("tidy", TIDY, () -> store.forgetClosed(clock.instant().minus(KEEP_CLOSED)));
    return new Instance(database, timers, figures, probes, server, port);
  }

  private static Function<Incoming, Answer> router(
      App app, Site site, Probes probes, Figures figures, InstantSource clock) {
    Function<Incoming, Answer> voice = figures.measured("voice", app::handle);
    Function<Incoming, Answer> pages = figures.measured("pages", site::handle);
    RateLimit forgeries = new RateLimit(clock, FORGERIES_A_MINUTE);
    return request -> {
      String path = request.path();
      if (probes.answersAt(path)) {
        return probes.handle(request);
      }
      if (!path.startsWith("/voice/")) {
        return pages.apply(request);
      }
      Answer answer = voice.apply(request);
      return answer.status() != 403 || forgeries.allows(request.peer())
          ? answer
          : Answer.text(429, "Too many requests without a genuine signature");
    };
  }

  private static Desk desk(App app, String callerId) {
    return new Desk() {
      @Override
      public Set<String> buttons() {
        return app.buttons();
      }

      @Override
      public Optional<String> press(
          String client, String subject, String button, Map<String, String> arguments) {
        return app.press(client, subject, button, arguments);
      }

      @Override
      public Optional<String> dial(String client, String number) {
        return number.equals(callerId) ? Optional.of("not-a-number") : app.dial(client, number);
      }

      @Override
      public String readiness(String client) {
        return app.readiness(client);
      }

      @Override
      public Optional<String> ready(String client, boolean ready) {
        return app.ready(client, ready);
      }
    };
  }

  /** Whoever calls finds agents when the set-up was made before the start. */
  private static Settings settings(Configuration configuration, HttpClient http) {
    Platform platform = configuration.platform();
    Settings settings =
        new Settings(
            configuration.publicUrl(),
            platform.accountSid(),
            platform.authToken(),
            platform.callerId(),
            configuration.language(),
            platform.ringSeconds(),
            platform.detectMachines());
    return settings
        .with(
            PlatformSetup.routing(http, platform.accountSid(), platform.authToken())
                .map(plan -> plan.acceptedOnPage(configuration.acceptOnPage()))
                .orElse(null))
        .showingCallsIn(
            configuration.syncDocuments()
                ? PlatformSetup.syncService(http, platform.accountSid(), platform.authToken())
                    .orElse(null)
                : null);
  }

  /** The port it listens at. */
  public int port() {
    return port;
  }

  /**
   * Stops: is not ready at once, takes no more requests, lets what has begun end for a while. What
   * is due later is in the database, for the other instances or the next start.
   */
  @Override
  public void close() {
    probes.stopping();
    server.close();
    timers.close();
    figures.close();
    database.close();
  }
}
