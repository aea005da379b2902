package dev.partyline.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class PinScanTest {
  @Test
  void scan_of_this_module_is_sorted_and_free_of_repeats() {
    List<Pin> pins = PinScan.pinsOfThisModule();

    assertEquals(
        pins.stream()
            .distinct()
            .sorted(Comparator.comparing(Pin::test).thenComparing(Pin::ruleId))
            .toList(),
        pins);
  }

  @Test
  void module_directory_holds_the_build_file_and_these_sources() {
    assertTrue(
        Files.exists(
            PinScan.moduleDirectory()
                .resolve("src/test/java/dev/partyline/behaviour/PinScanTest.java")));
  }

  @Test
  void test_method_runs_unless_it_or_its_class_is_disabled() {
    assertTrue(PinScan.runs(method(Sample.class, "enabled")));
    assertFalse(PinScan.runs(method(Sample.class, "disabled")));
    assertFalse(PinScan.runs(method(DisabledSample.class, "enabled")));
    assertFalse(PinScan.runs(method(DisabledSample.Inner.class, "enabled")));
  }

  @Test
  void method_that_is_no_test_does_not_run() {
    assertFalse(PinScan.runs(method(Sample.class, "helper")));
  }

  @Test
  void class_runs_if_it_holds_an_enabled_test() {
    assertTrue(PinScan.runs(Sample.class));
    assertFalse(PinScan.runs(DisabledSample.class));
    assertFalse(PinScan.runs(Pin.class));
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** No engine starts these samples: they are nested, abstract and not marked as nested tests. */
  private abstract static class Sample {
    @Test
    void enabled() {}

    @Test
    @Disabled("a sample")
    void disabled() {}

    void helper() {}
  }

  @Disabled("a sample")
  private abstract static class DisabledSample {
    @Test
    void enabled() {}

    private abstract static class Inner {
      @Test
      void enabled() {}
    }
  }
}
