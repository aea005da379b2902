package dev.partyline.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {
  private static final String HEADER = "id\tconfidence\tstanding\treason\tsentence\n";
  private static final String CONF = HEADER + "# CONF\tConferences\n";

  @Test
  void voice_rules_come_in_eleven_sections_with_every_number_from_one() {
    List<Section> sections = RuleCatalogue.voice().sections();

    assertEquals(
        List.of(
            "CALL", "TWIML", "CONF", "PART", "CB", "SEC", "REST", "ERR", "LIMIT", "RACE", "INV"),
        sections.stream().map(Section::prefix).toList());
    for (Section section : sections) {
      Rule last = section.rules().get(section.rules().size() - 1);
      assertEquals(section.rules().size(), last.number(), section.prefix() + " has a gap");
    }
  }

  @Test
  void voice_rule_is_found_by_its_id() {
    Rule rule = RuleCatalogue.voice().rule("CONF-34").orElseThrow();

    assertEquals(Confidence.SEED, rule.confidence());
    assertTrue(rule.sentence().contains("never-answered"), rule.sentence());
    assertEquals(Optional.empty(), RuleCatalogue.voice().rule("CONF-340"));
  }

  @Test
  void backticks_in_voice_sentences_come_in_pairs() {
    for (Rule rule : RuleCatalogue.voice().rules()) {
      long backticks = rule.sentence().chars().filter(letter -> letter == '`').count();
      assertEquals(0, backticks % 2, rule.id());
    }
  }

  @Test
  void section_goes_on_in_a_later_file() {
    RuleCatalogue catalogue =
        RuleCatalogue.ofText("a.tsv", CONF + "CONF-01\tseed\tmodelled\t\tOne.\n")
            .add("b.tsv", RuleFile.sections("b.tsv", CONF + "CONF-101\tseed\tmodelled\t\tTwo.\n"));

    assertEquals(1, catalogue.sections().size());
    assertEquals(List.of("CONF-01", "CONF-101"), catalogue.rules().stream().map(Rule::id).toList());
  }

  @Test
  void id_of_an_earlier_file_cannot_be_used_again() {
    RuleCatalogue catalogue =
        RuleCatalogue.ofText("a.tsv", CONF + "CONF-01\tseed\tmodelled\t\tOne.\n");
    List<Section> again = RuleFile.sections("b.tsv", CONF + "CONF-01\tseed\tmodelled\t\tTwo.\n");

    assertEquals(
        "b.tsv: CONF-01 is already in the catalogue; give the new rule a free id",
        assertThrows(BadRuleFile.class, () -> catalogue.add("b.tsv", again)).getMessage());
  }

  @Test
  void section_keeps_one_heading_in_all_files() {
    RuleCatalogue catalogue = RuleCatalogue.ofText("a.tsv", CONF);
    List<Section> renamed = RuleFile.sections("b.tsv", HEADER + "# CONF\tRooms\n");

    assertEquals(
        "b.tsv: section CONF is headed \"Rooms\" here and \"Conferences\" earlier;"
            + " write one heading",
        assertThrows(BadRuleFile.class, () -> catalogue.add("b.tsv", renamed)).getMessage());
  }

  @Test
  void missing_file_is_named() {
    assertEquals(
        "nothing.tsv: no such file beside dev.partyline.behaviour.RuleFile;"
            + " check name and packaging",
        assertThrows(BadRuleFile.class, () -> RuleCatalogue.ofResources("nothing.tsv"))
            .getMessage());
  }

  @Test
  void file_without_the_header_is_refused() {
    assertRefused(
        "# CONF\tConferences\n",
        "x.tsv line 1: the header is missing;"
            + " write id<tab>confidence<tab>standing<tab>reason<tab>sentence");
  }

  @Test
  void line_with_the_wrong_number_of_columns_is_refused() {
    assertRefused(
        CONF + "CONF-01\tseed\tmodelled\tOne.\n",
        "x.tsv line 3: found 4 columns; write five, separated by tabs:"
            + " id, confidence, standing, reason, sentence");
  }

  @Test
  void heading_without_a_title_is_refused() {
    assertRefused(
        HEADER + "# CONF\n",
        "x.tsv line 2: a section's heading is \"# PREFIX<tab>Title\", not \"# CONF\"");
  }

  @Test
  void malformed_id_is_refused() {
    assertRefused(
        CONF + "CONF-x\tseed\tmodelled\t\tOne.\n",
        "x.tsv line 3: id \"CONF-x\" is not a rule id;"
            + " write a section and a number, such as CONF-34");
  }

  @Test
  void unknown_confidence_is_refused_with_the_known_words() {
    assertRefused(
        CONF + "CONF-01\trumoured\tmodelled\t\tOne.\n",
        "x.tsv line 3: confidence \"rumoured\" is not known;"
            + " write one of documented, reported, seed, inferred, conflict");
  }

  @Test
  void unknown_standing_is_refused_with_the_known_words() {
    assertRefused(
        CONF + "CONF-01\tseed\tdone\t\tOne.\n",
        "x.tsv line 3: standing \"done\" is not known;"
            + " write one of modelled, ignored, refused, not-modelled, situation");
  }

  @Test
  void rule_that_is_not_modelled_says_why() {
    assertRefused(
        CONF + "CONF-01\tseed\trefused\t\tOne.\n",
        "x.tsv line 3: CONF-01 is refused but gives no reason; write a short one");
  }

  @Test
  void modelled_rule_gives_no_reason() {
    assertRefused(
        CONF + "CONF-01\tseed\tmodelled\tneeds queues\tOne.\n",
        "x.tsv line 3: CONF-01 is modelled but gives the reason \"needs queues\";"
            + " leave the reason empty");
  }

  @Test
  void sentence_ends_in_a_full_stop() {
    assertRefused(
        CONF + "CONF-01\tseed\tmodelled\t\tOne\n",
        "x.tsv line 3: the sentence of CONF-01 does not end in a full stop: \"One\"");
  }

  @Test
  void sentence_has_160_characters_at_most() {
    String longest = "a".repeat(159) + ".";

    assertEquals(
        longest,
        RuleCatalogue.ofText("x.tsv", CONF + "CONF-01\tseed\tmodelled\t\t" + longest)
            .rules()
            .get(0)
            .sentence());
    assertRefused(
        CONF + "CONF-01\tseed\tmodelled\t\ta" + longest,
        "x.tsv line 3: the sentence of CONF-01 has 161 characters; write at most 160");
  }

  @Test
  void rule_of_another_section_is_refused() {
    assertRefused(
        CONF + "CALL-01\tseed\tmodelled\t\tOne.\n",
        "x.tsv line 3: CALL-01 stands in section \"CONF\"; move it below the heading \"# CALL\"");
  }

  @Test
  void rules_come_by_rising_number() {
    assertRefused(
        CONF + "CONF-02\tseed\tmodelled\t\tTwo.\nCONF-02\tseed\tmodelled\t\tOne.\n",
        "x.tsv line 4: CONF-02 follows CONF-02; each id is written once, by rising number");
  }

  @Test
  void section_of_situations_holds_nothing_else() {
    assertRefused(
        CONF + "CONF-01\tseed\tmodelled\t\tOne.\nCONF-02\tseed\tsituation\t\tTwo.\n",
        "x.tsv line 4: section CONF has 1 situations among its 2 rules;"
            + " give all of them that standing or none");
  }

  private static void assertRefused(String text, String message) {
    assertEquals(
        message,
        assertThrows(BadRuleFile.class, () -> RuleCatalogue.ofText("x.tsv", text)).getMessage());
  }
}
