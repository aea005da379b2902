package dev.partyline.cli;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import java.nio.file.Path;
import java.util.List;

/** The programs to explore and where to write what was found. */
public interface Workbench {

  /** Programs that must break no law; at least one. */
  List<Subject> sound();

  /** Programs with a known mistake that a law must catch; may be empty. */
  List<Subject> knownBad();

  /** The scenario in which a known-bad program shows its mistake. */
  Scenario scenarioOf(Subject knownBad);

  /** The folder for reports. */
  Path reports();

  /** The shell command that runs this command line with these words. */
  String command(String words);

  /**
   * The program of this name.
   *
   * @throws IllegalArgumentException when there is none; the message lists all
   */
  default Subject named(String name) {
    StringBuilder names = new StringBuilder();
    for (List<Subject> group : List.of(sound(), knownBad())) {
      for (Subject subject : group) {
        if (subject.name().equals(name)) {
          return subject;
        }
        names.append(names.length() == 0 ? "" : ", ").append(subject.name());
      }
    }
    throw new IllegalArgumentException("no program '" + name + "'; there are " + names);
  }
}
