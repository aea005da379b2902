package dev.switchboard.checks;

import dev.partyline.world.Subject;
import dev.switchboard.twins.Twins;
import java.util.ArrayList;
import java.util.List;

/** The programs that are explored. */
public final class Subjects {

  private static final Subject SWITCHBOARD = new SwitchboardSubject();
  private static final Subject DETECTING = new SwitchboardSubject(KeptIn.MEMORY, true);

  private Subjects() {}

  /** Switchboard: it must break no law. */
  public static Subject switchboard() {
    return SWITCHBOARD;
  }

  /** Switchboard told to end calls that an answering machine takes. */
  public static Subject detecting() {
    return DETECTING;
  }

  /** Switchboard, with and without detection of machines, then every twin. */
  public static List<Subject> all() {
    List<Subject> all = new ArrayList<>();
    all.add(SWITCHBOARD);
    all.add(DETECTING);
    all.addAll(Twins.all());
    return all;
  }

  /**
   * The program of this name.
   *
   * @throws IllegalArgumentException when there is none; the message lists all
   */
  public static Subject named(String name) {
    for (Subject subject : all()) {
      if (subject.name().equals(name)) {
        return subject;
      }
    }
    throw new IllegalArgumentException(
        "no program '" + name + "'; there are " + all().stream().map(Subject::name).toList());
  }
}
