package dev.switchboard.checks;

import dev.partyline.cli.Workbench;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.switchboard.twins.PlainDesk;
import dev.switchboard.twins.Twins;
import java.nio.file.Path;
import java.util.List;

/** Switchboard and its twins. */
final class SwitchboardWorkbench implements Workbench {

  private final KeptIn keptIn;

  SwitchboardWorkbench() {
    this(KeptIn.MEMORY);
  }

  private SwitchboardWorkbench(KeptIn keptIn) {
    this.keptIn = keptIn;
  }

  @Override
  public List<Subject> sound() {
    return List.of(new SwitchboardSubject(keptIn));
  }

  @Override
  public List<String> stores() {
    return KeptIn.words();
  }

  @Override
  public Workbench on(String store) {
    KeptIn wanted = KeptIn.named(store);
    wanted.require();
    return new SwitchboardWorkbench(wanted);
  }

  @Override
  public List<Subject> knownBad() {
    return Twins.all();
  }

  @Override
  public Scenario scenarioOf(Subject knownBad) {
    return Twins.scenarioOf(knownBad);
  }

  /** Beside those of the base also Switchboard with another setting, and what twins are made of. */
  @Override
  public Subject named(String name) {
    if (Subjects.detecting().name().equals(name)) {
      return Subjects.detecting();
    }
    return PlainDesk.SUBJECT.name().equals(name) ? PlainDesk.SUBJECT : Workbench.super.named(name);
  }

  @Override
  public Path reports() {
    return Path.of(System.getProperty("partyline.root", "."), "reports");
  }

  @Override
  public String command(String words) {
    String store = keptIn == KeptIn.MEMORY ? "" : " --store " + keptIn.word();
    return "mvn -q -Pexplore verify -Dpartyline.args=\"" + words + store + "\"";
  }
}
