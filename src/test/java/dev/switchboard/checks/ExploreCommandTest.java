package dev.switchboard.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.cli.ExitCode;
import dev.partyline.cli.PartylineCommand;
import dev.partyline.cli.Workbench;
import dev.partyline.explore.Scenario;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Application;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import dev.switchboard.twins.Twins;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as its user meets it: what it prints, writes and returns. */
class ExploreCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void exploring_says_that_all_is_well_in_at_most_forty_lines_and_writes_the_report()
      throws IOException {
    int code = run(bench(Subjects.switchboard(), Twins.all()), "explore", "--seeds", "50");

    assertEquals(ExitCode.GOOD, code, this::printed);
    assertTrue(out.toString().lines().count() <= 40, this::printed);
    assertTrue(out.toString().contains("switchboard must hold: 100 schedules"), this::printed);
    for (Subject told : Twins.all().subList(0, 5)) {
      assertTrue(
          out.toString().contains(told.name() + ": " + told.breaks() + " violated"), this::printed);
      assertTrue(out.toString().contains("replay " + told.name() + "/"), this::printed);
    }
    for (Subject twin : Twins.all()) {
      assertTrue(out.toString().contains(twin.name()), twin::name);
      assertFalse(out.toString().contains(twin.name() + ": " + twin.breaks() + " NOT CAUGHT"));
      assertTrue(
          Files.exists(
              folder.resolve(
                  "runs/" + twin.name() + "-" + twin.breaks().toLowerCase(Locale.ROOT) + ".html")));
    }
    assertTrue(Files.size(folder.resolve("index.html")) > 1_000);
    assertTrue(Files.readString(folder.resolve("junit.xml")).contains("<testsuite"));
  }

  @Test
  void programs_that_are_asked_for_are_explored_alone() {
    int code =
        run(
            bench(Subjects.switchboard(), Twins.all()),
            "explore",
            "--only",
            "nobody-ends,two-names");

    assertEquals(ExitCode.GOOD, code, this::printed);
    assertTrue(out.toString().contains("replay nobody-ends/"), this::printed);
    assertTrue(out.toString().contains("replay two-names/"), this::printed);
    assertFalse(out.toString().contains("switchboard"), this::printed);
  }

  @Test
  void a_program_that_should_hold_and_does_not_is_a_violation() {
    int code = run(bench(Twins.all().get(0), List.of()), "explore", "--seeds", "100");

    assertEquals(ExitCode.VIOLATION, code, this::printed);
    assertTrue(out.toString().contains("ALONE VIOLATED in"), this::printed);
    assertTrue(out.toString().contains("replay two-step-dial/outbound/"), this::printed);
  }

  @Test
  void a_twin_that_is_not_caught_is_a_violation() {
    Subject harmless = program("harmless", "ALONE", surroundings -> new Answers("<Response/>"));
    int code =
        run(
            bench(Subjects.switchboard(), List.of(harmless)),
            "explore",
            "--seeds",
            "20",
            "--twin-seeds",
            "50");

    assertEquals(ExitCode.VIOLATION, code, this::printed);
    assertTrue(
        out.toString().contains("harmless: ALONE NOT CAUGHT in 50 schedules"), this::printed);
  }

  @Test
  void a_program_that_sleeps_in_real_time_cannot_be_judged() {
    Subject sleeper =
        program(
            "sleeper",
            null,
            surroundings ->
                new Answers("<Response/>") {
                  @Override
                  public WebhookReply handle(WebhookRequest request) {
                    try {
                      Thread.sleep(60_000);
                    } catch (InterruptedException woken) {
                      Thread.currentThread().interrupt();
                    }
                    return super.handle(request);
                  }
                });
    int code = run(bench(sleeper, List.of()), "explore", "--seeds", "5");

    assertEquals(ExitCode.FAULT, code, this::printed);
    assertTrue(out.toString().contains("Use the sleeper"), this::printed);
    assertTrue(out.toString().contains("ExploreCommandTest"), this::printed);
  }

  @Test
  void a_verb_that_is_not_modelled_is_said_to_be_a_gap_of_the_fake() {
    Subject gatherer =
        program("cashier", null, surroundings -> new Answers("<Response><Pay/></Response>"));
    int code = run(bench(gatherer, List.of()), "explore", "--seeds", "5");

    assertEquals(ExitCode.FAULT, code, this::printed);
    assertTrue(out.toString().contains("does not model the TwiML verb Pay"), this::printed);
  }

  @Test
  void broken_documents_and_crashes_break_the_law_of_answering() {
    Function<String, Subject> answering =
        document -> program("odd", null, surroundings -> new Answers(document));
    for (String document : List.of("<Response", "nonsense", "", "<Dial/>")) {
      out.getBuffer().setLength(0);
      int code = run(bench(answering.apply(document), List.of()), "explore", "--seeds", "10");
      assertEquals(ExitCode.VIOLATION, code, this::printed);
      assertTrue(out.toString().contains("ANSWERED VIOLATED"), this::printed);
    }
  }

  @Test
  void wrong_words_are_told_apart_and_explained() {
    Workbench bench = bench(Subjects.switchboard(), Twins.all());
    assertUsage(bench, "is no seed", "replay", "17");
    assertUsage(bench, "no program 'nobody'", "replay", "nobody/outbound/17");
    assertUsage(bench, "no scenario 'sea'", "replay", "switchboard/sea/17");
    assertUsage(bench, "is no name=value", "replay", "switchboard/outbound/calls");
    assertUsage(bench, "it takes one of [1, 2]", "replay", "switchboard/outbound/calls=9");
    assertUsage(bench, "never asks for: call", "replay", "switchboard/outbound/call=1");
    assertUsage(bench, "Unmatched argument", "fly");
    assertUsage(bench, "--seeds", "explore", "--seeds", "many");
  }

  private void assertUsage(Workbench bench, String message, String... words) {
    err.getBuffer().setLength(0);
    assertEquals(ExitCode.USAGE, run(bench, words), this::printed);
    assertTrue(err.toString().contains(message), this::printed);
  }

  private int run(Workbench bench, String... words) {
    return PartylineCommand.run(bench, words, new PrintWriter(out), new PrintWriter(err));
  }

  private String printed() {
    return out + "\n" + err;
  }

  private Workbench bench(Subject sound, List<Subject> bad) {
    return new Workbench() {
      @Override
      public List<Subject> sound() {
        return List.of(sound);
      }

      @Override
      public List<Subject> knownBad() {
        return bad;
      }

      @Override
      public Scenario scenarioOf(Subject knownBad) {
        return Twins.scenarioOf(knownBad);
      }

      @Override
      public Path reports() {
        return folder;
      }

      @Override
      public String command(String words) {
        return words;
      }
    };
  }

  private static Subject program(
      String name, String breaks, Function<Surroundings, Application> maker) {
    return new Subject() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String sentence() {
        return "made for this test";
      }

      @Override
      public String breaks() {
        return breaks;
      }

      @Override
      public String voicePath() {
        return "/voice";
      }

      @Override
      public Application start(Surroundings surroundings) {
        return maker.apply(surroundings);
      }
    };
  }

  /** Answers every request with the same document. */
  private static class Answers implements Application {
    private final String document;

    Answers(String document) {
      this.document = document;
    }

    @Override
    public WebhookReply handle(WebhookRequest request) {
      return WebhookReply.twiml(document);
    }

    @Override
    public void hangUpPressed(String callSid) {}
  }
}
