package dev.partyline.gherkin;

import dev.partyline.explore.RunResult;
import dev.partyline.explore.Scenario;
import java.util.List;
import java.util.function.UnaryOperator;

/** By which names scenarios know the people of a run. */
final class Cast {

  private static final List<Scenario> INBOUND =
      List.of(Scenario.FRONT_DESK, Scenario.FRONT_DESK_HOSTILE);

  private Cast() {}

  /** From the name in the journal: agents to whom calls come are clerks there, and agents here. */
  static UnaryOperator<String> of(RunResult run) {
    boolean inbound =
        INBOUND.stream().anyMatch(scenario -> scenario.name().equals(run.seed().scenario()));
    return name ->
        inbound && name != null && name.startsWith("clerk-")
            ? "agent-" + name.substring("clerk-".length())
            : name;
  }
}
