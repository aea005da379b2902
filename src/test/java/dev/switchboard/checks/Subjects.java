package dev.switchboard.checks;

import dev.partyline.world.Subject;
import dev.switchboard.twins.Twins;
import java.util.ArrayList;
import java.util.List;

/** The programs that are explored. */
public final class Subjects {

  private static final Subject SWITCHBOARD = new SwitchboardSubject();

  private Subjects() {}

  /** Switchboard: it must break no law. */
  public static Subject switchboard() {
    return SWITCHBOARD;
  }

  /** Switchboard, then every twin. */
  public static List<Subject> all() {
    List<Subject> all = new ArrayList<>();
    all.add(SWITCHBOARD);
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
