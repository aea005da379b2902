package dev.partyline.taskrouter;

import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.taskrouter.expression.BadExpression;
import dev.partyline.taskrouter.expression.Expression;
import dev.partyline.taskrouter.expression.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One workspace: activities, workers, queues, workflows, tasks and reservations. Every command
 * appends its effects in the order in which they happened; times are simulated milliseconds and
 * never go backwards.
 */
public final class Workspace {

  /** The most workers a task is offered to at once (TR-WS-11). */
  public static final int MOST_RESERVED_WORKERS = 50;

  private static final int REMEMBERED_EVENTS = 100_000;
  private static final List<String> CHANNELS = List.of("default", "voice", "sms", "chat", "video");

  private final String sid;
  private final String accountSid;
  private final Sids sids;
  private final Rules rules;
  private final long createdAt;
  private final Events events = new Events(this);
  private final Matcher matcher = new Matcher(this);
  private final Router router = new Router(this, events);
  private final Lifecycle lifecycle;

  private final Map<String, Activity> activities = new LinkedHashMap<>();
  private final Map<String, TaskChannel> channels = new LinkedHashMap<>();
  private final Map<String, Worker> workers = new LinkedHashMap<>();
  private final Map<String, Worker> workerByName = new TreeMap<>();
  private final Map<String, TaskQueue> queues = new LinkedHashMap<>();
  private final Map<String, Workflow> workflows = new LinkedHashMap<>();
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private final Map<String, Reservation> reservations = new LinkedHashMap<>();
  private final Set<Task> waiting = new LinkedHashSet<>();
  private final Deque<TaskRouterEvent> history = new ArrayDeque<>();

  private Settings settings;
  private Activity defaultActivity;
  private Activity timeoutActivity;
  private long updatedAt;
  private int workersMade;
  private int tasksMade;
  private boolean matchWanted;

  /**
   * What a workspace is set to.
   *
   * @param eventCallback null when events are told to nobody
   * @param eventsFilter types of events to tell; empty for all
   * @param multitask whether workers may have several tasks at once
   * @param lifoFirst whether queues with the newest task first are served first (TR-TQ-07)
   */
  public record Settings(
      String name,
      String eventCallback,
      List<String> eventsFilter,
      boolean multitask,
      boolean lifoFirst) {}

  /**
   * A workspace with the activities and channels that each begins with (TR-WS-15, TR-WS-22).
   *
   * @param fifo whether the template {@code FIFO} adds a queue and a workflow
   */
  public Workspace(
      String accountSid, Settings settings, boolean fifo, Knobs knobs, Sids sids, long now) {
    this.sid = sids.next("WS");
    this.accountSid = accountSid;
    this.settings = settings;
    this.sids = sids;
    this.rules = new Rules(knobs);
    this.lifecycle = new Lifecycle(this, events, rules);
    this.createdAt = now;
    this.updatedAt = now;
    List<Effect> ignored = new ArrayList<>();
    defaultActivity = addActivity("Offline", false, now, ignored);
    timeoutActivity = defaultActivity;
    addActivity("Available", true, now, ignored);
    addActivity("Unavailable", false, now, ignored);
    for (String channel : CHANNELS) {
      addChannel(
          channel.substring(0, 1).toUpperCase(Locale.ROOT) + channel.substring(1),
          channel,
          false,
          now,
          ignored);
    }
    if (fifo) {
      TaskQueue queue =
          addQueue(
              new TaskQueue.Settings("Sample Queue", "1==1", 1, false, null, null), now, ignored);
      String plan =
          "{\"task_routing\":{\"filters\":[],\"default_filter\":{\"queue\":\""
              + queue.sid()
              + "\"}}}";
      addWorkflow("Default Fifo Workflow", plan, null, null, 120, now, ignored);
    }
    history.clear();
  }

  // ---- inside ----

  Router router() {
    return router;
  }

  Matcher matcher() {
    return matcher;
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  Set<Task> waiting() {
    return waiting;
  }

  void noLongerWaits(Task task) {
    waiting.remove(task);
  }

  /** One wish is enough until it is answered. */
  void wantMatch(List<Effect> effects) {
    if (!matchWanted && !waiting.isEmpty()) {
      matchWanted = true;
      effects.add(new Effect.MatchWanted(this));
    }
  }

  String nextEventSid() {
    return sids.next("EV");
  }

  void remember(TaskRouterEvent event) {
    history.addLast(event);
    if (history.size() > REMEMBERED_EVENTS) {
      history.removeFirst();
    }
  }

  Reservation newReservation(Task task, Worker worker, int timeoutSeconds, long now) {
    Reservation reservation = new Reservation(sids.next("WR"), task, worker, timeoutSeconds, now);
    task.reservations.add(reservation);
    worker.reservations.add(reservation);
    reservations.put(reservation.sid(), reservation);
    return reservation;
  }

  void forget(Task task) {
    task.delete();
    waiting.remove(task);
    tasks.remove(task.sid());
    for (Reservation reservation : task.reservations) {
      reservations.remove(reservation.sid());
      reservation.worker().reservations.remove(reservation);
    }
  }

  void setActivity(Worker worker, Activity next, long now, List<Effect> effects) {
    if (worker.activity() == next) {
      return;
    }
    Activity before = worker.activity();
    long since = worker.activitySince();
    worker.activity(next, now);
    worker.touched(now);
    events.activityChanged(worker, before, now - since, now, effects);
    if (next.available()) {
      wantMatch(effects);
    }
  }

  private Expression expression(String text, String what) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Expression.parse(text, rules.dialect());
    } catch (BadExpression bad) {
      throw Refused.bad(what + ": " + bad.getMessage());
    }
  }

  // ---- the workspace ----

  /** Other settings; multitasking cannot be switched off (TR-WS-17). */
  public void change(Settings others, Activity ofNewWorkers, Activity afterTimeout, long now) {
    if (settings.multitask() && !others.multitask()) {
      throw Refused.bad("MultiTaskEnabled cannot be turned off");
    }
    settings = others;
    defaultActivity = ofNewWorkers == null ? defaultActivity : ofNewWorkers;
    timeoutActivity = afterTimeout == null ? timeoutActivity : afterTimeout;
    updatedAt = now;
  }

  /**
   * Fits tasks and workers together; the answer to {@link Effect.MatchWanted}, some time after it.
   */
  public void match(long now, List<Effect> effects) {
    matchWanted = false;
    lifecycle.match(now, effects);
  }

  /** A timer has run out; one that no longer matters does nothing. */
  public void fire(Effect.Timer timer, long now, List<Effect> effects) {
    if (timer instanceof Effect.ReservationExpires over) {
      if (over.reservation().status() == Reservation.Status.PENDING) {
        lifecycle.expire(over.reservation(), now, effects);
      }
    } else if (timer instanceof Effect.TargetExpires over) {
      Task task = over.task();
      if (task.status() == Task.Status.PENDING && task.position.epoch == over.epoch()) {
        router.timeOut(task, now, effects);
      }
    } else if (timer instanceof Effect.TaskExpires over) {
      Task.Status status = over.task().status();
      if (!over.task().gone()
          && (status == Task.Status.PENDING || status == Task.Status.RESERVED)) {
        lifecycle.finish(over.task(), Task.Status.CANCELED, "Task TTL Exceeded", now, effects);
      }
    } else if (timer instanceof Effect.TaskRemoved removed && !removed.task().gone()) {
      if (removed.wasFinished()) {
        lifecycle.delete(removed.task(), null, now, effects);
      } else if (removed.task().status() == Task.Status.ASSIGNED) {
        lifecycle.delete(removed.task(), "task.system-deleted", now, effects);
      }
    }
  }

  // ---- activities and channels ----

  /** Makes an activity. */
  public Activity addActivity(String name, boolean available, long now, List<Effect> effects) {
    Activity activity = new Activity(sids.next("WA"), name, available, now);
    activities.put(activity.sid(), activity);
    events.thing("activity.created", "activity", activity.sid(), name, now, effects);
    return activity;
  }

  /** Gives an activity another name; its availability never changes (TR-WS-20). */
  public void rename(Activity activity, String name, long now, List<Effect> effects) {
    activity.rename(name, now);
    workers.values().forEach(Worker::loadChanged);
    events.thing("activity.updated", "activity", activity.sid(), name, now, effects);
  }

  /**
   * Deletes an activity.
   *
   * @throws Refused while it is in use, unless the knob says otherwise (TR-WS-21)
   */
  public void delete(Activity activity, long now, List<Effect> effects) {
    boolean used = activity == defaultActivity || activity == timeoutActivity;
    for (Worker worker : workers.values()) {
      used |= worker.activity() == activity;
    }
    if (used && rules.is(Knob.TR_DELETE_BUSY_ACTIVITY, "error")) {
      throw Refused.bad("Cannot delete activity " + activity.sid() + " because it is in use");
    }
    activities.remove(activity.sid());
    events.thing("activity.deleted", "activity", activity.sid(), activity.name(), now, effects);
  }

  /**
   * Makes a task channel; every worker gets a part of it with room for one task (TR-WS-23).
   *
   * @throws Refused when the unique name is taken
   */
  public TaskChannel addChannel(
      String name, String uniqueName, boolean optimized, long now, List<Effect> effects) {
    if (channel(uniqueName) != null) {
      throw Refused.bad("Task channel with unique name '" + uniqueName + "' already exists");
    }
    TaskChannel channel = new TaskChannel(sids.next("TC"), name, uniqueName, optimized, now);
    channels.put(channel.sid(), channel);
    for (Worker worker : workers.values()) {
      worker.add(new WorkerChannel(sids.next("WC"), channel, now));
    }
    events.thing("task-channel.created", "task-channel", channel.sid(), name, now, effects);
    return channel;
  }

  /** Changes a task channel; null leaves as it is. */
  public void change(
      TaskChannel channel, String name, Boolean optimized, long now, List<Effect> effects) {
    channel.change(name, optimized, now);
    events.thing(
        "task-channel.updated", "task-channel", channel.sid(), channel.name(), now, effects);
  }

  /**
   * Deletes a task channel.
   *
   * @throws Refused while a task is on it
   */
  public void delete(TaskChannel channel, long now, List<Effect> effects) {
    for (Task task : tasks.values()) {
      if (task.channel() == channel) {
        throw Refused.bad(
            "Cannot delete task channel "
                + channel.sid()
                + " because task "
                + task.sid()
                + " is"
                + " on it");
      }
    }
    channels.remove(channel.sid());
    workers.values().forEach(worker -> worker.remove(channel));
    events.thing(
        "task-channel.deleted", "task-channel", channel.sid(), channel.name(), now, effects);
  }

  // ---- workers ----

  /**
   * Makes a worker.
   *
   * @param activity null for the workspace's default
   * @throws Refused when the name is taken in any letter case (TR-WORKER-01)
   */
  public Worker addWorker(
      String name, String attributes, Activity activity, long now, List<Effect> effects) {
    requireFreeName(name, null);
    Worker worker =
        new Worker(
            sids.next("WK"),
            ++workersMade,
            name,
            Attributes.parse(attributes, rules.lenientJson()),
            activity == null ? defaultActivity : activity,
            now);
    for (TaskChannel channel : channels.values()) {
      worker.add(new WorkerChannel(sids.next("WC"), channel, now));
    }
    workers.put(worker.sid(), worker);
    workerByName.put(name.toLowerCase(Locale.ROOT), worker);
    events.worker("worker.created", worker, now, effects);
    if (worker.available()) {
      wantMatch(effects);
    }
    return worker;
  }

  private void requireFreeName(String name, Worker except) {
    Worker other = workerByName.get(name.toLowerCase(Locale.ROOT));
    if (other != null && other != except) {
      throw Refused.bad("Worker with the same friendly name already exists");
    }
  }

  /**
   * Changes a worker; null leaves as it is (TR-WORKER-04, TR-WORKER-13, TR-WORKER-14).
   *
   * @param rejectPending whether pending offers are rejected with the change to an activity that
   *     takes no tasks
   */
  public void change(
      Worker worker,
      String name,
      Activity activity,
      String attributes,
      boolean rejectPending,
      long now,
      List<Effect> effects) {
    if (rejectPending && activity != null && activity.available()) {
      throw Refused.bad(
          "RejectPendingReservations cannot be used with an activity that is available");
    }
    if (name != null) {
      requireFreeName(name, worker);
    }
    Attributes others =
        attributes == null ? null : Attributes.parse(attributes, rules.lenientJson());
    if (name != null) {
      workerByName.remove(worker.name().toLowerCase(Locale.ROOT));
      workerByName.put(name.toLowerCase(Locale.ROOT), worker);
      worker.rename(name);
    }
    if (others != null || name != null) {
      if (others != null) {
        worker.attributes(others);
      }
      worker.touched(now);
      events.worker("worker.attributes.update", worker, now, effects);
      wantMatch(effects);
    }
    if (activity != null) {
      setActivity(worker, activity, now, effects);
    }
    if (rejectPending) {
      for (Reservation reservation : worker.reservations()) {
        if (reservation.status() == Reservation.Status.PENDING) {
          lifecycle.reject(reservation, null, now, effects);
        }
      }
    }
  }

  /** Changes how much of a channel a worker takes; null leaves as it is (TR-WORKER-12). */
  public void change(
      Worker worker,
      WorkerChannel channel,
      Integer capacity,
      Boolean available,
      long now,
      List<Effect> effects) {
    int before = channel.capacity();
    boolean wasAvailable = channel.available();
    channel.change(capacity, available, now);
    worker.touched(now);
    if (channel.capacity() != before) {
      events.channel("worker.capacity.update", worker, channel, before, now, effects);
    }
    if (channel.available() != wasAvailable) {
      events.channel("worker.channel.availability.update", worker, channel, before, now, effects);
    }
    wantMatch(effects);
  }

  /**
   * Deletes a worker.
   *
   * @throws Refused while they have live reservations, unless the knob says otherwise
   *     (TR-WORKER-19)
   */
  public void delete(Worker worker, long now, List<Effect> effects) {
    for (Reservation reservation : worker.reservations()) {
      if (!reservation.status().isFinal()) {
        if (rules.is(Knob.TR_DELETE_BUSY_WORKER, "error")) {
          throw Refused.bad(
              "Cannot delete worker "
                  + worker.sid()
                  + " because of reservation "
                  + reservation.sid());
        }
        if (reservation.status() == Reservation.Status.PENDING) {
          lifecycle.cancel(reservation, 0, now, effects);
        } else {
          lifecycle.complete(reservation, "worker deleted", now, effects);
        }
      }
    }
    workers.remove(worker.sid());
    workerByName.remove(worker.name().toLowerCase(Locale.ROOT));
    events.worker("worker.deleted", worker, now, effects);
  }

  // ---- queues and workflows ----

  /** Makes a queue. */
  public TaskQueue addQueue(TaskQueue.Settings what, long now, List<Effect> effects) {
    Expression expression = expression(what.targetWorkers(), "TargetWorkers");
    TaskQueue queue = new TaskQueue(sids.next("WQ"), what, expression, now);
    queues.put(queue.sid(), queue);
    events.thing("task-queue.created", "task-queue", queue.sid(), queue.name(), now, effects);
    return queue;
  }

  /** Changes a queue; offers that were made stay (TR-TQ-02). */
  public void change(TaskQueue queue, TaskQueue.Settings what, long now, List<Effect> effects) {
    Expression expression = expression(what.targetWorkers(), "TargetWorkers");
    String before = queue.settings().targetWorkers();
    queue.change(what, expression, now);
    if (!String.valueOf(before).equals(String.valueOf(what.targetWorkers()))) {
      events.thing(
          "task-queue.expression.updated", "task-queue", queue.sid(), queue.name(), now, effects);
    }
    wantMatch(effects);
  }

  /**
   * Deletes a queue.
   *
   * @throws Refused while a workflow or a task needs it, unless the knob says otherwise (TR-TQ-12)
   */
  public void delete(TaskQueue queue, long now, List<Effect> effects) {
    boolean used = false;
    for (Workflow workflow : workflows.values()) {
      used |= workflow.plan().text().contains(queue.sid());
    }
    for (Task task : waiting) {
      used |= task.queue() == queue;
    }
    if (used && rules.is(Knob.TR_DELETE_BUSY_QUEUE, "error")) {
      throw Refused.bad("Cannot delete task queue " + queue.sid() + " because it is in use");
    }
    queues.remove(queue.sid());
    events.thing("task-queue.deleted", "task-queue", queue.sid(), queue.name(), now, effects);
  }

  /** Makes a workflow (TR-WF-03). */
  public Workflow addWorkflow(
      String name,
      String configuration,
      String assignmentCallback,
      String fallbackCallback,
      int reservationTimeoutSeconds,
      long now,
      List<Effect> effects) {
    Workflow workflow =
        new Workflow(
            sids.next("WW"),
            new Workflow.Settings(
                name,
                RoutingPlan.parse(configuration, rules.dialect(), queues::containsKey),
                assignmentCallback,
                fallbackCallback,
                reservationTimeoutSeconds),
            now);
    workflows.put(workflow.sid(), workflow);
    events.thing("workflow.created", "workflow", workflow.sid(), name, now, effects);
    return workflow;
  }

  /**
   * Changes a workflow; null leaves as it is.
   *
   * @param reEvaluate whether its waiting tasks begin again (TR-WF-20, TR-WF-21)
   */
  public void change(
      Workflow workflow,
      String name,
      String configuration,
      String assignmentCallback,
      String fallbackCallback,
      Integer reservationTimeoutSeconds,
      boolean reEvaluate,
      long now,
      List<Effect> effects) {
    Workflow.Settings old = workflow.settings();
    workflow.change(
        new Workflow.Settings(
            name == null ? old.name() : name,
            configuration == null
                ? old.plan()
                : RoutingPlan.parse(configuration, rules.dialect(), queues::containsKey),
            assignmentCallback == null ? old.assignmentCallback() : assignmentCallback,
            fallbackCallback == null ? old.fallbackCallback() : fallbackCallback,
            reservationTimeoutSeconds == null
                ? old.reservationTimeoutSeconds()
                : reservationTimeoutSeconds),
        now);
    events.thing("workflow.updated", "workflow", workflow.sid(), workflow.name(), now, effects);
    if (reEvaluate) {
      for (Task task : new ArrayList<>(waiting)) {
        if (task.workflow() == workflow && task.status() == Task.Status.PENDING) {
          router.begin(task, now, effects);
        }
      }
      wantMatch(effects);
    }
  }

  /** Deletes a workflow; its tasks go on with what they have. */
  public void delete(Workflow workflow, long now, List<Effect> effects) {
    for (Task task : waiting) {
      if (task.workflow() == workflow) {
        throw Refused.bad(
            "Cannot delete workflow "
                + workflow.sid()
                + " because task "
                + task.sid()
                + " waits in"
                + " it");
      }
    }
    workflows.remove(workflow.sid());
    events.thing("workflow.deleted", "workflow", workflow.sid(), workflow.name(), now, effects);
  }

  // ---- tasks ----

  /**
   * Makes a task and sends it on its way (TR-TASK-01).
   *
   * @throws Refused when it names no workflow, an unknown channel or target, or nothing takes it
   */
  public Task addTask(NewTask what, long now, List<Effect> effects) {
    return addTask(what, now, effects, task -> {});
  }

  /**
   * The same, for somebody who has to know the task before anything happens to it.
   *
   * @param made told of the task before its first effect
   */
  public Task addTask(NewTask what, long now, List<Effect> effects, Consumer<Task> made) {
    Workflow workflow = workflowOf(what);
    TaskChannel channel = channel(what.channel());
    if (channel == null) {
      throw Refused.bad("TaskChannel '" + what.channel() + "' does not exist");
    }
    String target = what.queueSid() != null ? what.queueSid() : what.routingTarget();
    boolean knownTarget =
        target == null
            || queue(target) != null
            || worker(target) != null
            || workflows.containsKey(target);
    if (!knownTarget) {
      throw Refused.bad("RoutingTarget '" + target + "' does not exist");
    }
    if (what.virtualStartAt() > now) {
      throw Refused.bad("VirtualStartTime is in the future");
    }
    boolean direct = queue(target) != null || worker(target) != null;
    boolean nothing = !direct && !router.takes(workflow.plan(), what.attributes());
    if (nothing && rules.is(Knob.TR_NO_MATCH, "reject400")) {
      throw Refused.bad("No filter of workflow " + workflow.sid() + " takes the task");
    }
    NewTask complete =
        new NewTask(
            what.workflowSid(),
            what.attributes(),
            what.channel(),
            what.priority(),
            what.timeoutSeconds(),
            what.virtualStartAt(),
            target,
            what.ignoreCapacity() || worker(target) != null,
            what.queueSid());
    Task task = new Task(sids.next("WT"), ++tasksMade, workflow, complete, channel, now);
    made.accept(task);
    tasks.put(task.sid(), task);
    waiting.add(task);
    if (workflow != null) {
      events.task("workflow.entered", task, "Task entered " + workflow.name(), now, effects);
    }
    router.begin(task, now, effects);
    lifecycle.announce(task, now, effects);
    if (!task.status().isFinal()) {
      effects.add(
          new Effect.TimerSet(this, new Effect.TaskExpires(task), task.timeoutSeconds() * 1000L));
    }
    wantMatch(effects);
    return task;
  }

  /** Whether a workflow has a place for a task with these attributes (TR-WF-15). */
  public boolean takes(String workflowSid, Attributes attributes) {
    return router.takes(requireWorkflow(workflowSid).plan(), attributes);
  }

  private Workflow workflowOf(NewTask what) {
    if (what.queueSid() != null || queue(what.routingTarget()) != null) {
      return what.workflowSid() == null ? null : requireWorkflow(what.workflowSid());
    }
    if (workflows.containsKey(String.valueOf(what.routingTarget()))) {
      return workflows.get(what.routingTarget());
    }
    if (what.workflowSid() != null) {
      return requireWorkflow(what.workflowSid());
    }
    if (worker(what.routingTarget()) != null) {
      return null;
    }
    if (rules.is(Knob.TR_WORKFLOW_SID_OPTIONAL, "true") && workflows.size() == 1) {
      return workflows.values().iterator().next();
    }
    throw Refused.bad("WorkflowSid field is required");
  }

  private Workflow requireWorkflow(String key) {
    Workflow workflow = workflows.get(key);
    if (workflow == null) {
      throw Refused.bad("Workflow " + key + " does not exist");
    }
    return workflow;
  }

  /**
   * What a task is changed to; null leaves as it is (TR-TASK-03).
   *
   * @param status wrapping, completed or canceled
   * @param virtualStartAt simulated milliseconds
   */
  public record TaskChange(
      String attributes,
      Task.Status status,
      String reason,
      Integer priority,
      TaskChannel channel,
      Long virtualStartAt) {}

  /** Changes a task; all or nothing. */
  public void change(Task task, TaskChange change, long now, List<Effect> effects) {
    if (change.status() != null
        && change.attributes() != null
        && rules.is(Knob.TR_STATUS_AND_ATTRIBUTES, "error400")) {
      throw Refused.bad("AssignmentStatus and Attributes cannot be changed together");
    }
    Attributes attributes =
        change.attributes() == null
            ? null
            : Attributes.parse(change.attributes(), rules.lenientJson());
    boolean same = change.status() != null && change.status() == task.status();
    boolean quiet = same && rules.is(Knob.TR_SAME_STATUS, "ok");
    if (change.status() != null && !quiet) {
      requireMove(task, change.status());
    }
    boolean other =
        attributes != null
            || change.priority() != null
            || change.channel() != null
            || change.virtualStartAt() != null
            || change.reason() != null && change.status() == null;
    if (other) {
      if (attributes != null) {
        task.attributes(attributes);
      }
      if (change.priority() != null) {
        task.priority(change.priority());
      }
      if (change.channel() != null) {
        if (!task.reservations.isEmpty() && change.channel() != task.channel()) {
          throw Refused.bad("TaskChannel cannot be changed once the task was offered");
        }
        task.channel(change.channel());
      }
      if (change.virtualStartAt() != null) {
        task.virtualStart(change.virtualStartAt());
      }
      if (change.reason() != null && change.status() == null) {
        task.reason(change.reason());
      }
      task.touched(now);
      events.task("task.updated", task, "Task updated", now, effects);
      wantMatch(effects);
    }
    if (change.status() == null || quiet) {
      return;
    }
    switch (change.status()) {
      case WRAPPING -> lifecycle.wrapTask(task, change.reason(), now, effects);
      case COMPLETED, CANCELED ->
          lifecycle.finish(task, change.status(), change.reason(), now, effects);
      default -> throw Refused.bad("AssignmentStatus cannot be set to " + change.status().word());
    }
  }

  /** TR-TASK-09 to 12, with the platform's own words. */
  private void requireMove(Task task, Task.Status next) {
    Task.Status is = task.status();
    String where = " task " + task.sid() + " in workspace " + sid + " for account " + accountSid;
    switch (next) {
      case CANCELED -> {
        if (is != Task.Status.PENDING && is != Task.Status.RESERVED) {
          throw Refused.bad("Cannot cancel" + where + " because it is not pending or reserved.");
        }
      }
      case COMPLETED -> {
        if (is != Task.Status.ASSIGNED && is != Task.Status.WRAPPING) {
          throw Refused.bad("Cannot complete" + where + " because it is not currently assigned.");
        }
      }
      case WRAPPING -> {
        if (is != Task.Status.ASSIGNED) {
          throw Refused.bad("Cannot wrap up a" + where + " because it's not currently assigned");
        }
      }
      default -> throw Refused.bad("AssignmentStatus cannot be set to " + next.word());
    }
  }

  /** The platform itself writes into a task's attributes (TR-TASK-21, TR-TASK-22). */
  public void write(Task task, Attributes attributes, long now, List<Effect> effects) {
    task.attributes(attributes);
    task.touched(now);
    events.task("task.updated", task, "Task updated", now, effects);
  }

  /** The caller of a task that still waits is gone (TR-ENQ-04); does nothing when it does not. */
  public void abandon(Task task, String why, long now, List<Effect> effects) {
    boolean waits = task.status() == Task.Status.PENDING || task.status() == Task.Status.RESERVED;
    if (waits && !task.gone()) {
      lifecycle.finish(task, Task.Status.CANCELED, why, now, effects);
    }
  }

  /** Deletes a task (TR-TASK-18). */
  public void delete(Task task, long now, List<Effect> effects) {
    lifecycle.delete(task, "task.deleted", now, effects);
  }

  // ---- reservations ----

  /**
   * Accepts or rejects an offer (TR-RES-06, TR-RES-07).
   *
   * @param next ACCEPTED or REJECTED
   * @param activity what the worker does after a rejection; null to stay
   */
  public void answer(
      Reservation reservation,
      Reservation.Status next,
      Activity activity,
      long now,
      List<Effect> effects) {
    if (reservation.status() != Reservation.Status.PENDING) {
      boolean rescinded = reservation.status() == Reservation.Status.RESCINDED;
      String dead = rules.knobs().get(Knob.TR_ACCEPT_DEAD);
      boolean gone = dead.equals("410all") || rescinded && dead.equals("410only-rescinded");
      String text =
          "Reservation "
              + reservation.sid()
              + " is already in state ["
              + reservation.status().word()
              + "] and cannot be updated to ["
              + next.word()
              + "]";
      throw new Refused(gone ? 410 : 400, gone ? 0 : 20001, text);
    }
    if (next == Reservation.Status.ACCEPTED) {
      lifecycle.accept(reservation, now, effects);
    } else {
      lifecycle.reject(reservation, activity, now, effects);
    }
  }

  /** The offer is off because its legs failed; 0 without a code (TR-RES-15). */
  public void cancel(Reservation reservation, int reasonCode, long now, List<Effect> effects) {
    if (reservation.status() == Reservation.Status.PENDING) {
      lifecycle.cancel(reservation, reasonCode, now, effects);
    }
  }

  /** The offer counts as not answered in time, before its timer. */
  public void timeOut(Reservation reservation, long now, List<Effect> effects) {
    if (reservation.status() == Reservation.Status.PENDING) {
      lifecycle.expire(reservation, now, effects);
    }
  }

  /** The worker's part of the call is over (TR-TASK-25); does nothing unless accepted. */
  public void wrap(Reservation reservation, String why, long now, List<Effect> effects) {
    if (reservation.status() == Reservation.Status.ACCEPTED) {
      lifecycle.wrap(reservation, why, now, effects);
    }
  }

  /**
   * REST takes an accepted reservation further.
   *
   * @param next WRAPPING or COMPLETED
   */
  public void advance(
      Reservation reservation, Reservation.Status next, long now, List<Effect> effects) {
    boolean accepted = reservation.status() == Reservation.Status.ACCEPTED;
    boolean wrapping = reservation.status() == Reservation.Status.WRAPPING;
    if (next == Reservation.Status.WRAPPING && accepted) {
      lifecycle.wrap(reservation, null, now, effects);
    } else if (next == Reservation.Status.COMPLETED && (accepted || wrapping)) {
      lifecycle.complete(reservation, null, now, effects);
    } else {
      throw Refused.bad(
          "Reservation "
              + reservation.sid()
              + " is already in state ["
              + reservation.status().word()
              + "] and cannot be updated to ["
              + next.word()
              + "]");
    }
  }

  // ---- looking ----

  /** {@code WS} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** The account it belongs to. */
  public String accountSid() {
    return accountSid;
  }

  /** What it is set to. */
  public Settings settings() {
    return settings;
  }

  boolean multitask() {
    return settings.multitask();
  }

  boolean lifoFirst() {
    return settings.lifoFirst();
  }

  /** What new workers do. */
  public Activity defaultActivity() {
    return defaultActivity;
  }

  /** What a worker does after an offer that was not answered in time. */
  public Activity timeoutActivity() {
    return timeoutActivity;
  }

  /** All activities, oldest first; so are the others below. */
  public Collection<Activity> activities() {
    return activities.values();
  }

  /** By SID; null when there is none, like the others below. */
  public Activity activity(String key) {
    return activities.get(key);
  }

  /** All task channels. */
  public Collection<TaskChannel> channels() {
    return channels.values();
  }

  /** By SID or unique name. */
  public TaskChannel channel(String key) {
    TaskChannel bySid = channels.get(key);
    if (bySid != null) {
      return bySid;
    }
    for (TaskChannel channel : channels.values()) {
      if (channel.uniqueName().equals(key)) {
        return channel;
      }
    }
    return null;
  }

  /** All workers. */
  public Collection<Worker> workers() {
    return workers.values();
  }

  /** By SID. */
  public Worker worker(String key) {
    return workers.get(key);
  }

  /** By friendly name in any letter case. */
  public Worker workerNamed(String name) {
    return workerByName.get(name.toLowerCase(Locale.ROOT));
  }

  /**
   * Tasks for which an expression holds, as a filter's expression would.
   *
   * @throws Refused when it is no expression
   */
  public Set<Task> tasksFor(String text) {
    Expression wanted = expression(text, "EvaluateTaskAttributes");
    Set<Task> found = new LinkedHashSet<>();
    for (Task task : tasks.values()) {
      if (wanted != null && wanted.holds(Scope.attributes(task.attributes().json()))) {
        found.add(task);
      }
    }
    return found;
  }

  /**
   * Workers for whom an expression holds, as a queue's expression would.
   *
   * @throws Refused when it is no expression
   */
  public Set<Worker> workersFor(String text) {
    Expression wanted = expression(text, "TargetWorkersExpression");
    Set<Worker> found = new LinkedHashSet<>();
    for (Worker worker : workers.values()) {
      if (wanted != null && wanted.holds(Scope.attributes(worker.seen()))) {
        found.add(worker);
      }
    }
    return found;
  }

  /** All queues. */
  public Collection<TaskQueue> queues() {
    return queues.values();
  }

  /** By SID. */
  public TaskQueue queue(String key) {
    return queues.get(key);
  }

  /** All workflows. */
  public Collection<Workflow> workflows() {
    return workflows.values();
  }

  /** By SID. */
  public Workflow workflow(String key) {
    return workflows.get(key);
  }

  /** All tasks that were not deleted. */
  public Collection<Task> tasks() {
    return tasks.values();
  }

  /** By SID. */
  public Task task(String key) {
    return tasks.get(key);
  }

  /** By SID, while its task was not deleted. */
  public Reservation reservation(String key) {
    return reservations.get(key);
  }

  /** What happened lately, oldest first; at most the last 100,000 events (TR-EV-11). */
  public Collection<TaskRouterEvent> history() {
    return java.util.Collections.unmodifiableCollection(history);
  }

  /** When it was made, in simulated milliseconds. */
  public long createdAt() {
    return createdAt;
  }

  /** When it last changed. */
  public long updatedAt() {
    return updatedAt;
  }
}
