package dev.partyline.world;

import dev.partyline.fault.Fault;
import dev.partyline.fault.Faults;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.sim.Chance;
import dev.partyline.sim.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes requests to the API, with the faults and lags that the knobs put in. */
public final class RestFront {

  private final World world;
  private final Faults faults;
  private int requests;
  private int underWay;

  RestFront(World world, Faults faults) {
    this.world = world;
    this.faults = faults;
  }

  /** Writes down that a request was sent; the result names it in the journal. */
  String sent(RestRequest request, String by) {
    String name = "rest-" + (++requests);
    world.note(
        new Happening.RestSent(
            name,
            by,
            request.method(),
            request.path(),
            joined(request.params(), request.headers())));
    return name;
  }

  /**
   * Carries out a request.
   *
   * @param name as {@link #sent} gave it
   * @param event stable name, for the choices about it
   */
  RestResponse handle(RestRequest request, String name, String event) {
    Chance chance = world.chance();
    boolean write = !request.method().equals("GET");
    String fault = null;
    RestResponse response;
    underWay++;
    Fault before = null;
    if (underWay > world.knobs().number(Knob.LIMIT_REST_CONCURRENCY)) {
      response = RestResponse.error(429, 20429, "Too Many Requests");
    } else if ((before = faults.request("before-commit", request.method(), request.path()))
        != null) {
      fault = "before-commit";
      response = failure(before);
    } else if (chance.happens(
        event + ".fails-before", world.knobs().number(Knob.REST_FAIL_BEFORE_COMMIT))) {
      fault = "before-commit";
      response = unavailable();
    } else {
      long lagMax = write ? 0 : (long) world.knobs().number(Knob.REST_READ_LAG_MS);
      long lag = lagMax == 0 ? 0 : chance.amount(event + ".lag", Span.of(0, 0, lagMax));
      Fault old = faults.request("lag", request.method(), request.path());
      lag = old == null ? lag : old.delayMs();
      world.causedBy(name);
      world.placements().onBehalfOf(world.conversationTold(root(event)));
      response = world.rest().handle(request, lag);
      world.placements().onBehalfOf(null);
      world.causedBy(null);
      Fault after = faults.request("after-commit", request.method(), request.path());
      if (after != null) {
        fault = "after-commit";
        response = failure(after);
      } else if (write
          && chance.happens(
              event + ".fails-after", world.knobs().number(Knob.REST_FAIL_AFTER_COMMIT))) {
        fault = "after-commit";
        response = unavailable();
      }
    }
    world.note(new Happening.RestHandled(name, response.status(), response.code(), fault));
    return response;
  }

  /** The answer to a request has gone out: the account may send another (LIMIT-08). */
  void answered() {
    underWay--;
  }

  /**
   * Takes a request from outside and answers it at this instant.
   *
   * @throws dev.partyline.rest.NotModelled when the platform can do what is asked and the fake
   *     cannot yet
   */
  public RestResponse take(RestRequest request) {
    String name = sent(request, "live");
    RestResponse response;
    try {
      response = handle(request, name, name);
    } finally {
      answered();
    }
    world.note(new Happening.RestReturned(name, response.status(), response.body()));
    return response;
  }

  /** What began the task that sent a request: the name without what timers add to it. */
  private static String root(String event) {
    String task = event;
    for (String added : List.of(".timer", ".rest", "#")) {
      int cut = task.indexOf(added);
      task = cut < 0 ? task : task.substring(0, cut);
    }
    // the name of a webhook may have a task of TaskRouter in it, but does not end with one
    while (task.endsWith(".task")) {
      task = task.substring(0, task.length() - ".task".length());
    }
    return task;
  }

  private static RestResponse failure(Fault fault) {
    if (fault.isReset()) {
      return RestResponse.BROKEN_OFF;
    }
    return fault.status() == 503
        ? unavailable()
        : RestResponse.error(
            fault.status(),
            fault.status() == 429 ? 20429 : fault.status() >= 500 ? 20500 : 20001,
            fault.status() == 429 ? "Too Many Requests" : "A fault put in on purpose");
  }

  private static RestResponse unavailable() {
    return RestResponse.error(503, 20503, "Service Unavailable");
  }

  /** Parameters and headers for the journal: by name, several values joined by a space. */
  private static Map<String, String> joined(
      Map<String, List<String>> params, Map<String, String> headers) {
    Map<String, String> joined = new TreeMap<>(headers);
    params.forEach((key, values) -> joined.put(key, String.join(" ", values)));
    return joined;
  }
}
