package dev.switchboard.browser;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents and supervisors at their browsers. */
class PagesTest {

  private static final String STAYS = "+819012340001";
  private static final String BUSY = "+81612340004";

  private Floor floor;
  private Browser browser;

  @BeforeEach
  void open() throws IOException {
    assumeTrue(Browser.missing().isEmpty(), () -> Browser.missing().orElse(""));
    floor = Floor.open();
    floor.phone(STAYS, "answers", 700);
    floor.phone(BUSY, "busy", 100);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
    if (floor != null) {
      floor.close();
    }
  }

  private static void soon(ThrowingRunnable check) {
    await().atMost(Duration.ofSeconds(60)).untilAsserted(check);
  }

  /** Clicks, and again while the page does not show what must come of it. */
  private static void press(Browser person, String css, String shown) {
    person.clickUntil(css, () -> person.text().contains(shown));
    assertTrue(person.text().contains(shown), person.text());
  }

  private static void hangUp(Browser agent, String noCall) {
    press(agent, ".b-hang-up", noCall);
  }

  private void dial(String number) {
    browser.find("#number").clear();
    browser.find("#number").sendKeys(number);
    browser.click("#dial");
  }

  @Test
  void agent_dials_talks_reloads_the_page_and_hangs_up() throws IOException {
    browser = Browser.open(floor.url(), "en").logIn("aiko");
    browser.picture("agent-idle-en");
    dial("+81 90-1234-0001");
    browser.find(".live");
    soon(() -> assertTrue(browser.text().contains("Talking"), browser.text()));
    browser.picture("agent-talking-en");
    browser.reload();
    assertTrue(browser.text().contains("+81 90 1234 0001"), browser.text());
    hangUp(browser, "No call");
    soon(() -> assertEquals(0, floor.liveCalls()));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void agent_takes_calls_and_then_a_break() throws IOException {
    browser = Browser.open(floor.url(), "ja").logIn("aiko");
    browser.find("#readiness-away");
    press(browser, "#take-calls", "着信を受付中");
    browser.picture("agent-ready-ja");
    press(browser, "#take-a-break", "休憩中");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void agent_hangs_up_while_the_own_phone_still_rings() throws IOException {
    floor.phone("client:emma", "no-answer", 30_000);
    browser = Browser.open(floor.url(), "en").logIn("emma");
    dial(STAYS);
    browser.find(".joining .b-hang-up");
    hangUp(browser, "No call");
    soon(() -> assertEquals(0, floor.liveCalls()));
  }

  @Test
  void button_held_down_while_the_page_has_news_still_works_when_it_is_let_go() throws IOException {
    browser = Browser.open(floor.url(), "en").logIn("aiko");
    dial(STAYS);
    soon(() -> assertTrue(browser.text().contains("Talking"), browser.text()));
    browser.hold(".b-hang-up");
    browser.run("document.querySelector('#call').shows = ''; window.swaps = 0;");
    browser.run("addEventListener('htmx:beforeSwap', () => window.swaps++)");
    browser.run("document.body.dispatchEvent(new Event('refresh'))");
    soon(() -> assertTrue((Long) browser.run("return window.swaps") > 0));
    browser.letGo();
    soon(() -> assertTrue(browser.text().contains("No call"), browser.text()));
  }

  @Test
  void page_of_a_busy_call_goes_back_to_no_call_by_itself() throws IOException {
    browser = Browser.open(floor.url(), "en").logIn("aiko");
    dial(BUSY);
    browser.find(".live");
    soon(() -> assertTrue(browser.text().contains("No call"), browser.text()));
    soon(() -> assertEquals(0, floor.liveCalls()));
  }

  @Test
  void what_is_no_number_is_told_beside_the_form() throws IOException {
    browser = Browser.open(floor.url(), "ja").logIn("aiko");
    dial("お客様");
    soon(() -> assertTrue(browser.text().contains("電話番号ではありません"), browser.text()));
    browser.picture("agent-notice-ja");
  }

  @Test
  void supervisor_sees_calls_come_and_go_and_finds_one() throws IOException {
    browser = Browser.open(floor.url(), "ja").logIn("sato");
    assertTrue(browser.text().contains("現在、通話はありません。"), browser.text());
    browser.picture("supervisor-empty-ja");
    for (String agent : List.of("ken", "mika", "emma")) {
      floor.softphoneCalls(agent, agent.equals("mika") ? "+819055500002" : STAYS);
    }
    soon(() -> assertEquals(3, browser.all("tbody tr.talking").size(), browser.text()));
    browser.picture("supervisor-calls-ja");
    browser.go("/supervisor?lang=en");
    browser.find("tbody tr");
    browser.picture("supervisor-calls-en");
    browser.find("#q").sendKeys("5550");
    soon(() -> assertEquals(1, browser.all("tbody tr").size()));
    assertTrue(browser.text().contains("伊藤 美香"), browser.text());
    browser.size(420, 860);
    browser.picture("supervisor-narrow-en");
    try (Browser ken = Browser.open(floor.url(), "en").logIn("ken")) {
      hangUp(ken, "No call");
    }
    for (String agent : List.of("mika", "emma")) {
      try (Browser other = Browser.open(floor.url(), "en").logIn(agent)) {
        hangUp(other, "No call");
      }
    }
    soon(() -> assertEquals(0, floor.liveCalls()));
    browser.find("#q").clear();
    browser.go("/supervisor");
    soon(() -> assertTrue(browser.text().contains("No calls right now."), browser.text()));
  }

  @Test
  void supervisor_listens_whispers_barges_and_leaves_while_the_agent_holds_and_asks_a_colleague()
      throws IOException {
    browser = Browser.open(floor.url(), "en").logIn("aiko");
    dial(STAYS);
    soon(() -> assertTrue(browser.text().contains("Talking"), browser.text()));
    try (Browser sato = Browser.open(floor.url(), "en").logIn("sato")) {
      press(sato, ".b-listen", "佐藤 恵 listens");
      soon(() -> assertTrue(browser.text().contains("A supervisor is on this call.")));
      press(sato, ".b-whisper", "佐藤 恵 whispers");
      sato.picture("supervisor-whispers-en");
      press(sato, ".b-barge", "佐藤 恵 has joined");
      press(sato, ".b-leave", "Nobody");
    }
    press(browser, ".b-hold", "On hold");
    press(browser, ".b-resume", "Talking");
    browser.picture("agent-buttons-en");
    browser.find("#to").sendKeys("client:mika");
    press(browser, "button[value=consult]", "Asks: 伊藤 美香 talking");
    browser.picture("agent-consulting-en");
    press(browser, ".b-complete-transfer", "No call");
    try (Browser mika = Browser.open(floor.url(), "ja").logIn("mika")) {
      soon(() -> assertTrue(mika.text().contains("通話中"), mika.text()));
      mika.picture("agent-took-over-ja");
      hangUp(mika, "通話していません");
    }
    soon(() -> assertEquals(0, floor.liveCalls()));
  }

  @Test
  void every_field_and_button_has_a_name_and_the_page_a_language() throws IOException {
    for (String language : List.of("en", "ja")) {
      try (Browser visitor = Browser.open(floor.url(), language)) {
        visitor.go("/log-in");
        visitor.picture("log-in-" + language);
        assertEquals(language, visitor.run("return document.documentElement.lang"));
        visitor.logIn("sato");
        for (String path : List.of("/supervisor", "/agent")) {
          visitor.go(path);
          assertEquals(
              0L,
              visitor.run(
                  """
                  const named = (e) => (e.labels && e.labels.length) || e.textContent.trim()
                      || e.getAttribute("aria-label");
                  return [...document.querySelectorAll("button, a, input:not([type=hidden])")]
                      .filter((e) => !named(e)).length;
                  """));
          assertEquals(1L, visitor.run("return document.querySelectorAll('h1').length"));
        }
      }
    }
  }
}
