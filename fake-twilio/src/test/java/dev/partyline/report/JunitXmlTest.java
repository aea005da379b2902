package dev.partyline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitXmlTest {

  private static LinkedHashMap<String, LawTally> tallies(long held, long violated) {
    LinkedHashMap<String, LawTally> tallies = new LinkedHashMap<>();
    tallies.put("ALONE", new LawTally(held, violated, 0));
    tallies.put("ONCE", new LawTally(10, 0, 0));
    tallies.put("CAPACITY", new LawTally(0, 0, 10));
    return tallies;
  }

  private static Element suite(SubjectReport subject) throws Exception {
    byte[] xml = JunitXml.of(List.of(subject)).getBytes(StandardCharsets.UTF_8);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    return (Element) document.getElementsByTagName("testsuite").item(0);
  }

  @Test
  void a_sound_subject_that_broke_a_law_fails_with_story_seed_and_command() throws Exception {
    Element suite =
        suite(
            new SubjectReport(
                "two-step-dial",
                false,
                null,
                tallies(4, 6),
                10,
                1_234,
                List.of(Journals.classicRun())));

    assertEquals("3", suite.getAttribute("tests"));
    assertEquals("1", suite.getAttribute("failures"));
    assertEquals("1", suite.getAttribute("skipped"));
    assertEquals("1.234", suite.getAttribute("time"));
    NodeList failures = suite.getElementsByTagName("failure");
    assertEquals(1, failures.getLength());
    String text = failures.item(0).getTextContent();
    assertTrue(text.contains("0.7 s  customer-1 is busy; CF…01 is empty and ends\n"), text);
    assertTrue(text.contains("seed:    random:42\n"), text);
    assertTrue(text.contains("command: java -jar partyline.jar replay"), text);
  }

  @Test
  void a_known_bad_subject_passes_when_its_law_caught_it() throws Exception {
    Element suite = suite(new SubjectReport("bad", true, "ALONE", tallies(4, 6), 10, 5, List.of()));

    assertEquals("0", suite.getAttribute("failures"));
    assertEquals(1, suite.getElementsByTagName("skipped").getLength());
  }

  @Test
  void a_known_bad_subject_fails_when_its_law_held() throws Exception {
    Element suite =
        suite(new SubjectReport("bad", true, "ALONE", tallies(10, 0), 10, 5, List.of()));

    assertEquals("1", suite.getAttribute("failures"));
    assertTrue(
        suite
            .getElementsByTagName("failure")
            .item(0)
            .getTextContent()
            .contains("was to be caught by ALONE, and was not, in 10 schedules"));
  }

  @Test
  void a_known_bad_subject_fails_when_its_law_was_never_judged_or_never_exercised()
      throws Exception {
    Element unjudged =
        suite(new SubjectReport("bad", true, "DELAY", tallies(10, 0), 10, 5, List.of()));
    Element idle =
        suite(new SubjectReport("bad", true, "CAPACITY", tallies(10, 0), 10, 5, List.of()));
    Element any = suite(new SubjectReport("bad", true, null, tallies(10, 0), 10, 5, List.of()));

    for (Element suite : List.of(unjudged, idle, any)) {
      assertEquals("1", suite.getAttribute("failures"));
      int cases = suite.getElementsByTagName("testcase").getLength();
      assertEquals(suite.getAttribute("tests"), String.valueOf(cases));
    }
  }
}
