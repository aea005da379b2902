package dev.partyline.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app/outbound/17",
        "app/outbound/-3",
        "app/outbound/typical",
        "app/outbound/customer-1.does=busy",
        "app/outbound/customer-1.does=busy,agent-1.twiml.answer=200~1",
        "app/outbound/17,customer-1.does=busy,calls=1"
      })
  void what_is_printed_is_what_was_read(String text) {
    assertEquals(text, Seed.parse(text).toString());
  }

  @Test
  void a_number_with_fixed_choices_keeps_both() {
    Seed seed = Seed.parse("app/outbound/17,calls=1");

    assertEquals(17L, seed.number());
    assertEquals(Map.of("calls", "1"), seed.pins());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"17", "app/outbound", "app/outbound/", "app/outbound/17,", "app/outbound/a,b"})
  void what_is_no_seed_is_refused_with_the_form_of_one(String text) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> Seed.parse(text));

    assertTrue(refused.getMessage().contains("a seed is subject/scenario/number"));
  }
}
