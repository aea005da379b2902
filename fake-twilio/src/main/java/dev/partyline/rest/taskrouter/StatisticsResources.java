package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.taskrouter.TaskQueue;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.telephony.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Statistics of a workspace, its workers, queues and workflows (TR-TQ-11). */
final class StatisticsResources implements Resource {

  private static final int MOST_WORKERS = 100;
  private static final int MOST_QUEUES = 50;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Frame frame;

  StatisticsResources(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    workspace(routes);
    workers(routes);
    queues(routes);
    workflows(routes);
  }

  private void add(
      Routes routes, String template, BiConsumer<Exchange, ObjectNode> writer, String... owner) {
    routes.get(
        template,
        Frame.handler(
            exchange -> {
              Workspace workspace = frame.workspace(exchange);
              ObjectNode json = Frame.json();
              json.put("account_sid", workspace.accountSid());
              json.put("workspace_sid", workspace.sid());
              if (owner.length > 0) {
                json.put(owner[0], exchange.path(owner[1]));
              }
              writer.accept(exchange, json);
              json.put("url", "https://" + Frame.HOST + exchange.request().path());
              return Frame.answer(200, json);
            }));
  }

  // ---- the workspace ----

  private void workspace(Routes routes) {
    String base = Frame.ONE + "/";
    add(routes, base + "RealTimeStatistics", this::workspaceNow);
    add(routes, base + "CumulativeStatistics", this::workspaceThen);
    add(
        routes,
        base + "Statistics",
        (x, json) -> both(x, json, this::workspaceNow, this::workspaceThen));
  }

  private static void both(
      Exchange exchange,
      ObjectNode json,
      BiConsumer<Exchange, ObjectNode> now,
      BiConsumer<Exchange, ObjectNode> then) {
    now.accept(exchange, json.putObject("realtime"));
    then.accept(exchange, json.putObject("cumulative"));
  }

  private static String channel(Exchange exchange) {
    return exchange.request().filled("TaskChannel");
  }

  private RealTime now(Exchange exchange, Slice slice) {
    return new RealTime(frame.workspace(exchange), slice, frame.workspaces().now());
  }

  private Cumulative then(Exchange exchange, Slice slice, ObjectNode json) {
    Cumulative counts =
        new Cumulative(frame.workspace(exchange), slice, Period.of(exchange, frame));
    counts.period(json, frame);
    counts.reservations(json);
    return counts;
  }

  private void workspaceNow(Exchange exchange, ObjectNode json) {
    RealTime now = now(exchange, new Slice(null, null, null, channel(exchange)));
    now.tasks(json);
    now.activities(json);
    now.totalWorkers(json);
  }

  private void workspaceThen(Exchange exchange, ObjectNode json) {
    Cumulative then = then(exchange, new Slice(null, null, null, channel(exchange)), json);
    then.tasks(json, thresholds(exchange.request()));
    json.put("tasks_created", then.of("task.created"));
    json.put("tasks_timed_out_in_workflow", then.of("workflow.timeout"));
  }

  /** {@code SplitByWaitTime}: seconds, separated by commas. */
  private static List<Integer> thresholds(RestRequest request) {
    List<Integer> thresholds = new ArrayList<>();
    String text = request.filled("SplitByWaitTime");
    if (text == null) {
      return thresholds;
    }
    for (String part : text.split(",")) {
      if (!part.trim().matches("[0-9]{1,6}")) {
        throw Form.bad("SplitByWaitTime", text, "seconds separated by commas");
      }
      thresholds.add(Integer.valueOf(part.trim()));
    }
    return thresholds;
  }

  // ---- workers ----

  private void workers(Routes routes) {
    String all = Frame.ONE + "/Workers/";
    add(routes, all + "RealTimeStatistics", this::workersNow);
    add(routes, all + "CumulativeStatistics", this::workersThen);
    add(
        routes,
        all + "Statistics",
        (x, json) -> {
          refuseCrowd(x);
          both(x, json, this::workersNow, this::workersThen);
        });
    add(
        routes,
        all + "{WorkerSid}/Statistics",
        (x, json) ->
            workersThen(x, json.putObject("cumulative"), List.of(frame.worker(x, "WorkerSid"))),
        "worker_sid",
        "WorkerSid");
  }

  /** TR-WS-11. */
  private void refuseCrowd(Exchange exchange) {
    int workers = frame.workspace(exchange).workers().size();
    if (workers > MOST_WORKERS) {
      throw new Refusal(
          400,
          20001,
          "Statistics of workers are not available with more than "
              + MOST_WORKERS
              + " of them; there are "
              + workers);
    }
  }

  private List<Worker> chosen(Exchange exchange) {
    RestRequest request = exchange.request();
    Workspace workspace = frame.workspace(exchange);
    String queueSid = request.filled("TaskQueueSid");
    String queueName = request.filled("TaskQueueName");
    List<Worker> chosen = new ArrayList<>();
    for (Worker worker : workspace.workers()) {
      boolean inQueue = queueSid == null && queueName == null;
      for (TaskQueue queue : workspace.queues()) {
        inQueue |=
            (queue.sid().equals(queueSid) || queue.name().equals(queueName)) && queue.has(worker);
      }
      if (inQueue && Frame.passes(request, "FriendlyName", worker.name())) {
        chosen.add(worker);
      }
    }
    return chosen;
  }

  private void workersNow(Exchange exchange, ObjectNode json) {
    List<Worker> chosen = chosen(exchange);
    ArrayNode all = json.putArray("activity_statistics");
    for (var activity : frame.workspace(exchange).activities()) {
      ObjectNode one = all.addObject();
      one.put("friendly_name", activity.name());
      one.put("sid", activity.sid());
      one.put("workers", chosen.stream().filter(who -> who.activity() == activity).count());
    }
    json.put("total_workers", chosen.size());
  }

  private void workersThen(Exchange exchange, ObjectNode json) {
    workersThen(exchange, json, chosen(exchange));
  }

  private void workersThen(Exchange exchange, ObjectNode json, List<Worker> chosen) {
    Worker one = chosen.size() == 1 ? chosen.get(0) : null;
    then(exchange, new Slice(null, null, one, channel(exchange)), json);
    new ActivityDurations(
            frame.workspace(exchange), chosen, Period.of(exchange, frame), frame.workspaces().now())
        .write(json);
  }

  // ---- queues ----

  private void queues(Routes routes) {
    String all = Frame.ONE + "/TaskQueues/";
    String one = all + "{TaskQueueSid}/";
    BiConsumer<Exchange, ObjectNode> now =
        (x, json) -> queueNow(x, frame.queue(x, "TaskQueueSid"), json);
    BiConsumer<Exchange, ObjectNode> then =
        (x, json) -> queueThen(x, frame.queue(x, "TaskQueueSid"), json);
    String[] owner = {"task_queue_sid", "TaskQueueSid"};
    add(routes, one + "RealTimeStatistics", now, owner);
    add(routes, one + "CumulativeStatistics", then, owner);
    add(routes, one + "Statistics", (x, json) -> both(x, json, now, then), owner);
    routes
        .get(all + "Statistics", Frame.handler(this::eachQueue))
        .post(all + "RealTimeStatistics", Frame.handler(this::manyQueues));
  }

  private void queueNow(Exchange exchange, TaskQueue queue, ObjectNode json) {
    RealTime now = now(exchange, new Slice(queue, null, null, channel(exchange)));
    now.tasks(json);
    now.queue(json);
    now.activities(json);
  }

  private void queueThen(Exchange exchange, TaskQueue queue, ObjectNode json) {
    Cumulative then = then(exchange, new Slice(queue, null, null, channel(exchange)), json);
    then.tasks(json, thresholds(exchange.request()));
    then.inQueue(json);
    json.put("tasks_entered", then.of("task-queue.entered"));
  }

  private RestResponse eachQueue(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    List<TaskQueue> rows =
        workspace.queues().stream()
            .filter(one -> Frame.passes(exchange.request(), "FriendlyName", one.name()))
            .toList();
    return frame.page(
        exchange,
        "task_queues_statistics",
        rows,
        TaskQueue::sid,
        queue -> {
          ObjectNode json = Frame.json();
          json.put("account_sid", workspace.accountSid());
          json.put("workspace_sid", workspace.sid());
          json.put("task_queue_sid", queue.sid());
          both(
              exchange,
              json,
              (x, part) -> queueNow(x, queue, part),
              (x, part) -> queueThen(x, queue, part));
          return json;
        });
  }

  /** Up to 50 queues at once, named in a JSON body; without one, all there are. */
  private RestResponse manyQueues(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    List<TaskQueue> queues = asked(workspace, exchange.request());
    ObjectNode json = Frame.json();
    json.put("account_sid", workspace.accountSid());
    json.put("workspace_sid", workspace.sid());
    ArrayNode all = json.putArray("task_queue_data");
    for (TaskQueue queue : queues) {
      ObjectNode one = all.addObject();
      one.put("task_queue_sid", queue.sid());
      queueNow(exchange, queue, one);
    }
    json.put("task_queue_response_count", queues.size());
    json.put("url", Frame.url(workspace, "TaskQueues", "RealTimeStatistics"));
    return Frame.answer(200, json);
  }

  private static List<TaskQueue> asked(Workspace workspace, RestRequest request) {
    String body = request.filled(RestRequest.JSON_BODY);
    if (body == null) {
      return List.copyOf(workspace.queues());
    }
    JsonNode sids;
    try {
      sids = MAPPER.readTree(body).path("queueSids");
    } catch (JsonProcessingException e) {
      throw Form.bad("the body", body, "JSON: " + e.getOriginalMessage());
    }
    if (!sids.isArray() || sids.isEmpty() || sids.size() > MOST_QUEUES) {
      throw Form.bad("queueSids", sids.toString(), "an array of 1 to 50 SIDs of task queues");
    }
    List<TaskQueue> queues = new ArrayList<>();
    for (JsonNode sid : sids) {
      // a queue that is not there is left out: the answer counts those it has
      TaskQueue queue = workspace.queue(sid.asText());
      if (queue != null) {
        queues.add(queue);
      }
    }
    return queues;
  }

  // ---- workflows ----

  private void workflows(Routes routes) {
    String one = Frame.ONE + "/Workflows/{WorkflowSid}/";
    String[] owner = {"workflow_sid", "WorkflowSid"};
    add(routes, one + "RealTimeStatistics", this::workflowNow, owner);
    add(routes, one + "CumulativeStatistics", this::workflowThen, owner);
    add(
        routes,
        one + "Statistics",
        (x, json) -> both(x, json, this::workflowNow, this::workflowThen),
        owner);
  }

  private Slice workflow(Exchange exchange) {
    return new Slice(null, frame.workflow(exchange, "WorkflowSid"), null, channel(exchange));
  }

  private void workflowNow(Exchange exchange, ObjectNode json) {
    now(exchange, workflow(exchange)).tasks(json);
  }

  private void workflowThen(Exchange exchange, ObjectNode json) {
    Cumulative then = then(exchange, workflow(exchange), json);
    then.tasks(json, thresholds(exchange.request()));
    json.put("tasks_entered", then.of("workflow.entered"));
    json.put("tasks_timed_out_in_workflow", then.of("workflow.timeout"));
  }
}
