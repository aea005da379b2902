package dev.partyline.cli;

import dev.partyline.explore.Exhaustive;
import dev.partyline.explore.ExhaustiveResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import java.util.Map;

/** Every order of events of the bounded busy flow: one agent who stays, one busy customer. */
final class BusyOrders {

  private static final Map<String, String> BUSY = Map.of("customer-1.does", "busy");

  private BusyOrders() {}

  static ExhaustiveResult explore(Subject subject, Exhaustive.Limits limits) {
    return new Exhaustive(new Runner(), limits).explore(subject, Scenario.BOUNDED, BUSY);
  }

  static String sentence(ExhaustiveResult result) {
    StringBuilder text = new StringBuilder("a busy call in ");
    text.append(result.complete() ? "every one of its " : "some, not all, of its ")
        .append(String.format(java.util.Locale.ROOT, "%,d", result.orders()))
        .append(" distinct orders of events (")
        .append(Screen.took(result.millis()))
        .append("): ");
    if (result.violations().isEmpty()) {
      text.append("all laws held");
    } else {
      result
          .violations()
          .forEach(
              (law, broken) ->
                  text.append(law).append(" VIOLATED in ").append(broken.runs()).append(' '));
    }
    if (result.diverged() > 0) {
      text.append("; ")
          .append(result.diverged())
          .append(" runs depended on the exact time and were not gone through further");
    }
    return text.toString().trim();
  }
}
