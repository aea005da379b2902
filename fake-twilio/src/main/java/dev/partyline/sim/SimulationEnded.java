package dev.partyline.sim;

/** Thrown out of every wait of a fiber when its run is over, so that its thread can be let go. */
public final class SimulationEnded extends Error {

  private static final long serialVersionUID = 1L;

  SimulationEnded() {
    super("the simulation is over", null, false, false);
  }
}
