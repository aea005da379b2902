package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Application;
import dev.partyline.world.RoutingPaths;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.List;
import java.util.function.Function;

/**
 * A known-bad program: what it is called, which mistake it copies, which law it breaks, and the
 * scenario in which that shows.
 */
record Twin(
    String name,
    String sentence,
    String breaks,
    Scenario scenario,
    Function<Surroundings, Application> maker)
    implements Subject {

  /** One whose mistake shows in plain outbound calls. */
  Twin(String name, String sentence, String breaks, Function<Surroundings, Application> maker) {
    this(name, sentence, breaks, Scenario.OUTBOUND, maker);
  }

  @Override
  public String voicePath() {
    return "/voice";
  }

  @Override
  public String incomingPath() {
    return takesCalls() ? "/incoming" : null;
  }

  @Override
  public RoutingPaths routingPaths() {
    return takesCalls()
        ? new RoutingPaths("/assignment", "/routing", List.of("task.wrapup"))
        : null;
  }

  private boolean takesCalls() {
    return scenario.name().startsWith("inbound");
  }

  @Override
  public Application start(Surroundings surroundings) {
    return maker.apply(surroundings);
  }
}
