package dev.partyline.world;

import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;

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

  /** Runs a task later, as a fiber of its own. */
  void after(Duration delay, Runnable task);

  /** Sends a request to the platform and waits for the answer, on the calling fiber. */
  RestResponse call(RestRequest request);
}
