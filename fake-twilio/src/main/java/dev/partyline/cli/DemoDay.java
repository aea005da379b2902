package dev.partyline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the people of the demo do: other agents call customers, and people call in. */
final class DemoDay {

  private static final List<String> OTHERS = List.of("ken", "mika", "emma", "yuki", "omar");
  private static final List<String> WITH_PHONES =
      List.of("aiko", "sato", "ken", "mika", "emma", "yuki", "omar");
  private static final long BETWEEN_MS = 4_000;

  private final DemoControl control;
  private final DemoCallers callers;
  private final String application;
  private final int calls;
  private int placed;

  DemoDay(Serving serving, String application, int calls) {
    this.control = new DemoControl(serving);
    this.callers = new DemoCallers(control);
    this.application = application;
    this.calls = Math.min(calls, OTHERS.size());
  }

  /** Gives everybody a phone that behaves. */
  void prepare() throws IOException, InterruptedException {
    for (DemoPerson person : DemoPerson.CUSTOMERS) {
      control.ask("PUT", "/phones/" + DemoControl.encoded(person.number()), person.script());
    }
    for (String name : WITH_PHONES) {
      control.ask("PUT", "/phones/" + DemoControl.encoded("client:" + name), DemoPerson.SOFTPHONE);
    }
    callers.prepare();
  }

  /** Lets calls come and go until it is told to stop, or the time is over; 0 is no end. */
  void goOn(CountDownLatch stop, long seconds) throws IOException, InterruptedException {
    long rounds = seconds == 0 ? Long.MAX_VALUE : Math.max(1, seconds * 1000 / BETWEEN_MS);
    for (long round = 0; round < rounds; round++) {
      JsonNode live = control.ask("GET", "/calls", null);
      callOnce(live);
      callers.goOn(round, live);
      if (stop.await(BETWEEN_MS, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  private void callOnce(JsonNode live) throws IOException, InterruptedException {
    Set<String> idle = new LinkedHashSet<>(OTHERS.subList(0, calls));
    for (JsonNode call : live) {
      idle.remove(call.path("from").asText().replaceFirst("^client:", ""));
      idle.remove(call.path("to").asText().replaceFirst("^client:", ""));
    }
    if (idle.isEmpty()) {
      return;
    }
    String agent = idle.iterator().next();
    DemoPerson customer = DemoPerson.CUSTOMERS.get(placed++ % DemoPerson.CUSTOMERS.size());
    String number =
        placed % 3 == 1 ? "+8190555" + String.format("%05d", placed) : customer.number();
    control.ask(
        "POST",
        "/calls",
        "{\"client\":\""
            + agent
            + "\",\"application\":\""
            + application
            + "\",\"parameters\":{\"To\":\""
            + number
            + "\"}}");
  }
}
