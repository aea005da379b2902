package dev.switchboard.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.switchboard.outbound.ManualTimers;
import dev.switchboard.people.Password;
import dev.switchboard.people.Person;
import dev.switchboard.people.Role;
import dev.switchboard.people.Secrets;
import dev.switchboard.people.Sessions;
import dev.switchboard.store.jdbc.Database;
import dev.switchboard.web.Answer;
import dev.switchboard.web.Incoming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages without a transport. */
class SiteTest {

  private static final String URL = "https://app.example";
  private static final Secrets COUNTED = new CountedSecrets();
  private static final String HASH = Password.hash("secret-1".toCharArray(), COUNTED);
  private static final Person AIKO = new Person("aiko", "Aiko", Role.AGENT, "aiko", HASH);
  private static final Person SATO = new Person("sato", "佐藤", Role.SUPERVISOR, "sato", HASH);
  private static final CallView CALL =
      new CallView(
          "CA1",
          "CA1",
          "aiko",
          "+819012345678",
          Instant.EPOCH,
          "talking",
          false,
          List.of(new CallView.Listener("sato", "listen")),
          "",
          null);

  private final ManualTimers clock = new ManualTimers();
  private final Database database = Database.simulated();
  private final List<CallView> calls = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private String readiness = "away";
  private final Site site =
      new Site(
          new Site.Settings(URL, Locale.ENGLISH, true, List.of(AIKO, SATO)),
          new Sessions(database.jdbi(), List.of(AIKO, SATO), clock, COUNTED, Duration.ofHours(1)),
          () -> calls,
          new RecordingDesk(),
          clock);

  private static final class CountedSecrets implements Secrets {
    private int drawn;

    @Override
    public byte[] next(int count) {
      byte[] bytes = new byte[count];
      bytes[0] = (byte) ++drawn;
      bytes[1] = (byte) (drawn >> 8);
      return bytes;
    }
  }

  private final class RecordingDesk implements Desk {
    @Override
    public Set<String> buttons() {
      return Set.of(
          "accept",
          "decline",
          "hang-up",
          "hold",
          "resume",
          "cold-transfer",
          "listen",
          "whisper",
          "leave");
    }

    @Override
    public Optional<String> press(
        String client, String subject, String button, Map<String, String> arguments) {
      done.add(client + " " + button + " " + subject + " " + arguments);
      return Optional.empty();
    }

    @Override
    public Optional<String> dial(String client, String number) {
      done.add(client + " dials " + number);
      return Optional.empty();
    }

    @Override
    public String readiness(String client) {
      return client.equals("aiko") ? readiness : "none";
    }

    @Override
    public Optional<String> ready(String client, boolean ready) {
      done.add(client + (ready ? " takes calls" : " takes a break"));
      return readiness.equals("unknown") ? Optional.of("not-changed") : Optional.empty();
    }
  }

  /** What one browser holds. */
  private final class Browser {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String csrf = "";

    Answer get(String pathAndQuery) {
      return ask("GET", pathAndQuery, Map.of());
    }

    Answer post(String path, String... namesAndValues) {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("csrf", csrf);
      for (int i = 0; i < namesAndValues.length; i += 2) {
        form.put(namesAndValues[i], namesAndValues[i + 1]);
      }
      return ask("POST", path, form);
    }

    private Answer ask(String method, String pathAndQuery, Map<String, String> form) {
      Map<String, String> params = new LinkedHashMap<>(form);
      int query = pathAndQuery.indexOf('?');
      if (query >= 0) {
        String[] pair = pathAndQuery.substring(query + 1).split("=");
        params.put(pair[0], pair.length > 1 ? pair[1] : "");
      }
      return site.handle(
          new Incoming(method, URL + pathAndQuery, params, headers, "", "203.0.113.9"));
    }

    Browser loggedInAs(String name) {
      Answer answer = post("/log-in", "name", name, "password", "secret-1");
      assertEquals(303, answer.status(), answer.body());
      headers.put("Cookie", answer.headers().get("Set-Cookie").split(";")[0]);
      Matcher token =
          Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(get("/agent").body());
      assertTrue(token.find());
      csrf = token.group(1);
      return this;
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nobody_sees_anything_before_the_log_in() {
    calls.add(CALL);
    Browser browser = new Browser();
    for (String path : List.of("/", "/agent", "/agent/call", "/supervisor", "/supervisor/calls")) {
      Answer answer = browser.get(path);
      assertEquals("/log-in", answer.headers().get("Location"), path);
      assertFalse(answer.body().contains("9012345678"));
    }
    assertTrue(site.watch(new Incoming("GET", URL, Map.of("page", "agent"), Map.of())).isEmpty());
  }

  @Test
  void wrong_password_and_unknown_name_are_told_alike() {
    Answer wrong = new Browser().post("/log-in", "name", "aiko", "password", "secret-2");
    Answer unknown = new Browser().post("/log-in", "name", "nobody", "password", "secret-1");
    assertEquals(403, wrong.status());
    assertEquals(wrong, unknown);
  }

  @Test
  void guessing_a_password_is_slowed_down() {
    for (int i = 0; i < 10; i++) {
      new Browser().post("/log-in", "name", "aiko", "password", "guess");
    }
    Browser browser = new Browser();
    assertEquals(429, browser.post("/log-in", "name", "aiko", "password", "secret-1").status());
    clock.pass(Duration.ofMinutes(1));
    browser.loggedInAs("aiko");
  }

  @Test
  void log_in_ends_with_its_time_and_with_the_log_out() {
    Browser browser = new Browser().loggedInAs("aiko");
    assertEquals(200, browser.get("/agent").status());
    clock.pass(Duration.ofHours(1));
    assertEquals(303, browser.get("/agent").status());
    Browser again = new Browser().loggedInAs("aiko");
    again.post("/log-out");
    assertEquals(303, again.get("/agent").status());
  }

  @Test
  void agent_cannot_become_a_supervisor_by_anything_a_client_sends() {
    calls.add(CALL);
    Browser aiko = new Browser().loggedInAs("aiko");
    assertEquals(403, aiko.get("/supervisor").status());
    assertEquals(403, aiko.get("/supervisor/calls?role=supervisor").status());
    Answer answer =
        aiko.post(
            "/press", "button", "listen", "subject", "CA1", "role", "supervisor", "user", "sato");
    assertEquals(403, answer.status());
    assertEquals(List.of(), done);
    assertTrue(
        site.watch(new Incoming("GET", URL, Map.of("page", "supervisor"), aiko.headers)).isEmpty());
  }

  @Test
  void supervisor_is_known_by_the_session_alone() {
    calls.add(CALL);
    Browser sato = new Browser().loggedInAs("sato");
    sato.post("/press", "button", "whisper", "subject", "CA1", "user", "aiko", "to", "+1");
    assertEquals(List.of("sato whisper CA1 {}"), done);
  }

  @Test
  void agent_cannot_end_the_call_of_another() {
    calls.add(CALL);
    Browser sato = new Browser().loggedInAs("sato");
    assertEquals(409, sato.post("/press", "button", "hang-up", "subject", "CA1").status());
    assertEquals(List.of(), done);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong"})
  void change_without_the_sessions_token_is_refused(String csrf) {
    calls.add(CALL);
    Browser aiko = new Browser().loggedInAs("aiko");
    aiko.csrf = csrf;
    assertEquals(403, aiko.post("/press", "button", "hang-up", "subject", "CA1").status());
    assertEquals(403, aiko.post("/agent/dial", "number", "+819012345678").status());
    assertEquals(List.of(), done);
  }

  @Test
  void form_of_another_site_is_refused() {
    Browser aiko = new Browser().loggedInAs("aiko");
    aiko.headers.put("Origin", "https://evil.example");
    assertEquals(403, aiko.post("/agent/dial", "number", "+819012345678").status());
    assertEquals(403, aiko.post("/log-in", "name", "aiko", "password", "secret-1").status());
    aiko.headers.put("Origin", URL);
    assertEquals(303, aiko.post("/agent/dial", "number", "+81 90-1234-5678").status());
    assertEquals(List.of("aiko dials +819012345678"), done);
  }

  @Test
  void what_is_no_number_is_not_dialled() {
    Browser aiko = new Browser().loggedInAs("aiko");
    assertEquals(400, aiko.post("/agent/dial", "number", "client:sato").status());
    calls.add(CALL);
    assertEquals(409, aiko.post("/agent/dial", "number", "+819012345678").status());
    assertEquals(List.of(), done);
  }

  @Test
  void page_shows_the_call_again_after_it_is_loaded_anew() {
    calls.add(CALL);
    String page = new Browser().loggedInAs("aiko").get("/agent").body();
    assertTrue(page.contains("+81 90 1234 5678"), page);
    assertTrue(page.contains("value=\"hang-up\""), page);
    assertTrue(page.contains("A supervisor is on this call."), page);
  }

  @Test
  void offer_that_does_not_ring_yet_can_be_accepted_or_declined_and_no_more() {
    calls.add(offer(""));
    String page = new Browser().loggedInAs("aiko").get("/agent").body();
    assertTrue(page.contains("value=\"accept\"") && page.contains("value=\"decline\""), page);
    assertFalse(page.contains("value=\"hang-up\""), page);
  }

  @Test
  void offer_that_rings_is_accepted_by_answering_the_phone() {
    calls.add(offer("CA2"));
    String page = new Browser().loggedInAs("aiko").get("/agent").body();
    assertTrue(page.contains("value=\"decline\""), page);
    assertFalse(page.contains("value=\"accept\""), page);
  }

  private static CallView offer(String leg) {
    return new CallView(
        "CA1", leg, "aiko", "+819012345678", Instant.EPOCH, "offered", false, List.of(), "", null);
  }

  @Test
  void agent_takes_calls_and_breaks_by_the_button_that_fits() {
    Browser aiko = new Browser().loggedInAs("aiko");
    String away = aiko.get("/agent/readiness").body();
    assertTrue(away.contains("Not taking calls") && away.contains("id=\"take-calls\""), away);
    assertFalse(away.contains("take-a-break"), away);
    assertEquals(303, aiko.post("/agent/ready", "ready", "yes").status());

    readiness = "ready";
    String ready = aiko.get("/agent/readiness").body();
    assertTrue(ready.contains(">Taking calls") && ready.contains("take-a-break"), ready);
    assertFalse(ready.contains("take-calls"), ready);
    aiko.headers.put("HX-Request", "true");
    Answer pressed = aiko.post("/agent/ready", "ready", "no");
    assertEquals("readiness", pressed.headers().get("HX-Trigger"));
    assertEquals(List.of("aiko takes calls", "aiko takes a break"), done);
  }

  @Test
  void readiness_that_is_not_known_leaves_both_ways_open_and_a_refusal_is_told() {
    readiness = "unknown";
    Browser aiko = new Browser().loggedInAs("aiko");
    String page = aiko.get("/agent/readiness").body();
    assertTrue(page.contains("take-calls") && page.contains("take-a-break"), page);
    Answer answer = aiko.post("/agent/ready", "ready", "yes");
    assertEquals(409, answer.status());
    assertTrue(answer.body().contains("That was not changed."), answer.body());
  }

  @Test
  void readiness_is_the_business_of_those_who_take_calls_and_of_their_own_page() {
    String sato = new Browser().loggedInAs("sato").get("/agent/readiness").body();
    assertFalse(sato.contains("<button"), sato);
    Browser aiko = new Browser().loggedInAs("aiko");
    assertEquals(400, aiko.post("/agent/ready", "ready", "perhaps").status());
    aiko.csrf = "wrong";
    assertEquals(403, aiko.post("/agent/ready", "ready", "yes").status());
    assertEquals(List.of(), done);
  }

  @Test
  void list_tells_who_talks_to_whom_since_when_and_who_listens() {
    calls.add(CALL);
    clock.pass(Duration.ofSeconds(65));
    String page = new Browser().loggedInAs("sato").get("/supervisor").body();
    for (String shown : List.of("Aiko", "+81 90 1234 5678", "01:05", "Talking", "listens")) {
      assertTrue(page.contains(shown), shown + " in " + page);
    }
    assertTrue(page.contains("value=\"leave\"") && page.contains("value=\"whisper\""), page);
    assertFalse(page.contains("value=\"listen\""), "who listens already has no such button");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aik", "9012", "%2B8190", "talking", "佐藤"})
  void search_finds_a_call_by_all_that_is_shown(String search) {
    calls.add(CALL);
    Browser sato = new Browser().loggedInAs("sato");
    String decoded = java.net.URLDecoder.decode(search, java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(sato.get("/supervisor/calls?q=" + decoded).body().contains("Aiko"), decoded);
    assertTrue(sato.get("/supervisor/calls?q=xyz").body().contains("No call matches"));
  }

  @Test
  void pages_are_japanese_for_who_wants_it() {
    Browser browser = new Browser().loggedInAs("sato");
    browser.headers.put("Accept-Language", "ja,en;q=0.8");
    assertTrue(browser.get("/supervisor").body().contains("通話中一覧"));
    Answer answer = browser.get("/supervisor?lang=en");
    assertEquals("/supervisor", answer.headers().get("Location"));
    browser.headers.merge(
        "Cookie", answer.headers().get("Set-Cookie").split(";")[0], (a, b) -> a + "; " + b);
    assertTrue(browser.get("/supervisor").body().contains("Live calls"));
  }

  @Test
  void names_that_look_like_markup_are_shown_as_text() {
    calls.add(
        new CallView(
            "CA1", "CA1", "<b>", "<script>", Instant.EPOCH, "talking", false, List.of(), "", null));
    String page = new Browser().loggedInAs("sato").get("/supervisor").body();
    assertFalse(page.contains("<script>alert") || page.contains("<b></td>"), page);
    assertTrue(page.contains("&lt;script"), page);
  }

  @Test
  void every_answer_carries_the_security_headers_and_the_cookie_is_kept_from_scripts() {
    Answer page = new Browser().get("/log-in");
    Map<String, String> headers = page.headers();
    assertTrue(headers.get("Content-Security-Policy").contains("frame-ancestors 'none'"));
    assertFalse(headers.get("Content-Security-Policy").contains("unsafe"));
    assertEquals("nosniff", headers.get("X-Content-Type-Options"));
    assertEquals("no-store", headers.get("Cache-Control"));
    String cookie =
        new Browser()
            .post("/log-in", "name", "aiko", "password", "secret-1")
            .headers()
            .get("Set-Cookie");
    assertTrue(cookie.startsWith("__Host-switchboard="), cookie);
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("Secure"), cookie);
  }

  @Test
  void script_and_style_are_served_from_here() {
    for (String asset : List.of("/assets/htmx.js", "/assets/page.js", "/assets/page.css")) {
      assertEquals(200, new Browser().get(asset).status(), asset);
    }
    String page = new Browser().get("/log-in").body();
    assertFalse(page.contains("https://"), page);
  }

  @Test
  void colleague_who_is_asked_sees_who_asks_and_can_hang_up_the_own_leg_alone() {
    CallView.Colleague sato = new CallView.Colleague("client:sato", "CA9", "talks");
    calls.add(
        new CallView(
            "CA1",
            "CA1",
            "aiko",
            "+819012345678",
            Instant.EPOCH,
            "consulting",
            false,
            List.of(),
            "",
            sato));
    Browser browser = new Browser().loggedInAs("sato");
    String page = browser.get("/agent").body();
    assertTrue(page.contains("Asked by a colleague") && page.contains("Aiko"), page);
    assertFalse(page.contains("complete-transfer"), page);
    assertEquals(409, browser.post("/press", "button", "hang-up", "subject", "CA1").status());
    browser.post("/press", "button", "hang-up", "subject", "CA9");
    assertEquals(List.of("sato hang-up CA9 {}"), done);
  }
}
