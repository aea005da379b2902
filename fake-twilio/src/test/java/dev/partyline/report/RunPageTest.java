package dev.partyline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Journal;
import dev.partyline.journal.NdjsonReader;
import dev.partyline.journal.NdjsonWriter;
import dev.partyline.law.Verdict;
import dev.partyline.law.Violation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RunPageTest {

  private static final String HOSTILE =
      "</script></title></style>\"'><script>alert(1)</script><img src=x"
          + " onerror=alert(2)>\u202E\u0000";

  private static RunReport report(Journal journal, Violation violation) {
    LinkedHashMap<String, Verdict> verdicts = new LinkedHashMap<>();
    if (violation != null) {
      verdicts.put(violation.law(), Verdict.of(true, List.of(violation)));
    }
    verdicts.put("ONCE", Verdict.held());
    return new RunReport("name", "subject", "story", "seed", "replay", journal, verdicts);
  }

  @Test
  void the_page_says_first_which_law_broke_then_the_story_then_how_to_repeat_it() {
    String page = RunPage.of(Journals.classicRun());

    assertInOrder(
        page,
        "<code>ALONE</code> violated",
        "agent-1 is alone in CF…02, for ever",
        "agent-1, and nobody else",
        "id=\"story\"",
        "a second conference CF…02 of that name is made, without status callbacks",
        "id=\"repeat\"",
        "java -jar partyline.jar replay --subject two-step-dial --seed random:42",
        "random:42",
        "id=\"diagram\"",
        "<svg",
        "ALONE broken at 30.9 s",
        "id=\"laws\"",
        "not exercised",
        "id=\"choices\"",
        "leg-customer-1.outcome",
        "id=\"knobs\"",
        "callback.order",
        "id=\"journal\"",
        "conference-opened");
  }

  @Test
  void page_tells_how_late_people_heard_each_other_once_for_each_pair() {
    Journal journal = new Journal();
    journal.add(0, leg("CA1", "agent-1"));
    journal.add(0, leg("CA2", "customer-1"));
    journal.add(7_000, new Happening.VoiceDelay("CF1", "us1", "CA1", "CA2", 315, 172));
    journal.add(7_000, new Happening.VoiceDelay("CF1", "us1", "CA2", "CA1", 315, 172));
    journal.add(9_000, new Happening.VoiceDelay("CF1", "us1", "CA1", "CA2", 315, 172));

    String page = RunPage.of(report(journal, null));

    assertInOrder(
        page,
        "How late they heard each other",
        "agent-1 and customer-1",
        "<td>us1</td>",
        "315 ms",
        "172 ms",
        "<td class=\"num\">2</td>");
    assertEquals(2, page.split("<td>us1</td>", -1).length);
    assertFalse(RunPage.of(report(new Journal(), null)).contains("id=\"delay\""));
  }

  private static Happening leg(String call, String party) {
    return new Happening.LegCreated(call, party, "call-1", party, "inbound", "+1", "+2", null);
  }

  @Test
  void a_run_that_broke_nothing_says_how_many_laws_held() {
    String page = RunPage.of(Journals.goodRun());

    assertInOrder(page, "No law broken", "7 held, 1 not exercised.");
    assertFalse(page.contains("class=\"limit\""));
  }

  @Test
  void the_diagram_is_complete_without_scripts() {
    String page =
        RunPage.of(Journals.twoConversationsRun()).replaceAll("(?s)<script.*?</script>", "");

    for (String drawn :
        List.of(
            ">conversation-1<",
            ">conversation-2<",
            ">CF…01<",
            ">the platform<",
            ">the application<",
            ">answers<",
            ">joins<",
            ">is put out<",
            ">lost<",
            ">ends CF…01<",
            ">ended: the app ended it<",
            ">in-progress<",
            ">17 s pass<")) {
      assertTrue(page.contains(drawn), drawn);
    }
  }

  @Test
  void every_mark_links_to_its_row_in_the_journal() {
    String page = RunPage.of(Journals.classicRun());
    Matcher link = Pattern.compile("href=\"#(e\\d+)\"").matcher(page);
    int links = 0;
    while (link.find()) {
      links++;
      assertTrue(page.contains("id=\"" + link.group(1) + "\""), link.group(1));
    }
    assertTrue(links > 40, "links: " + links);
  }

  @Test
  void every_step_of_a_small_run_is_drawn() {
    String page = RunPage.of(Journals.classicRun());

    for (Entry entry : Journals.classicBug()) {
      boolean drawn = page.contains("data-e=\"" + entry.seq() + "\"");
      boolean silent =
          entry.what() instanceof Happening.RunBegan
              || entry.what() instanceof Happening.ChoiceTaken
              || entry.what() instanceof Happening.ConversationBegan
              || entry.what() instanceof Happening.VerbBegan;
      assertEquals(!silent, drawn, entry.toString());
    }
  }

  @Test
  void nothing_is_fetched_and_no_foreign_script_may_run() {
    String page = RunPage.of(Journals.classicRun());

    assertFalse(
        Pattern.compile("(?i)(src|action)\\s*=\\s*\"|url\\(|@import|<link|<iframe")
            .matcher(page)
            .find());
    assertTrue(page.contains("default-src &#39;none&#39;"));
    assertTrue(page.contains("script-src &#39;sha256-"));
  }

  @Test
  void hostile_names_stay_text() {
    Journal journal = new Journal();
    for (Entry entry : Journals.classicBug()) {
      journal.add(entry.at(), Hostile.made(entry.what(), HOSTILE));
    }
    for (Entry entry : Journals.faults()) {
      journal.add(60_900 + entry.at(), Hostile.made(entry.what(), HOSTILE));
    }
    Violation violation =
        new Violation(
            HOSTILE,
            30_900,
            900,
            Violation.FOR_EVER,
            HOSTILE,
            List.of(HOSTILE),
            List.of(HOSTILE),
            HOSTILE);
    LinkedHashMap<String, Verdict> verdicts = new LinkedHashMap<>();
    verdicts.put(HOSTILE, Verdict.of(true, List.of(violation)));
    RunReport run = new RunReport(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, journal, verdicts);
    LinkedHashMap<String, LawTally> tallies = new LinkedHashMap<>();
    tallies.put(HOSTILE, new LawTally(0, 1, 0));
    SubjectReport subject = new SubjectReport(HOSTILE, false, HOSTILE, tallies, 1, 1, List.of(run));

    LinkedHashMap<String, String> links = new LinkedHashMap<>();
    links.put(HOSTILE, "runs/run.html");
    for (String page :
        List.of(
            RunPage.of(run),
            IndexPage.of(List.of(subject), links),
            JunitXml.of(List.of(subject)))) {
      assertFalse(page.contains("<script>alert"), "a foreign script");
      assertFalse(page.contains("<img"), "a foreign element");
      assertFalse(page.contains("\u202E") || page.contains("\u0000"), "a foreign control");
      assertTrue(page.contains("&lt;script&gt;alert(1)"), "the name is not shown");
      assertTrue(count(page, "<script") <= 2, "scripts: " + count(page, "<script"));
    }
  }

  @Test
  void credentials_are_masked_wherever_they_stand() {
    RunReport run = report(Journals.faults(), null);
    String page = RunPage.of(run);

    assertFalse(page.contains("hush"), "a credential is shown");
    assertTrue(page.contains(Masks.MASK));
    assertEquals(
        "{\"authToken\": \"(masked)\", \"a\": 1}",
        Masks.text("{\"authToken\": \"hu\\\"sh\", \"a\": 1}"));
    assertEquals("https://(masked)@app.example/x", Masks.text("https://me:hush@app.example/x"));
    assertEquals("/a?b=1&api_key=(masked)&c=2", Masks.text("/a?b=1&api_key=hush&c=2"));
    assertEquals("client:token-ring", Masks.text("client:token-ring"));
  }

  @Test
  void a_page_of_three_thousand_entries_stays_small_and_says_what_it_leaves_out() {
    Violation violation =
        new Violation(
            "ALONE",
            200_000,
            170_000,
            210_000,
            "conversation-170",
            List.of("agent-0"),
            List.of(Played.cf(170)),
            "agent-0 is alone in " + Played.cf(170));
    for (String text : List.of("", "x".repeat(5_000), "<&'\">".repeat(1_000), "日本語".repeat(500))) {
      Journal journal = Journals.longRun(3_000, text);
      for (Violation each : new Violation[] {violation, null}) {
        String page = RunPage.of(report(journal, each));
        int bytes = page.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < RunPage.MOST_BYTES, "bytes: " + bytes);
        assertTrue(page.contains(" entries are left out here …"));
        assertTrue(page.contains("other conversations are not drawn"));
      }
    }
  }

  @Test
  void one_crowded_conversation_is_drawn_in_part() {
    Played played = new Played().conversation("conversation-1", "agent-1", "customer-1");
    for (int i = 0; i < 3_000; i++) {
      played.at(i * 10L).phone("agent-1", "conversation-1", null, "dials");
    }
    String page = RunPage.of(report(played.finished("quiet"), null));

    assertTrue(page.contains("2801 of 3001 steps are not drawn"));
    assertTrue(page.contains("journal entries are not drawn here"));
    assertTrue(page.getBytes(StandardCharsets.UTF_8).length < RunPage.MOST_BYTES);
  }

  @Test
  void a_journal_read_back_from_disk_gives_the_same_page() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NdjsonWriter.write(Journals.classicBug(), bytes);
    Journal read = NdjsonReader.read(new ByteArrayInputStream(bytes.toByteArray()));

    assertEquals(
        RunPage.of(report(Journals.classicBug(), Journals.alone())),
        RunPage.of(report(read, Journals.alone())));
  }

  @Test
  void an_empty_journal_still_makes_a_page() {
    String page = RunPage.of(report(new Journal(), null));

    assertTrue(page.contains("Nothing happened that a person would notice."));
  }

  @Test
  void the_facts_are_one_json_block() throws IOException {
    Matcher block =
        Pattern.compile("<script type=\"application/json\" id=\"facts\">(.*?)</script>")
            .matcher(RunPage.of(Journals.classicRun()));
    assertTrue(block.find());
    JsonNode facts = new ObjectMapper().readTree(block.group(1));

    assertEquals("random:42", facts.get("seed").asText());
    assertEquals("violated", facts.get("verdicts").get("ALONE").asText());
    assertEquals(3, facts.get("exchanges").get("r1").size());
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  private static void assertInOrder(String page, String... parts) {
    int from = 0;
    for (String part : parts) {
      int found = page.indexOf(part, from);
      assertTrue(found >= 0, "missing, or too early: " + part);
      from = found + part.length();
    }
  }
}
