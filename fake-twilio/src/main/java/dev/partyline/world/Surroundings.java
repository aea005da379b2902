package dev.partyline.world;

import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** What a program under test gets instead of the world outside. */
public interface Surroundings {

  /** Its own public address, without a slash at the end. */
  String baseUrl();

  /** The account it works for. */
  String accountSid();

  /** The account's auth token. */
  String authToken();

  /** The number it may show as caller. */
  String callerId();

  /** Simulated time. */
  InstantSource clock();

  /** Waits in simulated time, on the calling fiber. */
  void sleep(Duration time);

  /** Runs tasks as fibers. */
  ExecutorService executor();

  /**
   * Runs a task later, as a fiber of its own.
   *
   * @param what what it is for, in words of letters, digits and hyphens: the choices in it are
   *     named by that and by what set the first of its timers
   */
  void after(String what, Duration delay, Runnable task);

  /** Sends a request to the platform and waits for the answer, on the calling fiber. */
  RestResponse call(RestRequest request);

  /**
   * What outlives the program: one object for each name, the same for all its instances and after
   * every start. It must be changed only after {@link #store} has returned, and without asking
   * anything of the surroundings meanwhile, so that a change is whole or not at all.
   *
   * @param make makes it when nobody has asked for it before
   */
  <T> T durable(String name, Supplier<T> make);

  /**
   * A step into the store: to be called before everything that is read from or written to what is
   * durable, It may take time; the instance may die there. Does nothing outside a fiber.
   *
   * @param what one word, such as {@code change}
   * @throws StoreUnavailable when the step fails; nothing was done
   */
  void store(String what);

  /** Something was written: the instance may die here, and it stays written. */
  void committed(String what);

  /**
   * Asks something real, such as a database server: the simulation stands still until it answers,
   * and no simulated time passes. The answer must depend on this run alone.
   */
  <T> T outside(Supplier<T> work);

  /** Whether instances of the program may die in this run, or its store be slow. */
  boolean mortal();
}
