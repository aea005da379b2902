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

  /** What the sound programs can keep their state in, the usual one first. */
  default List<String> stores() {
    return List.of("memory");
  }

  /**
   * The same, whose sound programs keep their state in this store.
   *
   * @throws IllegalArgumentException when there is no such store, or it cannot be had here
   */
  default Workbench on(String store) {
    if (!store.equals(stores().get(0))) {
      throw new IllegalArgumentException(
          "no store '" + store + "': these programs can be explored on " + stores());
    }
    return this;
  }

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
