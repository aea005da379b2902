package dev.partyline.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.partyline.world.Party;
import dev.partyline.world.Softphone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What a person sees when a test with a platform goes wrong. */
class FailingTestsTest {

  @TempDir Path folder;

  @BeforeEach
  void reports_go_to_a_folder_of_this_test() {
    System.setProperty(FailureReport.FOLDER, folder.toString());
  }

  @AfterEach
  void reports_go_where_they_went() {
    System.clearProperty(FailureReport.FOLDER);
  }

  @Test
  void a_failure_brings_story_seed_and_page() throws IOException {
    Throwable failure = failureOf(Wrong.class, "the_customer_answers");

    assertEquals("nobody answered", failure.getMessage());
    String told = failure.getSuppressed()[0].toString();
    assertTrue(told.contains("customer is busy"), told);
    assertTrue(told.contains("seed: customer.does=busy,customer.busy=1500"), told);
    Path page = Path.of(told.substring(told.indexOf("page: ") + 6).trim());
    assertTrue(Files.readString(page).contains("Wrong.the_customer_answers"), page.toString());
    try (Stream<Path> runs = Files.list(page.resolveSibling("runs"))) {
      assertEquals(2, runs.count(), "a page and a journal");
    }
  }

  @Test
  void a_broken_law_fails_the_test_that_asks_for_laws() {
    Throwable failure = failureOf(Wrong.class, "the_agent_stays_alone");

    assertTrue(failure.getMessage().startsWith("ALONE is broken: agent"), failure.getMessage());
  }

  @Test
  void code_that_blocks_outside_the_simulation_is_told_with_advice() {
    Throwable failure = failureOf(Wrong.class, "waits_for_a_latch");

    assertTrue(failure.getMessage().startsWith("the run ended early: "), failure.getMessage());
  }

  @Test
  void a_choice_that_never_comes_is_told() {
    Throwable failure = failureOf(Wrong.class, "fixes_what_is_never_chosen");

    assertTrue(failure.getMessage().contains("[nobody.busy]"), failure.getMessage());
  }

  @Test
  void a_seed_that_is_none_is_told_with_an_example() {
    Throwable failure = failureOf(Wrong.class, "has_a_bad_seed");

    assertTrue(failure.getMessage().contains("'abc'"), failure.getMessage());
    assertTrue(failure.getMessage().contains("has_a_bad_seed"), failure.getMessage());
  }

  @Test
  void a_knob_that_is_none_is_told_with_those_that_are() {
    Throwable failure = failureOf(Wrong.class, "turns_no_knob");

    assertTrue(failure.getMessage().contains("no knob 'call.colour'"), failure.getMessage());
  }

  @Test
  void a_constructor_cannot_have_a_platform() {
    Throwable failure = failureOf(TooEarly.class, "never");

    assertTrue(failure.getMessage().contains("each test has one of its own"), "" + failure);
  }

  @Test
  void a_live_failure_brings_its_story_too() {
    Throwable failure = failureOf(WrongLive.class, "fails");

    assertEquals("no", failure.getMessage());
    assertTrue(failure.getSuppressed()[0].toString().contains("seed: 1"));
  }

  private static Throwable failureOf(Class<?> type, String method) {
    Class<?> parameter = type == WrongLive.class ? LivePartyline.class : SimulatedPartyline.class;
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(
                type == TooEarly.class
                    ? selectMethod(type, method)
                    : selectMethod(type, method, parameter))
            .execute()
            .allEvents();
    List<Throwable> failures =
        tests.failed().stream()
            .map(
                event ->
                    event
                        .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
            .toList();
    assertEquals(1, failures.size(), () -> "one failure, not " + failures);
    return failures.get(0);
  }

  // no names that the build would run by itself

  @Simulated
  static class Wrong {

    @Test
    @Simulated(seed = "customer.does=busy,customer.busy=1500")
    void the_customer_answers(SimulatedPartyline partyline) {
      partyline.person("customer", "+819000000001");
      Call.creator(
              new PhoneNumber("+819000000001"),
              new PhoneNumber(partyline.number()),
              new Twiml("<Response/>"))
          .create(SimulatedTest.client(partyline));
      partyline.pass(Duration.ofMinutes(1));
      fail("nobody answered");
    }

    @Test
    @Simulated(lawsMustHold = true)
    void the_agent_stays_alone(SimulatedPartyline partyline) {
      partyline.answersTwiml("/voice", "<Dial><Conference>alone</Conference></Dial>");
      Party agent = partyline.person("agent", "client:agent");
      Softphone phone = partyline.softphone(agent, partyline.person("customer", "+819000000001"));
      phone.dial();
      partyline.pass(Duration.ofMinutes(10));
    }

    @Test
    void waits_for_a_latch(SimulatedPartyline partyline) throws InterruptedException {
      new CountDownLatch(1).await();
    }

    @Test
    @Simulated(seed = "nobody.busy=1")
    void fixes_what_is_never_chosen(SimulatedPartyline partyline) {}

    @Test
    @Simulated(seed = "abc")
    void has_a_bad_seed(SimulatedPartyline partyline) {}

    @Test
    @Simulated(knobs = "call.colour=red")
    void turns_no_knob(SimulatedPartyline partyline) {}
  }

  @Simulated
  static class TooEarly {
    TooEarly(SimulatedPartyline partyline) {}

    @Test
    void never() {}
  }

  @Live
  static class WrongLive {
    @Test
    void fails(LivePartyline partyline) {
      fail("no");
    }
  }
}
