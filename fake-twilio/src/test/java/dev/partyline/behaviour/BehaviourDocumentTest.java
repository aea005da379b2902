package dev.partyline.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BEHAVIOUR.md is generated; with {@code -Dpartyline.behaviour.write=true} this test writes it. */
class BehaviourDocumentTest {
  private static final String COMMAND =
      "mvn -q -pl fake-twilio test -Dtest=BehaviourDocumentTest -Dpartyline.behaviour.write=true";

  @Test
  void checked_in_document_is_what_the_catalogue_and_the_pins_give() throws IOException {
    Path document = PinScan.moduleDirectory().resolve("BEHAVIOUR.md");
    String now =
        BehaviourTable.markdown(RuleCatalogue.all(), PinScan.byRule(PinScan.pinsOfThisModule()));
    if (Boolean.getBoolean("partyline.behaviour.write")) {
      Files.writeString(document, now);
    }
    String checkedIn = Files.exists(document) ? Files.readString(document) : "";
    List<String> found =
        Files.exists(document) ? Files.readAllLines(document) : List.of("(there is no file)");
    assertEquals("", firstDifference(found, now.lines().toList()), () -> advice(document));
  }

  @Test
  void first_difference_of_two_documents_is_shown_with_its_line() {
    assertEquals("", firstDifference(List.of("a", "b"), List.of("a", "b")));
    assertEquals(
        "line 2 is \"x\" and should be \"b\"",
        firstDifference(List.of("a", "x", "y"), List.of("a", "b")));
    assertEquals(
        "line 2 is missing and should be \"b\"", firstDifference(List.of("a"), List.of("a", "b")));
    assertEquals(
        "line 2 is \"b\" and should be missing", firstDifference(List.of("a", "b"), List.of("a")));
  }

  private static String firstDifference(List<String> found, List<String> expected) {
    for (int i = 0; i < Math.max(found.size(), expected.size()); i++) {
      String is = line(found, i);
      String shouldBe = line(expected, i);
      if (!is.equals(shouldBe)) {
        return "line %d is %s and should be %s".formatted(i + 1, is, shouldBe);
      }
    }
    return "";
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? '"' + lines.get(index) + '"' : "missing";
  }

  private static String advice(Path document) {
    return document + " is out of date; write it anew from the top directory with: " + COMMAND;
  }
}
