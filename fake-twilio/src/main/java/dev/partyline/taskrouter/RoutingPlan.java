package dev.partyline.taskrouter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.partyline.taskrouter.expression.BadExpression;
import dev.partyline.taskrouter.expression.Dialect;
import dev.partyline.taskrouter.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The configuration of a workflow, read and checked (TR-WF-03, TR-WF-05 to 08).
 *
 * @param text compact JSON, as REST gives it back
 * @param defaultQueue for tasks that match no filter; null when there is none
 */
public record RoutingPlan(String text, List<Filter> filters, String defaultQueue) {

  /** The longest configuration, in bytes (TR-WS-10). */
  public static final int LARGEST = 1_038_576;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * A way that some tasks go.
   *
   * @param condition over task attributes
   * @param targets at least one
   */
  public record Filter(String name, Expression condition, List<Target> targets) {}

  /**
   * A step of that way.
   *
   * @param queue SID; never null, an absent one is the step's before (TR-WF-07)
   * @param condition over {@code task.} and {@code worker.}; null when every worker will do
   * @param priority the task's from here on; null when it keeps its own (TR-WF-08)
   * @param timeoutSeconds null for never
   * @param orderBy empty for the one idle longest
   * @param skipIf over {@code workers.} and {@code task.}; null when it is never skipped
   * @param knownWorker reference to a task attribute, without {@code task.}; null when none
   * @param knownByName whether that attribute holds a friendly name rather than a SID
   */
  public record Target(
      String queue,
      Expression condition,
      Integer priority,
      Integer timeoutSeconds,
      List<Order> orderBy,
      Expression skipIf,
      String knownWorker,
      boolean knownByName) {}

  /** A worker attribute by which workers are chosen (TR-WF-31). */
  public record Order(List<String> path, boolean descending) {}

  /**
   * Reads a configuration.
   *
   * @param knowsQueue whether a queue with this SID exists
   * @throws Refused saying what is wrong and where
   */
  static RoutingPlan parse(String text, Dialect dialect, Predicate<String> knowsQueue) {
    if (text.length() > LARGEST) {
      throw Refused.bad("Configuration is larger than " + LARGEST + " bytes");
    }
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw Refused.bad("Configuration is not valid JSON: " + malformed.getOriginalMessage());
    }
    JsonNode routing = root == null ? null : root.path("task_routing");
    if (routing == null || !routing.isObject()) {
      throw Refused.bad("Configuration has no object task_routing");
    }
    Reader reader = new Reader(dialect, knowsQueue);
    List<Filter> filters = new ArrayList<>();
    for (JsonNode filter : routing.path("filters")) {
      filters.add(reader.filter(filter, "task_routing.filters[" + filters.size() + "]"));
    }
    JsonNode fallback = routing.path("default_filter");
    String queue = null;
    if (fallback.isObject() && !fallback.path("queue").isMissingNode()) {
      queue = reader.queue(fallback, "task_routing.default_filter", null);
    }
    if (filters.isEmpty() && queue == null) {
      throw Refused.bad("task_routing has neither filters nor a default_filter with a queue");
    }
    return new RoutingPlan(root.toString(), List.copyOf(filters), queue);
  }

  /** Reads the parts; every message says where in the document it looked. */
  private record Reader(Dialect dialect, Predicate<String> knowsQueue) {

    Filter filter(JsonNode json, String where) {
      if (!json.isObject()) {
        throw Refused.bad(where + " is no object");
      }
      Expression condition = expression(json, "expression", where);
      if (condition == null) {
        throw Refused.bad(where + " has no expression");
      }
      List<Target> targets = new ArrayList<>();
      for (JsonNode target : json.path("targets")) {
        String at = where + ".targets[" + targets.size() + "]";
        String before = targets.isEmpty() ? null : targets.get(targets.size() - 1).queue();
        targets.add(target(target, at, before));
      }
      if (targets.isEmpty()) {
        throw Refused.bad(where + " has no targets");
      }
      String name = json.path("filter_friendly_name").asText(json.path("friendly_name").asText(""));
      return new Filter(name, condition, List.copyOf(targets));
    }

    private Target target(JsonNode json, String where, String queueBefore) {
      if (!json.isObject()) {
        throw Refused.bad(where + " is no object");
      }
      String bySid = json.path("known_worker_sid").asText(null);
      String byName = json.path("known_worker_friendly_name").asText(null);
      String known = bySid != null ? bySid : byName;
      return new Target(
          queue(json, where, queueBefore),
          expression(json, "expression", where),
          whole(json, "priority", where, 0),
          whole(json, "timeout", where, 1),
          order(json, where),
          expression(json, "skip_if", where),
          known == null ? null : known.startsWith("task.") ? known.substring(5) : known,
          bySid == null && byName != null);
    }

    String queue(JsonNode json, String where, String before) {
      String sid = json.path("queue").asText(before);
      if (sid == null || sid.isEmpty()) {
        throw Refused.bad(where + " names no queue");
      }
      if (!knowsQueue.test(sid)) {
        throw Refused.bad(where + ": there is no task queue " + sid);
      }
      return sid;
    }

    private Expression expression(JsonNode json, String name, String where) {
      String text = json.path(name).asText("");
      if (text.isBlank()) {
        return null;
      }
      try {
        return Expression.parse(text, dialect);
      } catch (BadExpression bad) {
        throw Refused.bad(where + "." + name + ": " + bad.getMessage());
      }
    }

    /** TR-WF-06: numbers may be written as text. */
    private static Integer whole(JsonNode json, String name, String where, int least) {
      JsonNode value = json.path(name);
      if (value.isMissingNode()
          || value.isNull()
          || value.isTextual() && value.asText().isEmpty()) {
        return null;
      }
      String text = value.asText();
      if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
        throw Refused.bad(
            where + "." + name + " is '" + text + "', not a whole number from " + least);
      }
      return Integer.valueOf(text);
    }

    private static List<Order> order(JsonNode json, String where) {
      List<Order> orders = new ArrayList<>();
      String text = json.path("order_by").asText("");
      if (text.isBlank()) {
        return orders;
      }
      for (String part : text.split(",")) {
        String[] words = part.trim().split("\\s+");
        String direction = words.length == 2 ? words[1].toUpperCase(Locale.ROOT) : "ASC";
        boolean known = direction.equals("ASC") || direction.equals("DESC");
        if (words.length > 2 || words[0].isEmpty() || !known) {
          throw Refused.bad(
              where + ".order_by: '" + part.trim() + "' is not an attribute with ASC or DESC");
        }
        String path = words[0].startsWith("worker.") ? words[0].substring(7) : words[0];
        orders.add(new Order(List.of(path.split("\\.")), direction.equals("DESC")));
      }
      return List.copyOf(orders);
    }
  }
}
