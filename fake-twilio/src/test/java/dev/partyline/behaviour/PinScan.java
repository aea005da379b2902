package dev.partyline.behaviour;

import dev.partyline.centre.Race;
import dev.partyline.centre.races.Races;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Finds every {@link Pins} in the compiled tests of this module. */
final class PinScan {
  private static final String CLASS_FILE = ".class";

  private PinScan() {}

  /** The directory of this module: the nearest one above the compiled tests with a pom.xml. */
  static Path moduleDirectory() {
    Path directory = compiledTests();
    while (directory != null && !Files.exists(directory.resolve("pom.xml"))) {
      directory = directory.getParent();
    }
    if (directory == null) {
      throw new IllegalStateException(
          "no pom.xml above " + compiledTests() + "; run the tests from the module's own build");
    }
    return directory;
  }

  /**
   * The pins of all compiled tests, by class and method name, and those of the scenarios that ship,
   * each of which {@code RacesTest} plays.
   */
  static List<Pin> pinsOfThisModule() {
    Path root = compiledTests();
    try (Stream<Path> files = Files.walk(root)) {
      Stream<Pin> tests =
          files
              .filter(file -> file.toString().endsWith(CLASS_FILE))
              .map(file -> loaded(root.relativize(file).toString()))
              .flatMap(type -> pinsOf(type).stream());
      return Stream.concat(tests, Races.all().stream().flatMap(PinScan::pinsOf))
          .sorted(Comparator.comparing(Pin::test).thenComparing(Pin::ruleId))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the compiled tests in " + root, e);
    }
  }

  private static Stream<Pin> pinsOf(Race race) {
    return race.rules().stream().map(rule -> new Pin(rule, "RacesTest: " + race.name(), true));
  }

  /** The pins of one class, its own and those of the methods it declares. */
  static List<Pin> pinsOf(Class<?> type) {
    List<Pin> pins = new ArrayList<>();
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1).replace('$', '.');
    if (type.isAnnotationPresent(Pins.class)) {
      for (String rule : type.getAnnotation(Pins.class).value()) {
        pins.add(new Pin(rule, name, runs(type)));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Pins.class)) {
        for (String rule : method.getAnnotation(Pins.class).value()) {
          pins.add(new Pin(rule, name + "." + method.getName(), runs(method)));
        }
      }
    }
    return pins;
  }

  /** The pins on tests that run, as the document wants them. */
  static PinningTests byRule(List<Pin> pins) {
    Map<String, TreeSet<String>> tests = new TreeMap<>();
    for (Pin pin : pins) {
      if (pin.runs()) {
        tests.computeIfAbsent(pin.ruleId(), rule -> new TreeSet<>()).add(pin.test());
      }
    }
    return PinningTests.of(tests);
  }

  /** Whether the class is enabled and holds, itself or in a nested class, a test that is. */
  static boolean runs(Class<?> type) {
    return isEnabled(type)
        && (AnnotationSupport.isAnnotated(type, Testable.class)
            || AnnotationSupport.findAnnotatedMethods(
                    type, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .anyMatch(PinScan::isEnabled)
            || Arrays.stream(type.getDeclaredClasses()).anyMatch(PinScan::runs));
  }

  /** Whether the method is a test, and neither it nor a class around it is disabled. */
  static boolean runs(Method method) {
    return AnnotationSupport.isAnnotated(method, Testable.class)
        && isEnabled(method)
        && Stream.<Class<?>>iterate(
                method.getDeclaringClass(), Objects::nonNull, Class::getEnclosingClass)
            .allMatch(PinScan::isEnabled);
  }

  private static boolean isEnabled(AnnotatedElement element) {
    return !AnnotationSupport.isAnnotated(element, Disabled.class);
  }

  private static Class<?> loaded(String file) {
    String name =
        file.substring(0, file.length() - CLASS_FILE.length()).replace('/', '.').replace('\\', '.');
    try {
      return Class.forName(name, false, PinScan.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalStateException(
          "cannot load the compiled test class " + name + "; rebuild with mvn clean", e);
    }
  }

  private static Path compiledTests() {
    try {
      return Path.of(Pins.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot find the directory of the compiled tests", e);
    }
  }
}
