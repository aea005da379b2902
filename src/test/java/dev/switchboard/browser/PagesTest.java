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
    await().atMost(Duration.ofSeconds(20)).untilAsserted(check);
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
    browser.click(".b-hang-up");
    soon(() -> assertTrue(browser.text().contains("No call"), browser.text()));
    soon(() -> assertEquals(0, floor.liveCalls()));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void agent_hangs_up_while_the_own_phone_still_rings() throws IOException {
    floor.phone("client:emma", "no-answer", 30_000);
    browser = Browser.open(floor.url(), "en").logIn("emma");
    dial(STAYS);
    browser.click(".joining .b-hang-up");
    soon(() -> assertTrue(browser.text().contains("No call"), browser.text()));
    soon(() -> assertEquals(0, floor.liveCalls()));
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
      ken.click(".b-hang-up");
      soon(() -> assertTrue(ken.text().contains("No call"), ken.text()));
    }
    for (String agent : List.of("mika", "emma")) {
      try (Browser other = Browser.open(floor.url(), "en").logIn(agent)) {
        other.click(".b-hang-up");
        soon(() -> assertTrue(other.text().contains("No call"), other.text()));
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
      sato.click(".b-listen");
      soon(() -> assertTrue(sato.text().contains("佐藤 恵 listens"), sato.text()));
      soon(() -> assertTrue(browser.text().contains("A supervisor is on this call.")));
      sato.click(".b-whisper");
      soon(() -> assertTrue(sato.text().contains("佐藤 恵 whispers"), sato.text()));
      sato.picture("supervisor-whispers-en");
      sato.click(".b-barge");
      soon(() -> assertTrue(sato.text().contains("佐藤 恵 has joined"), sato.text()));
      sato.click(".b-leave");
      soon(() -> assertTrue(sato.text().contains("Nobody"), sato.text()));
    }
    browser.click(".b-hold");
    soon(() -> assertTrue(browser.text().contains("On hold"), browser.text()));
    browser.click(".b-resume");
    soon(() -> assertTrue(browser.text().contains("Talking"), browser.text()));
    browser.picture("agent-buttons-en");
    browser.find("#to").sendKeys("client:mika");
    browser.click("button[value=consult]");
    soon(() -> assertTrue(browser.text().contains("Asks: 伊藤 美香 talking"), browser.text()));
    browser.picture("agent-consulting-en");
    browser.click(".b-complete-transfer");
    soon(() -> assertTrue(browser.text().contains("No call"), browser.text()));
    try (Browser mika = Browser.open(floor.url(), "ja").logIn("mika")) {
      soon(() -> assertTrue(mika.text().contains("通話中"), mika.text()));
      mika.picture("agent-took-over-ja");
      mika.click(".b-hang-up");
      soon(() -> assertTrue(mika.text().contains("通話していません"), mika.text()));
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
