package dev.partyline.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class SnakeCaseTest {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void a_parameter_gets_an_underscore_between_a_small_and_a_capital_letter(
      @ForAll @CharRange(from = '0', to = 'z') @StringLength(max = 12) String name) {
    assertEquals(
        name.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT),
        SnakeCase.ofParameter(name));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void a_key_gets_one_after_a_digit_too(
      @ForAll @CharRange(from = '0', to = 'z') @StringLength(max = 12) String name) {
    assertEquals(
        name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT),
        SnakeCase.ofKey(name));
  }
}
