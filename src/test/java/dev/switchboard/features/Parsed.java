package dev.switchboard.features;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A feature file as Cucumber reads it. */
final class Parsed {

  private Parsed() {}

  /**
   * The scenarios of a file, one for each row of an outline's examples, in their order; empty for
   * an empty file.
   *
   * @throws FeatureParserException when the file is not Gherkin
   */
  static List<Pickle> scenarios(Path file) {
    Resource resource =
        new Resource() {
          @Override
          public URI getUri() {
            return file.toUri();
          }

          @Override
          public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file);
          }
        };
    return new FeatureParser(UUID::randomUUID)
        .parseResource(resource)
        .map(Feature::getPickles)
        .orElse(List.of());
  }

  /**
   * The line by which Cucumber knows the scenario that has this line, whichever of its lines it is;
   * 0 when no scenario has it.
   */
  static int scenarioAt(Path file, int line) {
    int found = 0;
    for (Pickle scenario : scenarios(file)) {
      if (scenario.getLocation().getLine() == line) {
        return line;
      }
      int begin = scenario.getScenarioLocation().getLine();
      if (begin <= line && begin > found) {
        found = begin;
      }
    }
    return found;
  }
}
