package dev.partyline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the vendor's voice document answers its documented status, or stands in {@code
 * not-modelled.tsv} with the reason and is refused as a gap of the fake.
 */
class OperationsTest {

  /** The reason by operation. */
  static final Map<String, String> REFUSED = refused();

  private static Map<String, String> refused() {
    Map<String, String> refused = new TreeMap<>();
    try (InputStream file = OperationsTest.class.getResourceAsStream("not-modelled.tsv")) {
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t");
          refused.put(cells[0], cells[1]);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return refused;
  }

  static Stream<Operation> operations() {
    return VendorDocuments.required().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operation_answers_as_documented_or_is_listed_as_not_modelled(Operation operation) {
    Tour.Outcome outcome = Tour.exercise(operation);

    String reason = REFUSED.get(operation.id());
    if (reason == null) {
      assertTrue(
          operation.answers().containsKey(outcome.status()),
          () ->
              operation
                  + " answers "
                  + outcome
                  + " and not "
                  + operation.answers().keySet()
                  + "; if the fake cannot do it yet, say so with NotModelled and add a line to"
                  + " not-modelled.tsv");
    } else {
      assertEquals(
          501,
          outcome.status(),
          () ->
              operation.answers().containsKey(outcome.status())
                  ? operation + " works now: take its line out of not-modelled.tsv"
                  : operation
                      + " is listed as not modelled ("
                      + reason
                      + ") and must throw NotModelled, but answers "
                      + outcome);
    }
  }

  @Test
  void every_line_of_the_list_names_an_operation_and_gives_a_reason() {
    VendorDocuments documents = VendorDocuments.required();
    List<String> wrong = new ArrayList<>();
    REFUSED.forEach(
        (id, reason) -> {
          if (documents.operation(id) == null || reason.isBlank()) {
            wrong.add(id + " " + reason);
          }
        });
    assertEquals(List.of(), wrong);
  }
}
