package dev.partyline.junit;

import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Surroundings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Surroundings that say what is wrong when a test uses them outside simulated time. */
record TestSurroundings(Surroundings inner) implements Surroundings {

  @Override
  public RestResponse call(RestRequest request) {
    SimulatedPartyline.requireTime(request.method() + " " + request.path());
    return inner.call(request);
  }

  @Override
  public void sleep(Duration time) {
    SimulatedPartyline.requireTime("sleeping " + time);
    inner.sleep(time);
  }

  @Override
  public String baseUrl() {
    return inner.baseUrl();
  }

  @Override
  public String accountSid() {
    return inner.accountSid();
  }

  @Override
  public String authToken() {
    return inner.authToken();
  }

  @Override
  public String callerId() {
    return inner.callerId();
  }

  @Override
  public InstantSource clock() {
    return inner.clock();
  }

  @Override
  public ExecutorService executor() {
    return inner.executor();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    inner.after(delay, task);
  }

  @Override
  public <T> T durable(String name, Supplier<T> make) {
    return inner.durable(name, make);
  }

  @Override
  public void store(String what) {
    inner.store(what);
  }

  @Override
  public void committed(String what) {
    inner.committed(what);
  }

  @Override
  public boolean mortal() {
    return inner.mortal();
  }
}
