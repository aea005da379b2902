package dev.partyline.world;

import java.util.List;

/**
 * Where a program under test is told of TaskRouter, as paths from the base URL.
 *
 * @param assignment the workflow's assignment callback and its fallback
 * @param events the workspace's event callback
 * @param subscribed the types of events it subscribes to
 */
public record RoutingPaths(String assignment, String events, List<String> subscribed) {

  /** Copies the list. */
  public RoutingPaths {
    subscribed = List.copyOf(subscribed);
  }
}
