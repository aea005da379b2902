package dev.partyline.sim;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * An executor whose tasks are fibers. It cannot be shut down: it ends with its run.
 *
 * <p>To wait for a task ({@code Future.get}, {@code join}) works on the virtual-thread engine; the
 * platform-thread engine reports it as a leak.
 */
public final class SimExecutor extends AbstractExecutorService {

  private static final Span START = Span.of(0, 0, 5);

  private final Simulation simulation;
  private final Object group;

  /** An executor of this run whose tasks belong to nothing. */
  public SimExecutor(Simulation simulation) {
    this(simulation, null);
  }

  /** An executor of this run whose tasks belong to this; see {@link Simulation#cut}. */
  public SimExecutor(Simulation simulation, Object group) {
    this.simulation = simulation;
    this.group = group;
  }

  @Override
  public void execute(Runnable task) {
    Fiber parent = simulation.requireFiber("execute");
    String name = parent.name() + ".task";
    simulation.in(
        name,
        START,
        () -> {
          if (!parent.isCut()) {
            simulation.fiber(name, group, task);
          }
        });
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }
}
