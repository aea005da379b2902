package dev.partyline.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.journal.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LawsTest {

  private static final List<String> IDS =
      List.of(
          "ALONE",
          "ONE-ROOM",
          "NO-ORPHAN",
          "NO-DROP",
          "ONCE",
          "MONOTONE",
          "ANSWERED",
          "DELAY",
          "HEARING",
          "CONVERGE",
          "ISOLATED",
          "CAPACITY",
          "ERRORS-SEEN",
          "LOAD");

  @Test
  void laws_stand_in_the_order_of_the_design() {
    assertEquals(IDS, Laws.standard().stream().map(Law::id).toList());
    assertEquals(IDS, List.copyOf(Laws.judge(new Journal()).keySet()));
  }

  @Test
  void every_law_says_what_it_demands_in_one_sentence() {
    for (Law law : Laws.standard()) {
      assertTrue(law.sentence().matches("[A-Z].*\\."), law::sentence);
    }
    assertEquals(
        "Nobody stays alone in a live conference for longer than 30 s, unless somebody else's phone"
            + " is still ringing.",
        new Alone().sentence());
    assertEquals(
        "When a conversation is over, no call and no conference of it is live 1.5 s later, and no"
            + " task after the time for what is to be written down.",
        new NoOrphan(1500).sentence());
  }

  @Test
  void an_empty_journal_exercises_nothing() {
    for (Verdict verdict : Laws.judge(new Journal()).values()) {
      assertEquals(Verdict.notExercised(), verdict);
    }
  }

  @Test
  void judging_by_all_says_what_each_law_says_alone() {
    Journal journal = messy().quiet();
    Map<String, Verdict> oneByOne = new LinkedHashMap<>();
    for (Law law : Laws.standard()) {
      oneByOne.put(law.id(), law.judge(journal));
    }
    assertEquals(oneByOne, Laws.judge(journal));
    assertTrue(oneByOne.get("ALONE").violated());
  }

  @Test
  void judging_twice_says_the_same() {
    Journal journal = messy().quiet();
    assertEquals(Laws.judge(journal), Laws.judge(journal));
  }

  @Test
  void a_law_of_ones_own_is_judged_beside_the_others() {
    Law own =
        new Law() {
          @Override
          public String id() {
            return "OWN";
          }

          @Override
          public String sentence() {
            return "Own.";
          }

          @Override
          public Verdict judge(Journal journal) {
            return Verdict.held();
          }
        };
    List<Law> laws = new ArrayList<>(Laws.within(1000));
    laws.add(own);
    LinkedHashMap<String, Verdict> verdicts = Laws.judge(laws, messy().at(3000).horizon());
    assertEquals(Verdict.held(), verdicts.get("OWN"));
    assertTrue(verdicts.get("ALONE").violated(), "alone since 1 s, with a limit of 1 s");
  }

  /** The agent is alone in a second conference, the customer is busy, nobody is told. */
  private static HandMadeRun messy() {
    return HandMadeRun.ofOneConversation()
        .agentDials()
        .agentLeg(1)
        .inProgress(1)
        .customerLeg(2)
        .opened(1, "call-1", 2)
        .added(1, 2)
        .at(900)
        .opened(2, "call-1", 1)
        .joined(2, 1)
        .believed(2, "ringing")
        .webhook("w1", "call-status", 2, "completed")
        .at(1000)
        .status(2, "busy", "far-end")
        .left(1, 2)
        .endedBy(1, 2);
  }
}
