package dev.partyline.world;

import dev.partyline.journal.Happening;
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
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** The surroundings of a program in a simulated run. */
final class Environment implements Surroundings {

  private static final String TIMER = ".timer";

  private final World world;
  private final Simulation simulation;
  private final TimeProfile times;
  private final Instances instances;
  private final Instance instance;

  Environment(
      World world,
      Simulation simulation,
      TimeProfile times,
      Instances instances,
      Instance instance) {
    this.world = world;
    this.simulation = simulation;
    this.times = times;
    this.instances = instances;
    this.instance = instance;
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
    return new SimExecutor(simulation, instance);
  }

  @Override
  public void after(String what, Duration delay, Runnable task) {
    Fiber fiber = Fiber.current();
    String own = instance.number().equals("1") ? "app" : "app-" + instance.number();
    String name = (fiber == null ? own : root(fiber.name())) + TIMER + "." + what;
    simulation.in(
        name,
        Span.exactly(delay.toMillis()),
        () -> {
          if (instance.isUp()) {
            simulation.fiber(
                name,
                instance,
                () -> {
                  instances.step(instance, "timer");
                  task.run();
                  world.observe();
                });
          }
        });
  }

  /** A timer set by a timer keeps the name of what set the first one. */
  private static String root(String name) {
    int at = name.indexOf(TIMER);
    return at < 0 ? name : name.substring(0, at);
  }

  @Override
  public RestResponse call(RestRequest request) {
    Fiber fiber = simulation.requireFiber(request.method() + " " + request.path());
    instances.step(instance, "rest");
    String name = world.front().sent(request, fiber.name());
    String event = fiber.name() + ".rest";
    Signal<RestResponse> answer = simulation.signal("the answer to " + request.path());
    simulation.in(event, times.restOut(), () -> handle(request, name, event, answer));
    RestResponse response = answer.await();
    world.note(new Happening.RestReturned(name, response.status(), response.body()));
    instances.step(instance, "rest-answer");
    return response;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T durable(String name, Supplier<T> make) {
    return (T) instances.durable(name, make);
  }

  @Override
  public void store(String what) {
    instances.store(instance, what);
  }

  private void handle(RestRequest request, String name, String event, Signal<RestResponse> answer) {
    RestResponse response = world.front().handle(request, name, event);
    simulation.in(
        event + ".returns",
        times.restBack(),
        () -> {
          world.front().answered();
          answer.complete(response);
        });
  }

  /** Crash lines, for whoever reports a failed task. */
  static List<String> stack(Throwable crash) {
    return Deliveries.stack(crash);
  }

  @Override
  public void committed(String what) {
    instances.step(instance, "after." + what);
  }

  @Override
  public <T> T outside(Supplier<T> work) {
    return simulation.outside(work);
  }

  @Override
  public boolean mortal() {
    return instances.mortal();
  }
}
