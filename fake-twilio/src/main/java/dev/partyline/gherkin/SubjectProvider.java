package dev.partyline.gherkin;

import dev.partyline.world.Subject;
import java.util.List;

/** Brings programs that scenarios can name; found by {@link java.util.ServiceLoader}. */
public interface SubjectProvider {

  /** The programs, each name once, in the order in which they are listed. */
  List<Subject> subjects();
}
