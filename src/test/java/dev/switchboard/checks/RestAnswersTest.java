package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.contract.JournalContract;
import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import dev.partyline.world.Subject;
import dev.switchboard.twins.Twins;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever these programs ask, they are answered as the vendor documents it. */
class RestAnswersTest {

  private static final int SEEDS = 25;

  /** A program that takes every webhook for a forgery never comes to a request. */
  private static final String ANSWERS_ALONE = "sees-its-own-host";

  private final Runner runner = new Runner();

  static List<Scenario> scenarios() {
    return Scenario.ALL;
  }

  @BeforeEach
  void needs_the_vendors_documents() {
    JournalContract.assumeDocuments();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void switchboard_is_answered_as_documented(Scenario scenario) {
    assertTrue(answers(Subjects.switchboard(), scenario) > SEEDS, "hardly anything was asked");
  }

  @Test
  void twins_are_answered_as_documented() {
    for (Subject twin : Twins.all()) {
      if (twin.name().equals(ANSWERS_ALONE)) {
        continue;
      }
      assertTrue(answers(twin, Twins.scenarioOf(twin)) > 0, twin.name() + " asks nothing");
    }
  }

  private int answers(Subject subject, Scenario scenario) {
    int answers = 0;
    for (long number = 1; number <= SEEDS; number++) {
      Seed seed = Seed.drawn(subject.name(), scenario.name(), number);
      RunResult run = runner.run(subject, scenario, seed);
      JournalContract.Found found = JournalContract.look(run.journal());
      assertEquals(List.of(), found.problems(), seed::toString);
      answers += found.answers();
    }
    return answers;
  }
}
