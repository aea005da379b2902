package dev.partyline.twiml;

import static dev.partyline.twiml.Reading.document;
import static dev.partyline.twiml.Reading.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileInputTest {

  @Test
  void a_bare_doctype_is_refused_although_the_parser_would_pass_it() {
    for (String doctype :
        List.of("<!DOCTYPE Response>", "<!DOCTYPE html>", "<!DOCTYPE Response SYSTEM 'x.dtd'>")) {
      TwimlProblem problem = problem(doctype + "<Response><Hangup/></Response>");

      assertEquals(12100, problem.code());
      assertTrue(problem.message().contains("DOCTYPE"), problem.message());
    }
  }

  @Test
  void an_entity_bomb_is_refused() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE Response [<!ENTITY e0 'boom'>");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY e").append(i).append(" '");
      bomb.append(("&e" + (i - 1) + ";").repeat(10)).append("'>");
    }
    bomb.append("]><Response><Say>&e11;</Say></Response>");

    assertEquals(12100, problem(bomb.toString()).code());
  }

  @Test
  void an_external_entity_reads_no_file(@TempDir Path directory) throws IOException {
    Path secret = Files.writeString(directory.resolve("secret.txt"), "the-secret");
    String twiml =
        "<!DOCTYPE Response [<!ENTITY x SYSTEM '"
            + secret.toUri()
            + "'>]><Response><Say>&x;</Say></Response>";

    TwimlProblem problem = problem(twiml);

    assertEquals(12100, problem.code());
    assertFalse(problem.message().contains("the-secret"));
  }

  @Test
  void an_external_document_type_is_never_fetched() {
    assertEquals(
        12100,
        problem("<!DOCTYPE Response SYSTEM 'http://127.0.0.1:1/x.dtd'><Response>&x;</Response>")
            .code());
  }

  @Test
  void elements_more_than_32_deep_are_refused_however_many_they_are() {
    assertEquals(
        List.of(Say.of("deep")),
        document("<Response><Say>" + nested(30, "deep") + "</Say></Response>").verbs());
    TwimlProblem problem = problem("<Response><Say>" + nested(31, "deeper") + "</Say></Response>");
    assertEquals(12100, problem.code());
    assertTrue(problem.message().contains("32 elements deep"), problem.message());
  }

  @Test
  void a_hundred_thousand_open_elements_are_stopped_by_the_size_and_fewer_by_the_depth() {
    assertEquals(11750, problem("<a>".repeat(100_000)).code());
    assertTrue(problem("<a>".repeat(20_000)).message().contains("32 elements deep"));
  }

  @Test
  void an_element_with_thousands_of_attributes_gets_a_warning_for_each() {
    StringBuilder many = new StringBuilder("<Response><Hangup");
    IntStream.range(0, 5000).forEach(i -> many.append(" a").append(i).append("=''"));

    Document document = document(many.append("/></Response>").toString());

    assertEquals(List.of(new Hangup()), document.verbs());
    assertEquals(5000, document.warnings().size());
  }

  @Test
  void many_threads_read_at_once_and_each_gets_its_own_document() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> readings =
          IntStream.range(0, 4000)
              .mapToObj(
                  i ->
                      (Callable<Boolean>)
                          () ->
                              document("<Response><Say>" + i + "</Say><Foo/></Response>")
                                  .verbs()
                                  .equals(List.of(Say.of(String.valueOf(i)))))
              .toList();
      for (Future<Boolean> reading : threads.invokeAll(readings)) {
        assertTrue(reading.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String nested(int levels, String text) {
    return "<s>".repeat(levels) + text + "</s>".repeat(levels);
  }
}
