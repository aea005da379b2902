package dev.switchboard.pages;

import dev.switchboard.people.Person;
import dev.switchboard.people.Session;
import dev.switchboard.people.Sessions;
import dev.switchboard.web.Answer;
import dev.switchboard.web.Incoming;
import dev.switchboard.web.RateLimit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Answers every request for a page or a part of one. */
public final class Site {

  /** Where a page learns that something has changed. */
  public static final String LIVE = "/live";

  private static final int LOG_INS_A_MINUTE = 10;
  private static final int REQUESTS_A_MINUTE = 1200;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Settings settings;
  private final Sessions sessions;
  private final Board board;
  private final Desk desk;
  private final InstantSource clock;
  private final RateLimit logIns;
  private final RateLimit requests;
  private final Assets assets = new Assets();
  private final Rendering rendering = new Rendering();

  /**
   * What differs between installations.
   *
   * @param publicUrl where browsers reach us, without a slash at the end
   */
  public record Settings(
      String publicUrl, Locale language, boolean supervisionIsTold, List<Person> people) {

    boolean isSecure() {
      return publicUrl.startsWith("https:");
    }

    /** With TLS, one that no neighbour under the same domain can set. */
    String cookieName() {
      return isSecure() ? "__Host-switchboard" : "switchboard";
    }
  }

  public Site(Settings settings, Sessions sessions, Board board, Desk desk, InstantSource clock) {
    this.settings = settings;
    this.sessions = sessions;
    this.board = board;
    this.desk = desk;
    this.clock = clock;
    this.logIns = new RateLimit(clock, LOG_INS_A_MINUTE);
    this.requests = new RateLimit(clock, REQUESTS_A_MINUTE);
  }

  /** Answers the request. */
  public Answer handle(Incoming request) {
    Optional<Answer> asset = assets.at(request.path());
    if (asset.isPresent()) {
      return guarded(asset.get()).with("Cache-Control", "public, max-age=300");
    }
    Visit visit = visit(request);
    Answer answer =
        requests.allows(request.peer()) ? answer(visit) : message(visit, 429, "too-many");
    return guarded(answer).with("Cache-Control", "no-store");
  }

  /** What the page shows whoever asks, as text; empty when they may not see it. */
  public Optional<Supplier<String>> watch(Incoming request) {
    Visit visit = visit(request);
    if (visit.session() == null) {
      return Optional.empty();
    }
    String client = visit.client();
    return switch (request.param("page")) {
      case "agent" -> Optional.of(() -> callOf(client).toString());
      case "supervisor" ->
          visit.session().person().role().supervises()
              ? Optional.of(() -> board.calls().toString())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  // ---- who asks, and what for ----

  private Visit visit(Incoming request) {
    Session session =
        Visit.cookie(request, settings.cookieName()).flatMap(sessions::of).orElse(null);
    String language =
        Visit.cookie(request, Visit.LANGUAGE_COOKIE)
            .orElseGet(
                () -> request.header("Accept-Language").orElse(settings.language().getLanguage()));
    Texts texts =
        Texts.in(
            language.startsWith("ja")
                ? Locale.JAPANESE
                : language.startsWith("en") ? Locale.ENGLISH : settings.language());
    return new Visit(request, session, texts);
  }

  private Answer answer(Visit visit) {
    Incoming request = visit.request();
    String path = request.path();
    if (!visit.isPost() && request.param("lang").matches("en|ja")) {
      String cookie = Visit.LANGUAGE_COOKIE + "=" + request.param("lang");
      return Answer.seeOther(path)
          .with("Set-Cookie", cookie + "; Path=/; Max-Age=31536000; SameSite=Lax" + secure());
    }
    if (visit.isPost() && !isOurs(request)) {
      return message(visit, 403, "stale-page");
    }
    if (path.equals("/log-in")) {
      return visit.isPost() ? logIn(visit) : logInPage(visit, 200, "");
    }
    if (visit.session() == null) {
      return visit.isPost() || visit.wantsFragment()
          ? logInPage(visit, 401, "")
          : Answer.seeOther("/log-in");
    }
    return visit.isPost() ? change(visit, path) : page(visit, path);
  }

  /** A browser tells where a form was; one of another site is not ours. */
  private boolean isOurs(Incoming request) {
    return request.header("Origin").map(it -> it.equals(settings.publicUrl())).orElse(true);
  }

  private Answer page(Visit visit, String path) {
    boolean supervises = visit.session().person().role().supervises();
    return switch (path) {
      case "/" -> Answer.seeOther(supervises ? "/supervisor" : "/agent");
      case "/agent" ->
          html(visit, "agent", "call", ownCall(visit), "number", visit.request().param("number"));
      case "/agent/call" -> html(visit, "agentCall", "call", ownCall(visit));
      case "/agent/readiness" ->
          html(visit, "readiness", "readiness", desk.readiness(visit.client()));
      case "/supervisor", "/supervisor/calls" ->
          supervises
              ? supervisor(visit, path.equals("/supervisor") ? "supervisor" : "calls")
              : message(visit, 403, "not-allowed");
      default -> message(visit, 404, "no-such-page");
    };
  }

  private Answer change(Visit visit, String path) {
    if (!same(visit.request().param("csrf"), visit.session().csrf())) {
      return notice(visit, 403, "stale-page");
    }
    return switch (path) {
      case "/log-out" -> logOut(visit);
      case "/agent/dial" -> dial(visit);
      case "/agent/ready" -> ready(visit);
      case "/press" -> press(visit);
      default -> message(visit, 404, "no-such-page");
    };
  }

  // ---- log-in ----

  private Answer logIn(Visit visit) {
    Incoming request = visit.request();
    String name = request.param("name");
    if (!logIns.allows(request.peer()) || !logIns.allows("name " + name)) {
      return logInPage(visit, 429, "too-many");
    }
    return sessions
        .logIn(name, request.param("password").toCharArray())
        .map(
            ticket ->
                Answer.seeOther("/")
                    .with("Set-Cookie", settings.cookieName() + "=" + ticket.token() + cookie()))
        .orElseGet(() -> logInPage(visit, 403, "log-in-failed"));
  }

  private Answer logOut(Visit visit) {
    Visit.cookie(visit.request(), settings.cookieName()).ifPresent(sessions::logOut);
    return Answer.seeOther("/log-in")
        .with("Set-Cookie", settings.cookieName() + "=" + cookie() + "; Max-Age=0");
  }

  private String cookie() {
    return "; Path=/; HttpOnly; SameSite=Lax" + secure();
  }

  private String secure() {
    return settings.isSecure() ? "; Secure" : "";
  }

  private Answer logInPage(Visit visit, int status, String problem) {
    return rendering.html(status, "login", shown(visit), "problem", problem);
  }

  // ---- what people do ----

  private Answer dial(Visit visit) {
    String number = visit.request().param("number").replaceAll("[\\s()./-]", "");
    if (!number.matches("\\+[1-9][0-9]{5,14}")) {
      return notice(visit, 400, "not-a-number");
    }
    if (callOf(visit.client()).isPresent()) {
      return notice(visit, 409, "already-on-call");
    }
    return done(visit, desk.dial(visit.client(), number));
  }

  private Answer ready(Visit visit) {
    String ready = visit.request().param("ready");
    if (!ready.matches("yes|no")) {
      return notice(visit, 400, "stale-page");
    }
    return done(visit, desk.ready(visit.client(), ready.equals("yes")), "readiness");
  }

  private Answer press(Visit visit) {
    Incoming request = visit.request();
    String button = request.param("button");
    String subject = request.param("subject");
    boolean supervising = Buttons.SUPERVISING.contains(button);
    if (!desk.buttons().contains(button)
        || supervising && !visit.session().person().role().supervises()) {
      return notice(visit, 403, "not-allowed");
    }
    boolean fits =
        supervising
            ? board.calls().stream().anyMatch(call -> call.id().equals(subject))
            : callsOf(visit.client()).anyMatch(call -> call.agentLeg().equals(subject));
    if (!fits) {
      return notice(visit, 409, supervising ? "stale-page" : "not-your-call");
    }
    return done(
        visit, desk.press(visit.client(), subject, button, Buttons.arguments(button, request)));
  }

  /** A fragment for the script, which then asks for what it shows anew; else the page again. */
  private Answer done(Visit visit, Optional<String> refusal) {
    return done(visit, refusal, "refresh");
  }

  private Answer done(Visit visit, Optional<String> refusal, String trigger) {
    if (refusal.isPresent()) {
      return notice(visit, 409, refusal.get());
    }
    return visit.wantsFragment()
        ? Answer.html(200, "").with("HX-Trigger", trigger)
        : Answer.seeOther("/");
  }

  // ---- showing ----

  private Answer supervisor(Visit visit, String template) {
    String search = visit.request().param("q").strip();
    Shown shown = shown(visit);
    List<CallView> calls =
        board.calls().stream().filter(call -> Search.matches(search, call, shown)).toList();
    return rendering.html(200, template, shown, "calls", calls, "search", search);
  }

  private CallView ownCall(Visit visit) {
    return callOf(visit.client()).orElse(null);
  }

  /** The newest, if something has left several. */
  private Optional<CallView> callOf(String client) {
    return callsOf(client).reduce((older, newer) -> newer);
  }

  /** Calls this softphone is in: its own, and those about which a colleague asks. */
  private Stream<CallView> callsOf(String client) {
    return board.calls().stream()
        .filter(call -> call.agentClient().equals(client) || call.asks(client))
        .map(call -> call.agentClient().equals(client) ? call : call.asAsked());
  }

  private Answer html(Visit visit, String template, Object... namesAndValues) {
    return rendering.html(200, template, shown(visit), namesAndValues);
  }

  private Answer message(Visit visit, int status, String text) {
    return rendering.html(status, "message", shown(visit), "text", text);
  }

  private Answer notice(Visit visit, int status, String text) {
    return visit.wantsFragment()
        ? rendering.html(status, "notice", shown(visit), "text", text)
        : message(visit, status, text);
  }

  private Shown shown(Visit visit) {
    return new Shown(
        visit.texts(),
        visit.session(),
        settings.people(),
        desk.buttons(),
        settings.supervisionIsTold(),
        clock.instant());
  }

  private Answer guarded(Answer answer) {
    Answer guarded =
        answer
            .with("Content-Security-Policy", POLICY)
            .with("X-Content-Type-Options", "nosniff")
            .with("Referrer-Policy", "same-origin")
            .with("Cross-Origin-Opener-Policy", "same-origin");
    return settings.isSecure()
        ? guarded.with("Strict-Transport-Security", "max-age=31536000")
        : guarded;
  }

  private static boolean same(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
