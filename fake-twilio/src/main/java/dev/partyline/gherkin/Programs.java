package dev.partyline.gherkin;

import dev.partyline.world.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The programs that every {@link SubjectProvider} on the class path brings. */
final class Programs {

  private Programs() {}

  /**
   * The program of this name; capitals do not matter.
   *
   * @throws BadStep when there is none; the message lists all
   */
  static Subject named(String name) {
    List<String> known = new ArrayList<>();
    for (SubjectProvider provider : ServiceLoader.load(SubjectProvider.class)) {
      for (Subject subject : provider.subjects()) {
        if (subject.name().equalsIgnoreCase(name)) {
          return subject;
        }
        known.add(subject.name());
      }
    }
    throw new BadStep(
        "there is no program '"
            + name
            + "': "
            + (known.isEmpty()
                ? "no " + SubjectProvider.class.getName() + " is on the class path"
                : "write one of " + String.join(", ", known)));
  }
}
