package dev.switchboard.features;

import dev.partyline.gherkin.SubjectProvider;
import dev.partyline.world.Subject;
import dev.switchboard.checks.Subjects;
import java.util.List;

/** Lets scenarios name Switchboard and its known-bad twins. */
public final class CheckedPrograms implements SubjectProvider {

  /** Made by the service loader. */
  public CheckedPrograms() {}

  @Override
  public List<Subject> subjects() {
    return Subjects.all();
  }
}
