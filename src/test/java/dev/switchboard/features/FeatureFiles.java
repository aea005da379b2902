package dev.switchboard.features;

import dev.partyline.gherkin.BadStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a run is asked to run.
 *
 * @param path the file or folder, absolute
 * @param line a line of the one scenario that is wanted; 0 for all
 * @param given how the argument names it
 */
record FeatureFiles(Path path, int line, String given) {

  private static final Pattern WITH_LINE = Pattern.compile("(.+\\.feature):([0-9]{1,6})");

  /**
   * Reads the arguments.
   *
   * @throws BadStep when they name nothing that can be run
   */
  static FeatureFiles named(String[] args, Path root) {
    if (args.length > 1) {
      throw new BadStep(
          "one file, folder or file:line at a time, not "
              + args.length
              + ": mvn -q -Pfeatures verify -Dfeature=features/ja/busy.feature");
    }
    String given = args.length == 0 || args[0].isBlank() ? "features" : args[0].trim();
    Matcher matcher = WITH_LINE.matcher(given);
    boolean withLine = matcher.matches();
    String name = withLine ? matcher.group(1) : given;
    int line = withLine ? Integer.parseInt(matcher.group(2)) : 0;
    FeatureFiles files = new FeatureFiles(resolve(root, name), line, given);
    files.check(root);
    return line == 0 ? files : files.wholeScenario();
  }

  private static Path resolve(Path root, String name) {
    try {
      return root.resolve(name).normalize();
    } catch (InvalidPathException wrong) {
      throw new BadStep("'" + name + "' is no path: " + wrong.getReason());
    }
  }

  private void check(Path root) {
    if (!Files.exists(path)) {
      throw new BadStep(
          "there is no "
              + given
              + " in "
              + root
              + "; there are: "
              + String.join(", ", names(root, featuresIn(root.resolve("features")))));
    }
    List<Path> features = featuresIn(path);
    if (features.isEmpty()) {
      throw new BadStep(
          given + " has no scenarios: the name of a file with scenarios ends in .feature");
    }
    boolean empty = true;
    for (Path feature : features) {
      empty &= text(root, feature).isBlank();
    }
    if (empty) {
      throw new BadStep(given + " is empty: begin it with 'Feature:' (# language: ja と 機能:)");
    }
  }

  private static List<Path> featuresIn(Path place) {
    if (!Files.exists(place)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(file -> file.toString().endsWith(".feature")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> names(Path root, List<Path> files) {
    return files.stream().map(file -> root.relativize(file).toString()).toList();
  }

  private static String text(Path root, Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      throw new BadStep(
          root.relativize(file) + " is not written in UTF-8: save it as UTF-8 in your editor");
    } catch (IOException unreadable) {
      throw new BadStep(root.relativize(file) + " cannot be read: " + unreadable.getMessage());
    }
  }

  /** Cucumber knows a scenario by its first line alone. */
  private FeatureFiles wholeScenario() {
    int begin = Parsed.scenarioAt(path, line);
    if (begin == 0) {
      throw new BadStep(given + " has no scenario at this line: give a line of one");
    }
    return new FeatureFiles(path, begin, given);
  }

  /** As Cucumber wants it. */
  String forCucumber() {
    String uri = path.toUri().toString();
    return line == 0 ? uri : uri + ":" + line;
  }
}
