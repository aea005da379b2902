package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.TaskRouterEvent;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workspace;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long workers were in each activity within a period, in whole seconds. */
final class ActivityDurations {

  private static final long SECOND_MS = 1_000;

  private final Workspace workspace;
  private final Period period;
  private final Map<Activity, Map<Worker, Long>> spent = new LinkedHashMap<>();

  ActivityDurations(Workspace workspace, Collection<Worker> workers, Period period, long now) {
    this.workspace = workspace;
    this.period = period;
    for (TaskRouterEvent event : workspace.history()) {
      if (event.previousActivity() != null && workers.contains(event.worker())) {
        add(
            event.worker(),
            event.previousActivity(),
            event.at() - event.previousActivityMs(),
            event.at());
      }
    }
    for (Worker worker : workers) {
      add(worker, worker.activity(), worker.activitySince(), now);
    }
  }

  private void add(Worker worker, Activity activity, long from, long to) {
    long ms = Math.min(to, period.to()) - Math.max(from, period.from());
    if (ms > 0) {
      spent
          .computeIfAbsent(activity, key -> new LinkedHashMap<>())
          .merge(worker, ms / SECOND_MS, Long::sum);
    }
  }

  void write(ObjectNode json) {
    ArrayNode all = json.putArray("activity_durations");
    for (Activity activity : workspace.activities()) {
      Collection<Long> each = spent.getOrDefault(activity, Map.of()).values();
      long total = each.stream().mapToLong(one -> one).sum();
      ObjectNode one = all.addObject();
      one.put("sid", activity.sid());
      one.put("friendly_name", activity.name());
      one.put("avg", each.isEmpty() ? 0 : total / each.size());
      one.put("min", each.stream().mapToLong(ms -> ms).min().orElse(0));
      one.put("max", each.stream().mapToLong(ms -> ms).max().orElse(0));
      one.put("total", total);
    }
  }
}
