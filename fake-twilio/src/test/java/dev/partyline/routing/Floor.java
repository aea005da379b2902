package dev.partyline.routing;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.TaskQueue;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workflow;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.telephony.Call;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A small contact centre for tests: one workspace with one queue and one workflow, workers on
 * clients, and a caller whose document puts them into the workflow. Everything is set up first,
 * then {@link #run} plays it.
 */
final class Floor {

  static final String CALLER = "+819000000002";
  static final String ASSIGN = "/assign";

  private final Stage stage = new Stage();
  private final Set<Task> tasks = new LinkedHashSet<>();
  private final List<String> workers = new ArrayList<>();
  private int reservationSeconds = 120;
  private String taskBody = "";
  private String enqueueAttributes = "";
  private String workflowInstead;
  private String eventsUrl;
  private String fallback;
  Workspace workspace;
  Workflow workflow;

  Floor knob(Knob knob, String value) {
    stage.knob(knob, value);
    return this;
  }

  Floor pin(String name, String value) {
    stage.pin(name, value);
    return this;
  }

  /** Somebody at a softphone who takes calls; answers unless pinned. */
  Floor worker(String name) {
    workers.add(name);
    stage.somebody(name, "client:" + name);
    return this;
  }

  Floor reservationSeconds(int seconds) {
    reservationSeconds = seconds;
    return this;
  }

  /** JSON in the Task noun. */
  Floor task(String json) {
    taskBody = json;
    return this;
  }

  /** More attributes of the Enqueue, as written in the document. */
  Floor enqueue(String attributes) {
    enqueueAttributes = attributes;
    return this;
  }

  /** The Enqueue names another workflow than the one that is there. */
  Floor enqueueTo(String workflowSid) {
    workflowInstead = workflowSid;
    return this;
  }

  /** A REST request about the last offer, on a fiber. */
  dev.partyline.rest.RestResponse instructs(Stage app, String... pairs) {
    Map<String, List<String>> params = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      params.put(pairs[i], List.of(pairs[i + 1]));
    }
    return app.surroundings()
        .call(
            new dev.partyline.rest.RestRequest(
                "POST",
                "/v1/Workspaces/"
                    + workspace.sid()
                    + "/Tasks/"
                    + task().sid()
                    + "/Reservations/"
                    + reservation().sid(),
                params,
                Account.SID,
                Account.TOKEN));
  }

  Floor events(String path) {
    eventsUrl = Account.BASE_URL + path;
    return this;
  }

  Floor fallback(String path) {
    fallback = Account.BASE_URL + path;
    return this;
  }

  /** What the assignment callback answers. */
  Floor assigns(String json) {
    return answers(ASSIGN, request -> json(200, json));
  }

  Floor answers(String path, Function<WebhookRequest, WebhookReply> answer) {
    stage.answer(path, answer);
    return this;
  }

  static WebhookReply json(int status, String json) {
    return new WebhookReply(status, "application/json", json, null);
  }

  /** What is done at a simulated time. */
  Floor at(long ms, java.util.function.Consumer<Floor> what) {
    stage.platform(ms, ignored -> what.accept(this));
    return this;
  }

  /** What the application does at a simulated time, on a fiber. */
  Floor app(long ms, java.util.function.Consumer<Stage> what) {
    stage.application(ms, what);
    return this;
  }

  private void open() {
    Desk desk = stage.world().desk();
    workspace =
        desk.create(
            Account.SID, new Workspace.Settings("floor", eventsUrl, List.of(), true, false), false);
    desk.give(
        workspace,
        (ws, now, effects) -> {
          TaskQueue queue =
              ws.addQueue(
                  new TaskQueue.Settings("all", "1==1", 1, false, null, null), now, effects);
          workflow =
              ws.addWorkflow(
                  "calls",
                  "{\"task_routing\":{\"filters\":[],\"default_filter\":{\"queue\":\""
                      + queue.sid()
                      + "\"}}}",
                  Account.BASE_URL + ASSIGN,
                  fallback,
                  reservationSeconds,
                  now,
                  effects);
          for (String name : workers) {
            ws.addWorker(
                name,
                "{\"contact_uri\":\"client:" + name + "\"}",
                ws.activities().stream().filter(one -> one.available()).findFirst().orElseThrow(),
                now,
                effects);
          }
        });
    stage.answer(
        "/voice",
        request ->
            WebhookReply.twiml(
                "<Response><Enqueue workflowSid=\""
                    + (workflowInstead == null ? workflow.sid() : workflowInstead)
                    + "\" action=\"/queue-over\" "
                    + enqueueAttributes
                    + "><Task>"
                    + taskBody
                    + "</Task></Enqueue></Response>"));
  }

  /** The caller dials at 0 and everything plays to the end. */
  Floor run() {
    stage.platform(
        0,
        ignored -> {
          open();
          stage.world().arriveFrom(CALLER, Account.NUMBER, null);
        });
    for (long at = 250; at < 200_000; at += 250) {
      stage.platform(at, ignored -> tasks.addAll(workspace.tasks()));
    }
    stage.run();
    return this;
  }

  Stage stage() {
    return stage;
  }

  Call caller() {
    return stage.world().telephony().calls().stream()
        .filter(call -> call.origin().from().equals(CALLER))
        .findFirst()
        .orElseThrow();
  }

  /** The caller hangs up. */
  void callerHangsUp() {
    stage.world().hangUpFarEnd(caller());
  }

  Worker worker() {
    return workspace.workers().iterator().next();
  }

  /** The first task, deleted or not. */
  Task task() {
    return tasks.iterator().next();
  }

  /** What takes no tasks. */
  dev.partyline.taskrouter.Activity offline() {
    return workspace.timeoutActivity();
  }

  /** The last offer. */
  dev.partyline.taskrouter.Reservation reservation() {
    var all = task().reservations();
    return all.get(all.size() - 1);
  }

  /** The legs to a worker's client, oldest first. */
  List<Call> legsOf(String worker) {
    return stage.world().telephony().calls().stream()
        .filter(call -> call.origin().to().equals("client:" + worker))
        .toList();
  }

  /** Events of TaskRouter in order; workers', queues' and workflows' making left out. */
  List<String> events() {
    return stage.all(Happening.RoutingEvent.class).stream()
        .filter(one -> one.task() != null || one.event().startsWith("worker.activity"))
        .map(Happening.RoutingEvent::event)
        .toList();
  }

  /** Steps of instructions in order, as {@code word step}. */
  List<String> steps() {
    return stage.all(Happening.InstructionStep.class).stream()
        .map(one -> one.instruction() + " " + one.step())
        .toList();
  }

  /** When the first such event came, in simulated milliseconds; -1 when none did. */
  long when(String event) {
    for (Entry entry : stage.journal()) {
      if (entry.what() instanceof Happening.RoutingEvent one && one.event().equals(event)) {
        return entry.at();
      }
    }
    return -1;
  }

  /** When the first such step came, in simulated milliseconds; -1 when none did. */
  long whenStep(String step) {
    for (Entry entry : stage.journal()) {
      if (entry.what() instanceof Happening.InstructionStep one && one.step().equals(step)) {
        return entry.at();
      }
    }
    return -1;
  }

  /** Codes that were logged, in order. */
  List<String> notes() {
    return stage.notes();
  }

  Map<String, String> lastParameters(String path) {
    List<WebhookRequest> all = stage.received(path);
    return all.get(all.size() - 1).params();
  }
}
