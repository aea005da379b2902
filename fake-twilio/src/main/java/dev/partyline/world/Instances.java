package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.sim.Fiber;
import dev.partyline.sim.Signal;
import dev.partyline.sim.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The processes of the application behind its one address, and the store they share. */
final class Instances {

  private final World world;
  private final Simulation simulation;
  private final Subject subject;
  private final Outages outages;
  private final List<Instance> instances = new ArrayList<>();
  private final Map<String, Object> durable = new LinkedHashMap<>();
  private final Map<String, Integer> steps = new LinkedHashMap<>();
  private int crashes;

  Instances(World world, Subject subject, Outages outages) {
    this.world = world;
    this.simulation = world.simulation();
    this.subject = subject;
    this.outages = outages;
  }

  /** Starts all instances. */
  void start() {
    for (int number = 1; number <= outages.instances(); number++) {
      instances.add(begin(Integer.toString(number)));
    }
  }

  private Instance begin(String number) {
    Instance instance = new Instance(number);
    instance.runs(subject.start(new Environment(world, simulation, world.times(), this, instance)));
    return instance;
  }

  /** One that is up; when none is, one that was: good for what never changes. */
  Application any() {
    Instance up = up();
    return (up == null ? instances.get(0) : up).application();
  }

  /** The first that is up; null when none is. */
  Instance up() {
    for (Instance instance : instances) {
      if (instance.isUp()) {
        return instance;
      }
    }
    return null;
  }

  /**
   * The instance that a request goes to.
   *
   * @param name stable name of the request
   * @return null when none is up: the connection is refused
   */
  Instance route(String name) {
    List<Instance> up = new ArrayList<>(instances);
    up.removeIf(instance -> !instance.isUp());
    if (up.isEmpty()) {
      return null;
    }
    if (up.size() == 1) {
      return up.get(0);
    }
    List<String> numbers = up.stream().map(Instance::number).toList();
    String chosen = simulation.pick(name + ".instance", numbers);
    return up.get(numbers.indexOf(chosen));
  }

  boolean mortal() {
    return !outages.isNone();
  }

  /** What is kept under this name; made when it is asked for first. */
  Object durable(String name, Supplier<?> make) {
    return durable.computeIfAbsent(name, key -> make.get());
  }

  /** A step into the store: it takes its time, and may fail, or be where the instance dies. */
  void store(Instance instance, String what) {
    Fiber fiber = Fiber.current();
    if (outages.isNone() || fiber == null) {
      return;
    }
    step(instance, "store." + what);
    String name = unique(fiber.name() + ".store." + what);
    Signal<Boolean> over = simulation.signal("the store");
    simulation.in(name, outages.storeTime(), () -> over.complete(true));
    over.await();
    if (simulation.happens(name + ".fails", outages.storeFails())) {
      throw new StoreUnavailable(what);
    }
  }

  /** A place where the instance may die: then the calling fiber ends here. */
  void step(Instance instance, String what) {
    Fiber fiber = Fiber.current();
    simulation.endIfCut();
    if (crashes >= outages.mostCrashes() || outages.crashRate() <= 0 || fiber == null) {
      return;
    }
    String name = unique(fiber.name() + "." + what + ".crash");
    if (simulation.happens(name, outages.crashRate())) {
      crashes++;
      crash(instance, what.replace('.', ' '));
      simulation.endIfCut();
    }
  }

  private void crash(Instance instance, String during) {
    world.note(new Happening.InstanceStopped(instance.number(), during));
    simulation.cut(instance);
    instance.dies();
    simulation.in(
        "instance-" + instance.number() + ".starts",
        outages.toRestart(),
        () -> {
          instances.set(instances.indexOf(instance), begin(instance.number()));
          world.note(new Happening.InstanceStarted(instance.number()));
          world.observe();
        });
  }

  private String unique(String name) {
    int times = steps.merge(name, 1, Integer::sum);
    return times == 1 ? name : name + "-" + times;
  }
}
