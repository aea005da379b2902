package dev.switchboard.live;

import dev.switchboard.web.Answer;
import dev.switchboard.web.Incoming;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * What load balancers and Prometheus ask. The figures are told to this machine alone: a request
 * that came through a proxy carries a header that says so.
 */
final class Probes {

  static final String HEALTH = "/health";
  static final String READY = "/ready";
  static final String METRICS = "/metrics";

  private final Map<String, BooleanSupplier> needs = new LinkedHashMap<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Figures figures;

  Probes(Figures figures) {
    this.figures = figures;
  }

  /** Without this we cannot serve. */
  void need(String name, BooleanSupplier works) {
    needs.put(name, works);
  }

  /** From now on we are not ready, so that nothing new is sent here. */
  void stopping() {
    stopping.set(true);
  }

  boolean answersAt(String path) {
    return path.equals(HEALTH) || path.equals(READY) || path.equals(METRICS);
  }

  Answer handle(Incoming request) {
    return switch (request.path()) {
      case HEALTH -> Answer.json(200, "{\"status\":\"up\"}");
      case READY -> ready();
      default -> metrics(request);
    };
  }

  private Answer ready() {
    Map<String, String> states = new LinkedHashMap<>();
    needs.forEach((name, works) -> states.put(name, works.getAsBoolean() ? "up" : "down"));
    if (stopping.get()) {
      states.put("instance", "stopping");
    }
    boolean ready = states.values().stream().allMatch("up"::equals);
    String body =
        states.entrySet().stream()
            .map(it -> "\"" + it.getKey() + "\":\"" + it.getValue() + "\"")
            .collect(Collectors.joining(",", "{\"ready\":" + ready + ",", "}"));
    return Answer.json(ready ? 200 : 503, body);
  }

  private Answer metrics(Incoming request) {
    boolean here = request.peer().equals("127.0.0.1") || request.peer().endsWith("0:1");
    boolean forwarded =
        request.header("X-Forwarded-For").isPresent() || request.header("Forwarded").isPresent();
    return here && !forwarded
        ? new Answer(200, "text/plain; version=0.0.4; charset=utf-8", figures.text())
        : Answer.text(403, "Figures are told to this machine alone: ask 127.0.0.1 directly");
  }
}
