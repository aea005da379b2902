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
 * scenario in which that shows. Of TaskRouter's events it subscribes to these types, if it can be
 * called.
 */
record Twin(
    String name,
    String sentence,
    String breaks,
    Scenario scenario,
    List<String> events,
    Function<Surroundings, Application> maker)
    implements Subject {

  /** One that subscribes to the wrap-ups of tasks, if it can be called. */
  Twin(
      String name,
      String sentence,
      String breaks,
      Scenario scenario,
      Function<Surroundings, Application> maker) {
    this(name, sentence, breaks, scenario, List.of("task.wrapup"), maker);
  }

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
    return takesCalls() ? new RoutingPaths("/assignment", "/routing", events) : null;
  }

  private boolean takesCalls() {
    return scenario.name().startsWith("inbound");
  }

  @Override
  public Application start(Surroundings surroundings) {
    return maker.apply(surroundings);
  }
}
