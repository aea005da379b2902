package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/** Answered is answered: the agent is left with a mailbox (ZOO-46). */
final class TakesAMachineForACaller extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "takes-a-machine-for-a-caller",
          "never asks whether a person or a machine answered",
          "ALONE",
          Scenario.MACHINES,
          TakesAMachineForACaller::new);

  TakesAMachineForACaller(Surroundings surroundings) {
    super(surroundings);
  }
}
