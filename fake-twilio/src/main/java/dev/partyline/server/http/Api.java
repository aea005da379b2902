package dev.partyline.server.http;

import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import java.util.concurrent.CompletableFuture;

/** The platform, as a door sees it. Safe to use from any thread. */
public interface Api {

  /**
   * Answers a request.
   *
   * @return fails with {@code NotModelled} for what the fake cannot do, with anything else for a
   *     fault of the fake
   */
  CompletableFuture<RestResponse> handle(RestRequest request);

  /** How many requests one account may have under way (LIMIT-08); 0 is no limit. */
  int restConcurrency();

  /** The doors are about to close: connections that stay open end now. */
  default void closing() {}
}
