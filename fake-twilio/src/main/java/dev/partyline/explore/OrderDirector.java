package dev.partyline.explore;

import dev.partyline.sim.Director;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Leads one run through a planned beginning and then lets every event come as early as it can,
 * noting what waited at each step.
 *
 * <p>Silent events are no steps: each fires at its earliest instant.
 */
final class OrderDirector implements Director {

  private static final int SILENT = -2;

  private final List<OrderStep> plan;
  private final long[] instants;
  private final Predicate<String> silent;
  private final List<OrderStep> steps = new ArrayList<>();

  /** Number of the step for each event carried out; silent ones have none. */
  private final List<Integer> stepOfFiring = new ArrayList<>();

  private boolean diverged;

  OrderDirector(List<OrderStep> plan, long[] instants, Predicate<String> silent) {
    this.plan = plan;
    this.instants = instants;
    this.silent = silent;
  }

  /** Steps taken, the planned ones included. */
  List<OrderStep> steps() {
    return steps;
  }

  /** How many steps were planned. */
  int planned() {
    return plan.size();
  }

  /** Whether the run did not keep to what the plan knew of it, or ended before the plan did. */
  boolean diverged() {
    return diverged || steps.size() < plan.size();
  }

  @Override
  public Turn next(long now, List<Pending> pending) {
    List<OrderStep.Waiting> waiting = new ArrayList<>(pending.size());
    int[] places = new int[pending.size()];
    int quiet = -1;
    for (int i = 0; i < pending.size(); i++) {
      Pending event = pending.get(i);
      if (silent.test(event.name())) {
        quiet = quiet < 0 || earliest(event) < earliest(pending.get(quiet)) ? i : quiet;
      } else {
        places[waiting.size()] = i;
        waiting.add(new OrderStep.Waiting(event.name(), cause(event), event.span()));
      }
    }
    int chosen = -1;
    long at = Long.MAX_VALUE;
    if (!diverged && steps.size() < plan.size()) {
      OrderStep promised = plan.get(steps.size());
      if (promised.waiting().equals(waiting)) {
        chosen = promised.chosen();
        at = instants[steps.size()];
      } else if (!waiting.isEmpty()) {
        diverged = true;
      }
    }
    if (chosen < 0) {
      for (int i = 0; i < waiting.size(); i++) {
        long earliest = Math.max(now, earliest(pending.get(places[i])));
        if (earliest < at) {
          chosen = i;
          at = earliest;
        }
      }
    }
    if (quiet >= 0 && earliest(pending.get(quiet)) <= at) {
      stepOfFiring.add(SILENT);
      return new Turn(quiet, Math.max(now, earliest(pending.get(quiet))));
    }
    stepOfFiring.add(steps.size());
    steps.add(new OrderStep(waiting, chosen));
    return new Turn(places[chosen], at);
  }

  private int cause(Pending event) {
    if (event.cause() < 0) {
      return -1;
    }
    int step = stepOfFiring.get((int) event.cause());
    if (step == SILENT) {
      throw new IllegalStateException(
          event.name() + " was made by an event that is taken for silent");
    }
    return step;
  }

  private static long earliest(Pending event) {
    return event.scheduledAt() + event.span().min();
  }
}
