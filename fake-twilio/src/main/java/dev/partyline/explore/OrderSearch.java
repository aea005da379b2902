package dev.partyline.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Goes depth first through every order in which the events of a program can come, one run each.
 *
 * <p>An order is possible when its events have instants, each within the bounds of its delay from
 * the instant of its cause, none before its predecessor, and none after the last instant of
 * anything that waited then. An event that is called off stops counting from the step that called
 * it off. These are bounds on differences of instants, so whether they have a solution is decided
 * exactly, without trying instants.
 *
 * <p>Each run shows what waits at every step after its planned beginning. Everything else that
 * could have come at one of these steps is the end of the planned beginning of another run; two
 * runs so planned part at that step, so no order comes twice.
 */
final class OrderSearch {

  /** Another choice at one step of the current order. */
  private record Branch(int position, OrderStep step) {}

  private final Predicate<String> silent;
  private final DifferenceBounds bounds = new DifferenceBounds();
  private final List<OrderStep> path = new ArrayList<>();
  private final Deque<Branch> open = new ArrayDeque<>();
  private boolean begun;

  /**
   * A search.
   *
   * @param silent names of events whose place in the order matters to nobody: they make no event,
   *     change nothing that another event reads, and call off silent events alone
   */
  OrderSearch(Predicate<String> silent) {
    this.silent = silent;
  }

  /** The director of the next run; null when every order has been run. */
  OrderDirector next() {
    if (begun) {
      Branch branch = open.poll();
      if (branch == null) {
        return null;
      }
      path.subList(branch.position(), path.size()).clear();
      bounds.cut(branch.position());
      path.add(branch.step());
      bounds.append(branch.step().event(), branch.step().waiting());
    }
    begun = true;
    return new OrderDirector(List.copyOf(path), bounds.earliest(), silent);
  }

  /** Takes in what the run of the last director showed. A run that diverged shows nothing. */
  void learn(OrderDirector director) {
    if (director.diverged()) {
      return;
    }
    for (int i = director.planned(); i < director.steps().size(); i++) {
      OrderStep step = director.steps().get(i);
      for (int other = 0; other < step.waiting().size(); other++) {
        if (other != step.chosen() && bounds.canFollow(step.waiting().get(other), step.waiting())) {
          open.push(new Branch(i, new OrderStep(step.waiting(), other)));
        }
      }
      path.add(step);
      bounds.append(step.event(), step.waiting());
    }
  }
}
