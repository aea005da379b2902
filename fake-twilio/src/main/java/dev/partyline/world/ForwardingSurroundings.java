package dev.partyline.world;

import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** Surroundings that hand everything on; whoever extends them does one thing otherwise. */
public abstract class ForwardingSurroundings implements Surroundings {

  private final Surroundings inner;

  /** Hands on to these. */
  protected ForwardingSurroundings(Surroundings inner) {
    this.inner = inner;
  }

  @Override
  public RestResponse call(RestRequest request) {
    return inner.call(request);
  }

  @Override
  public void sleep(Duration time) {
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
  public void after(String what, Duration delay, Runnable task) {
    inner.after(what, delay, task);
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
  public <T> T outside(Supplier<T> work) {
    return inner.outside(work);
  }

  @Override
  public boolean mortal() {
    return inner.mortal();
  }
}
