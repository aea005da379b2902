package dev.partyline.report;

import static dev.partyline.report.Played.ROOMS;
import static dev.partyline.report.Played.ca;
import static dev.partyline.report.Played.cf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.journal.Happening.AppBelieved;
import dev.partyline.journal.Journal;
import dev.partyline.law.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {

  @Test
  void the_classic_bug_is_told_in_five_lines() {
    assertEquals(
        """
        0 s    agent-1 dials customer-1
        0.2 s  the app has customer-1 called into "call-1": conference CF…01 is made
        0.7 s  customer-1 is busy; CF…01 is empty and ends
        0.9 s  agent-1 joins "call-1": a second conference CF…02 of that name is made, \
        without status callbacks
        0.9 s  agent-1 is alone in CF…02, for ever  <- ALONE
        """,
        Story.text(Story.of(Journals.classicBug(), Journals.alone())));
  }

  @Test
  void a_call_without_a_breach_is_told_to_its_end() {
    assertEquals(
        """
        0 s     agent-1 dials customer-1
        0.09 s  agent-1 joins "call-1": conference CF…01 is made
        0.3 s   the app has customer-1 called into CF…01
        9.9 s   customer-1 answers and joins "call-1"
        40 s    the app puts customer-1 on hold
        70 s    the app takes customer-1 off hold
        95 s    agent-1 hangs up; CF…01 ends with that, for everybody in it
        """,
        Story.text(Story.of(Journals.goodCall(), null)));
  }

  @Test
  void only_the_violated_conversation_is_told() {
    List<Story.Line> lines = Story.of(Journals.twoConversations(), Journals.isolated());

    assertTrue(lines.stream().anyMatch(line -> line.who().equals("agent-2")), lines.toString());
    assertFalse(lines.stream().anyMatch(line -> line.who().equals("agent-1")), lines.toString());
    assertEquals(
        "agent-2 and customer-2 lose CF…01 by an action on conversation-1  <- ISOLATED",
        lines.get(lines.size() - 1).sentence());
  }

  @Test
  void what_comes_after_the_breach_is_left_out_but_for_what_ends_the_bad_state() {
    Journal journal =
        new Played()
            .conversation("conversation-1", "agent-1", "customer-1")
            .inbound(ca(1), "conversation-1", "agent-1")
            .at(1_000)
            .opened(cf(1), "call-1", ca(1), "")
            .joins(cf(1), ca(1), true)
            .at(35_000)
            .phone("customer-1", "conversation-1", null, "is busy")
            .at(41_000)
            .phone("agent-1", "conversation-1", ca(1), "hangs up")
            .leaves(cf(1), ca(1), "participant_hung_up")
            .at(50_000)
            .phone("agent-1", "conversation-1", null, "dials")
            .finished("quiet");
    Violation alone =
        new Violation(
            "ALONE",
            31_000,
            1_000,
            41_000,
            "conversation-1",
            List.of("agent-1"),
            List.of(cf(1)),
            "agent-1 is alone in CF…01 for 40 s.");

    assertEquals(
        """
        0 s   agent-1 sets out to reach customer-1
        1 s   agent-1 joins "call-1": conference CF…01 is made
        1 s   agent-1 is alone in CF…01 for 40 s  <- ALONE
        41 s  agent-1 hangs up
        """,
        Story.text(Story.of(journal, alone)));
  }

  @Test
  void what_a_request_does_at_once_is_one_line_even_when_it_empties_a_room() {
    Journal journal =
        new Played()
            .inbound(ca(1), null, "agent-1")
            .opened(cf(1), "call-1", ca(1), "")
            .joins(cf(1), ca(1), true)
            .rest("r1", "DELETE", ROOMS + "/" + cf(1) + "/Participants/" + ca(1) + ".json")
            .at(100)
            .handled("r1", 204)
            .leaves(cf(1), ca(1), "participant_updated_via_api")
            .ended(cf(1), "call-1", "last-participant-kicked", ca(1))
            .finished("quiet");

    List<Story.Line> lines = Story.of(journal, null);

    assertEquals(
        "the app takes agent-1 out of CF…01; CF…01 is empty and ends",
        lines.get(lines.size() - 1).sentence());
  }

  @Test
  void two_people_who_act_at_one_instant_have_a_line_each() {
    Journal journal =
        new Played()
            .inbound(ca(1), null, "agent-1")
            .inbound(ca(2), null, "agent-2")
            .opened(cf(1), "call-1", ca(1), "")
            .joins(cf(1), ca(1), false)
            .joins(cf(1), ca(2), false)
            .at(500)
            .phone("agent-1", null, ca(1), "hangs up")
            .phone("agent-2", null, ca(2), "hangs up")
            .leaves(cf(1), ca(1), "participant_hung_up")
            .leaves(cf(1), ca(2), "participant_hung_up")
            .ended(cf(1), "call-1", "last-participant-left", ca(2))
            .finished("quiet");

    List<String> told =
        Story.of(journal, null).stream()
            .filter(line -> line.at() == 500)
            .map(Story.Line::sentence)
            .toList();

    assertEquals(List.of("agent-1 hangs up", "agent-2 hangs up; CF…01 is empty and ends"), told);
  }

  @Test
  void refused_lost_and_failed_traffic_is_told() {
    String story = Story.text(Story.of(Journals.faults(), null));

    assertTrue(story.contains("the app has customer-1 called, and is told that it failed"), story);
    assertTrue(story.contains("which is refused (404, error 20404)"), story);
    assertTrue(story.contains("gets no usable answer (error 11205): connection reset"), story);
    assertTrue(story.contains("callback of customer-1's call is lost on its way"), story);
    assertTrue(story.contains("the app fails: java.lang.NullPointerException: call"), story);
    assertTrue(story.contains("which is never carried out"), story);
  }

  @Test
  void a_belief_that_is_wrong_when_the_law_breaks_is_told() {
    Journal journal =
        new Played()
            .called(ca(1), "conversation-1", "customer-1", "r1")
            .that(new AppBelieved(ca(1), "queued"))
            .at(100)
            .status(ca(1), "in-progress", "far-end")
            .finished("quiet");
    Violation differs =
        new Violation(
            "CONVERGE",
            100,
            100,
            Violation.FOR_EVER,
            "conversation-1",
            List.of(),
            List.of(ca(1)),
            "the app and the platform differ");

    assertTrue(
        Story.text(Story.of(journal, differs)).contains("the app takes customer-1 to be queued"));
  }

  @Test
  void a_long_story_keeps_its_beginning_and_the_breach_and_counts_the_rest() {
    Played played = new Played();
    for (int i = 0; i < 40; i++) {
      played.at(i * 100L).phone("agent-1", "conversation-1", null, "dials");
    }
    Journal journal = played.finished("quiet");
    Violation late =
        new Violation(
            "LOAD", 3_000, 3_000, 3_000, null, List.of("agent-1"), List.of(), "agent-1 dials on");

    for (int most = 5; most < 45; most++) {
      List<Story.Line> lines = Story.of(journal, late, most);
      assertTrue(lines.size() <= most, most + ": " + lines);
      assertTrue(
          lines.stream().anyMatch(line -> line.text().endsWith("<- LOAD")), lines.toString());
      assertEquals(32, told(lines), lines.toString());
    }
    assertEquals(12, Story.of(journal, late).size());
  }

  @Test
  void a_story_of_too_few_lines_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> Story.of(Journals.goodCall(), null, 4));
  }

  @Test
  void lines_are_in_the_order_of_time() {
    for (Journal journal :
        List.of(Journals.classicBug(), Journals.twoConversations(), Journals.faults())) {
      List<Long> times = new ArrayList<>();
      Story.of(journal, null).forEach(line -> times.add(line.at()));
      assertEquals(times.stream().sorted().toList(), times);
    }
  }

  /** Lines told plus lines counted as left out. */
  private static int told(List<Story.Line> lines) {
    int told = 0;
    for (Story.Line line : lines) {
      boolean more = line.text().startsWith("… ");
      told += more ? Integer.parseInt(line.text().replaceAll("\\D", "")) : 1;
    }
    return told;
  }
}
