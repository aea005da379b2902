package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.sim.Fiber;
import dev.partyline.sim.Signal;
import dev.partyline.sim.SimExecutor;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.webhook.Deliveries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

/** The surroundings of a program in a simulated run. */
final class Environment implements Surroundings {

  private final World world;
  private final Simulation simulation;
  private final TimeProfile times;
  private int requests;

  Environment(World world, Simulation simulation, TimeProfile times) {
    this.world = world;
    this.simulation = simulation;
    this.times = times;
  }

  @Override
  public String baseUrl() {
    return Account.BASE_URL;
  }

  @Override
  public String accountSid() {
    return Account.SID;
  }

  @Override
  public String authToken() {
    return Account.TOKEN;
  }

  @Override
  public String callerId() {
    return Account.NUMBER;
  }

  @Override
  public InstantSource clock() {
    return () -> Account.EPOCH.plusMillis(simulation.now());
  }

  @Override
  public void sleep(Duration time) {
    simulation.sleep(time);
  }

  @Override
  public ExecutorService executor() {
    return new SimExecutor(simulation);
  }

  @Override
  public void after(Duration delay, Runnable task) {
    Fiber fiber = Fiber.current();
    String name = (fiber == null ? "app" : root(fiber.name())) + ".timer";
    simulation.in(
        name,
        Span.exactly(delay.toMillis()),
        () ->
            simulation.fiber(
                name,
                () -> {
                  task.run();
                  world.observe();
                }));
  }

  /** A timer set by a timer keeps the name of what set the first one. */
  private static String root(String name) {
    int at = name.indexOf(".timer");
    return at < 0 ? name : name.substring(0, at);
  }

  @Override
  public RestResponse call(RestRequest request) {
    Fiber fiber = simulation.requireFiber(request.method() + " " + request.path());
    String name = "rest-" + (++requests);
    String event = fiber.name() + ".rest";
    world.note(
        new Happening.RestSent(
            name, fiber.name(), request.method(), request.path(), joined(request.params())));
    Signal<RestResponse> answer = simulation.signal("the answer to " + request.path());
    simulation.in(event, times.restOut(), () -> handle(request, name, event, answer));
    RestResponse response = answer.await();
    world.note(new Happening.RestReturned(name, response.status(), response.body()));
    return response;
  }

  private void handle(RestRequest request, String name, String event, Signal<RestResponse> answer) {
    boolean write = !request.method().equals("GET");
    String fault = null;
    RestResponse response;
    if (simulation.happens(
        event + ".fails-before", world.knobs().number(Knob.REST_FAIL_BEFORE_COMMIT))) {
      fault = "before-commit";
      response = unavailable();
    } else {
      long lagMax = write ? 0 : (long) world.knobs().number(Knob.REST_READ_LAG_MS);
      long lag = lagMax == 0 ? 0 : simulation.amount(event + ".lag", Span.of(0, 0, lagMax));
      world.causedBy(name);
      response = world.rest().handle(request, lag);
      world.causedBy(null);
      if (write
          && simulation.happens(
              event + ".fails-after", world.knobs().number(Knob.REST_FAIL_AFTER_COMMIT))) {
        fault = "after-commit";
        response = unavailable();
      }
    }
    world.note(new Happening.RestHandled(name, response.status(), response.code(), fault));
    RestResponse result = response;
    simulation.in(event + ".returns", times.restBack(), () -> answer.complete(result));
  }

  private static RestResponse unavailable() {
    return RestResponse.error(503, 20503, "Service Unavailable");
  }

  /** Parameters for the journal: by name, several values joined by a space. */
  private static Map<String, String> joined(Map<String, List<String>> params) {
    Map<String, String> joined = new TreeMap<>();
    params.forEach((key, values) -> joined.put(key, String.join(" ", values)));
    return joined;
  }

  /** Crash lines, for whoever reports a failed task. */
  static List<String> stack(Throwable crash) {
    return Deliveries.stack(crash);
  }
}
