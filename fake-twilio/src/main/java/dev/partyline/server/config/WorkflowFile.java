package dev.partyline.server.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A workflow of a workspace in the file: filters with targets, which name queues. */
final class WorkflowFile {

  private static final int STANDARD_SECONDS = 120;
  private static final int LONGEST_TARGET = 999_999_999;

  private record Target(
      String queue,
      String expression,
      Long timeout,
      Long priority,
      String orderBy,
      String skipIf,
      String knownWorkerSid) {}

  private record Filter(String name, String expression, List<Target> targets) {}

  final String name;
  final String assignmentCallback;
  final String fallbackCallback;
  final int reservationSeconds;
  private final List<Filter> filters = new ArrayList<>();
  private final String defaultQueue;
  private final List<String> queues;

  /**
   * Reads it.
   *
   * @param queues names that may stand here
   */
  WorkflowFile(Section entry, List<String> queues, int longest) {
    this.queues = queues;
    this.name = entry.required("name");
    this.assignmentCallback = entry.like("assignmentCallbackUrl", null, Owned.URL, Owned.URL_WORDS);
    this.fallbackCallback =
        entry.like("fallbackAssignmentCallbackUrl", null, Owned.URL, Owned.URL_WORDS);
    this.reservationSeconds = (int) entry.whole("reservationTimeout", STANDARD_SECONDS, 1, longest);
    for (Section filter : entry.sections("filters")) {
      filters.add(filter(filter));
    }
    this.defaultQueue = queue(entry, "defaultQueue", false);
    if (filters.isEmpty() && defaultQueue == null) {
      entry.wrong("a workflow needs 'filters' or a 'defaultQueue'");
    }
    entry.done();
  }

  private Filter filter(Section section) {
    if (section.required("expression").isBlank() && section.has("expression")) {
      section.wrong("expression", "a filter's expression cannot be empty; '1==1' takes every task");
    }
    String expression = WorkspaceFile.expression(section, "expression");
    List<Target> targets = new ArrayList<>();
    for (Section target : section.sections("targets")) {
      targets.add(target(target, targets.isEmpty()));
    }
    if (targets.isEmpty()) {
      section.wrong("a filter needs 'targets'");
    }
    Filter filter = new Filter(section.text("name"), expression, targets);
    section.done();
    return filter;
  }

  private Target target(Section section, boolean first) {
    Target target =
        new Target(
            queue(section, "queue", first),
            WorkspaceFile.expression(section, "expression"),
            section.has("timeout") ? section.whole("timeout", 1, 1, LONGEST_TARGET) : null,
            section.has("priority") ? section.whole("priority", 0, 0, LONGEST_TARGET) : null,
            section.text("orderBy"),
            WorkspaceFile.expression(section, "skipIf"),
            section.text("knownWorkerSid"));
    section.done();
    return target;
  }

  private String queue(Section section, String key, boolean needed) {
    String queue = needed ? section.required(key) : section.text(key);
    boolean given = queue != null && section.has(key);
    if (given && !queues.contains(queue)) {
      section.wrong(
          key,
          "there is no queue '"
              + queue
              + "'"
              + (queues.isEmpty() ? "" : "; there are " + String.join(", ", queues)));
    }
    return queue;
  }

  /** As REST takes it. */
  String configuration(Map<String, String> sidByName, ObjectMapper json) {
    ObjectNode root = WorkspaceFile.object();
    ObjectNode routing = root.putObject("task_routing");
    ArrayNode all = routing.putArray("filters");
    for (Filter filter : filters) {
      ObjectNode one = all.addObject();
      put(one, "filter_friendly_name", filter.name());
      one.put("expression", filter.expression());
      ArrayNode targets = one.putArray("targets");
      for (Target target : filter.targets()) {
        ObjectNode step = targets.addObject();
        put(step, "queue", target.queue() == null ? null : sidByName.get(target.queue()));
        put(step, "expression", target.expression());
        put(step, "order_by", target.orderBy());
        put(step, "skip_if", target.skipIf());
        put(step, "known_worker_sid", target.knownWorkerSid());
        put(step, "timeout", target.timeout() == null ? null : target.timeout().toString());
        put(step, "priority", target.priority() == null ? null : target.priority().toString());
      }
    }
    if (defaultQueue != null) {
      routing.putObject("default_filter").put("queue", sidByName.get(defaultQueue));
    }
    try {
      return json.writeValueAsString(root);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void put(ObjectNode json, String name, String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
