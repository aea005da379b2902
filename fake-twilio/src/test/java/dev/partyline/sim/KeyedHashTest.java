package dev.partyline.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class KeyedHashTest {

  @Property
  void a_number_counts_as_its_digits(
      @ForAll long seed, @ForAll String name, @ForAll @LongRange(min = 0) long number) {
    assertEquals(KeyedHash.of(seed, name + '#' + number), KeyedHash.of(seed, name, number));
  }

  @Property
  void small_numbers_count_as_their_digits(
      @ForAll long seed, @ForAll @LongRange(min = 0, max = 2_000) long number) {
    assertEquals(
        KeyedHash.of(seed, "caller.answer#" + number), KeyedHash.of(seed, "caller.answer", number));
  }
}
