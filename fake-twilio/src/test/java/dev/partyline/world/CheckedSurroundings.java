package dev.partyline.world;

import dev.partyline.contract.Contract;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Surroundings that hold every answer of the REST API against the vendor's documents. */
public final class CheckedSurroundings implements Surroundings {

  private final Surroundings inner;
  private final Consumer<AssertionError> failures;

  /**
   * Wraps surroundings.
   *
   * @param failures told of an answer that is not of the contract, before it is thrown where the
   *     request was made: a program under test might swallow it
   */
  public CheckedSurroundings(Surroundings inner, Consumer<AssertionError> failures) {
    this.inner = inner;
    this.failures = failures;
  }

  @Override
  public RestResponse call(RestRequest request) {
    RestResponse response = inner.call(request);
    if (response.equals(RestResponse.BROKEN_OFF)) {
      return response;
    }
    try {
      Contract.check(request.method(), request.path(), response.status(), response.body());
    } catch (AssertionError wrong) {
      failures.accept(wrong);
      throw wrong;
    }
    return response;
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
  public void sleep(Duration time) {
    inner.sleep(time);
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
