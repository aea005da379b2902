package dev.partyline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.base.Page;
import com.twilio.base.Resource;
import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.taskrouter.v1.Workspace;
import com.twilio.rest.taskrouter.v1.workspace.Activity;
import com.twilio.rest.taskrouter.v1.workspace.Event;
import com.twilio.rest.taskrouter.v1.workspace.Task;
import com.twilio.rest.taskrouter.v1.workspace.TaskChannel;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueue;
import com.twilio.rest.taskrouter.v1.workspace.Worker;
import com.twilio.rest.taskrouter.v1.workspace.Workflow;
import com.twilio.rest.taskrouter.v1.workspace.WorkspaceCumulativeStatistics;
import com.twilio.rest.taskrouter.v1.workspace.WorkspaceRealTimeStatistics;
import com.twilio.rest.taskrouter.v1.workspace.WorkspaceStatistics;
import com.twilio.rest.taskrouter.v1.workspace.task.Reservation;
import com.twilio.rest.taskrouter.v1.workspace.taskqueue.TaskQueueBulkRealTimeStatistics;
import com.twilio.rest.taskrouter.v1.workspace.taskqueue.TaskQueueCumulativeStatistics;
import com.twilio.rest.taskrouter.v1.workspace.taskqueue.TaskQueueRealTimeStatistics;
import com.twilio.rest.taskrouter.v1.workspace.taskqueue.TaskQueueStatistics;
import com.twilio.rest.taskrouter.v1.workspace.taskqueue.TaskQueuesStatistics;
import com.twilio.rest.taskrouter.v1.workspace.worker.WorkerChannel;
import com.twilio.rest.taskrouter.v1.workspace.worker.WorkerStatistics;
import com.twilio.rest.taskrouter.v1.workspace.worker.WorkersCumulativeStatistics;
import com.twilio.rest.taskrouter.v1.workspace.worker.WorkersRealTimeStatistics;
import com.twilio.rest.taskrouter.v1.workspace.worker.WorkersStatistics;
import com.twilio.rest.taskrouter.v1.workspace.workflow.WorkflowCumulativeStatistics;
import com.twilio.rest.taskrouter.v1.workspace.workflow.WorkflowRealTimeStatistics;
import com.twilio.rest.taskrouter.v1.workspace.workflow.WorkflowStatistics;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor's Java SDK over a real socket: each operation of TaskRouter, pages and errors. */
class TaskRouterSdkTest {

  private static final String NOBODY = "WK" + "0".repeat(31) + "f";

  private LivePlatform platform;
  private Doors door;
  private LoopbackClient http;
  private TwilioRestClient client;
  private String desk;
  private String queue;
  private String flow;
  private String available;

  @BeforeEach
  void open() {
    platform = LivePlatform.start(LiveSettings.standard());
    platform.clock().freeze();
    door = Doors.open(Doors.api(platform), DoorSettings.plain(), routes -> {});
    http = new LoopbackClient(door.port());
    client = new TwilioRestClient.Builder(Account.SID, Account.TOKEN).httpClient(http).build();
    desk = Workspace.creator("desk").setTemplate("FIFO").create(client).getSid();
    queue = TaskQueue.reader(desk).read(client).iterator().next().getSid();
    flow = Workflow.reader(desk).read(client).iterator().next().getSid();
    available =
        all(Activity.reader(desk).setAvailable("true").read(client)).stream()
            .findFirst()
            .orElseThrow()
            .getSid();
  }

  @AfterEach
  void close() {
    door.close();
    platform.close();
  }

  private void later(int seconds) {
    platform.clock().advance(Duration.ofSeconds(seconds));
  }

  private static <T extends Resource> List<T> all(ResourceSet<T> set) {
    List<T> all = new ArrayList<>();
    set.forEach(all::add);
    return all;
  }

  private static ApiException refused(Runnable what) {
    return assertThrows(ApiException.class, what::run);
  }

  private static void assertGone(Runnable fetch) {
    ApiException gone = refused(fetch);
    assertEquals(404, gone.getStatusCode());
    assertEquals(20404, gone.getCode());
  }

  @Test
  void every_operation_of_taskrouter_comes_back_as_the_sdk_expects_it() {
    workspaces();
    activities();
    channels();
    queues();
    workflows();
    workers();
    tasks();
    reservations();
    events();
    statistics();
    TreeSet<String> asked = new TreeSet<>();
    http.seen()
        .forEach(
            seen -> asked.add(VendorDocuments.taskRouter().find(seen.method(), seen.path()).id()));
    TreeSet<String> all = new TreeSet<>();
    VendorDocuments.taskRouter().operations().forEach(operation -> all.add(operation.id()));
    assertEquals(all, asked);
  }

  private void workspaces() {
    Workspace made =
        Workspace.creator("other")
            .setEventCallbackUrl("https://app.example.com/events")
            .setEventsFilter("task.created,task.canceled")
            .create(client);
    String sid = made.getSid();
    assertTrue(made.getMultiTaskEnabled());
    assertEquals(Workspace.QueueOrder.FIFO, made.getPrioritizeQueueOrder());
    assertEquals("task.created,task.canceled", made.getEventsFilter());
    assertNotNull(made.getDateCreated());
    Workspace changed =
        Workspace.updater(sid)
            .setFriendlyName("再 other")
            .setTimeoutActivitySid(made.getDefaultActivitySid())
            .update(client);
    assertEquals("再 other", changed.getFriendlyName());
    assertEquals("再 other", Workspace.fetcher(sid).fetch(client).getFriendlyName());
    assertEquals(2, all(Workspace.reader().read(client)).size());
    assertTrue(Workspace.deleter(sid).delete(client));
    assertGone(() -> Workspace.fetcher(sid).fetch(client));
  }

  private void activities() {
    Activity lunch = Activity.creator(desk, "lunch").setAvailable(false).create(client);
    assertFalse(lunch.getAvailable());
    assertEquals(
        "late lunch",
        Activity.updater(desk, lunch.getSid())
            .setFriendlyName("late lunch")
            .update(client)
            .getFriendlyName());
    assertEquals(
        "late lunch", Activity.fetcher(desk, lunch.getSid()).fetch(client).getFriendlyName());
    assertEquals(4, all(Activity.reader(desk).read(client)).size());
    assertTrue(Activity.deleter(desk, lunch.getSid()).delete(client));
    assertGone(() -> Activity.fetcher(desk, lunch.getSid()).fetch(client));
  }

  private void channels() {
    TaskChannel fax = TaskChannel.creator(desk, "Fax", "fax").create(client);
    assertFalse(fax.getChannelOptimizedRouting());
    assertEquals(
        "Telefax",
        TaskChannel.updater(desk, fax.getSid())
            .setFriendlyName("Telefax")
            .update(client)
            .getFriendlyName());
    assertEquals(fax.getSid(), TaskChannel.fetcher(desk, "fax").fetch(client).getSid());
    assertEquals(6, all(TaskChannel.reader(desk).read(client)).size());
    assertTrue(TaskChannel.deleter(desk, fax.getSid()).delete(client));
  }

  private void queues() {
    TaskQueue made =
        TaskQueue.creator(desk, "sales")
            .setTargetWorkers("skills HAS \"sales\"")
            .setMaxReservedWorkers(3)
            .setTaskOrder(TaskQueue.TaskOrder.LIFO)
            .create(client);
    String sid = made.getSid();
    assertEquals(3, made.getMaxReservedWorkers());
    assertEquals(TaskQueue.TaskOrder.LIFO, made.getTaskOrder());
    assertEquals(
        "level > 2",
        TaskQueue.updater(desk, sid)
            .setTargetWorkers("level > 2")
            .update(client)
            .getTargetWorkers());
    assertEquals("sales", TaskQueue.fetcher(desk, sid).fetch(client).getFriendlyName());
    assertEquals(1, all(TaskQueue.reader(desk).setFriendlyName("sales").read(client)).size());
    ApiException wrong =
        refused(() -> TaskQueue.updater(desk, sid).setTargetWorkers("level >").update(client));
    assertEquals(20001, wrong.getCode());
    assertTrue(TaskQueue.deleter(desk, sid).delete(client));
    assertGone(() -> TaskQueue.fetcher(desk, sid).fetch(client));
  }

  private void workflows() {
    String routing = "{\"task_routing\":{\"default_filter\":{\"queue\":\"" + queue + "\"}}}";
    Workflow made =
        Workflow.creator(desk, "second", routing)
            .setAssignmentCallbackUrl("https://app.example.com/assign")
            .setTaskReservationTimeout(30)
            .create(client);
    String sid = made.getSid();
    assertEquals(30, made.getTaskReservationTimeout());
    assertEquals(routing, made.getConfiguration());
    assertEquals(
        45,
        Workflow.updater(desk, sid)
            .setTaskReservationTimeout(45)
            .update(client)
            .getTaskReservationTimeout());
    assertEquals("second", Workflow.fetcher(desk, sid).fetch(client).getFriendlyName());
    assertEquals(2, all(Workflow.reader(desk).read(client)).size());
    ApiException wrong = refused(() -> Workflow.creator(desk, "third", "{").create(client));
    assertEquals(400, wrong.getStatusCode());
    assertEquals(20001, wrong.getCode());
    assertTrue(Workflow.deleter(desk, sid).delete(client));
    assertGone(() -> Workflow.fetcher(desk, sid).fetch(client));
  }

  private void workers() {
    Worker made =
        Worker.creator(desk, "ann")
            .setAttributes("{\"contact_uri\":\"client:ann\"}")
            .create(client);
    String sid = made.getSid();
    assertFalse(made.getAvailable());
    assertEquals("Offline", made.getActivityName());
    Worker there =
        Worker.updater(desk, sid).setActivitySid(available).setIfMatch("0").update(client);
    assertTrue(there.getAvailable());
    assertNotNull(there.getDateStatusChanged());
    assertEquals("ann", Worker.fetcher(desk, sid).fetch(client).getFriendlyName());
    assertEquals(1, all(Worker.reader(desk).setAvailable("true").read(client)).size());
    ApiException taken = refused(() -> Worker.creator(desk, "ANN").create(client));
    assertEquals(400, taken.getStatusCode());
    assertEquals(20001, taken.getCode());
    ApiException stale =
        refused(
            () ->
                Worker.updater(desk, sid).setAttributes("{}").setIfMatch("\"999\"").update(client));
    assertEquals(412, stale.getStatusCode());

    WorkerChannel voice = WorkerChannel.fetcher(desk, sid, "voice").fetch(client);
    assertEquals(1, voice.getConfiguredCapacity());
    assertEquals(
        2,
        WorkerChannel.updater(desk, sid, voice.getSid())
            .setCapacity(2)
            .update(client)
            .getConfiguredCapacity());
    assertEquals(5, all(WorkerChannel.reader(desk, sid).read(client)).size());

    String leaving = Worker.creator(desk, "bob").create(client).getSid();
    assertTrue(Worker.deleter(desk, leaving).delete(client));
    assertGone(() -> Worker.fetcher(desk, NOBODY).fetch(client));
  }

  private Task task(String attributes) {
    return Task.creator(desk).setWorkflowSid(flow).setAttributes(attributes).create(client);
  }

  private void tasks() {
    Task made =
        Task.creator(desk)
            .setWorkflowSid(flow)
            .setTaskChannel("voice")
            .setPriority(5)
            .setTimeout(600)
            .setAttributes("{\"type\":\"support\"}")
            .create(client);
    String sid = made.getSid();
    assertEquals(Task.Status.PENDING, made.getAssignmentStatus());
    assertEquals("voice", made.getTaskChannelUniqueName());
    assertEquals(5, made.getPriority());
    assertEquals(
        7, Task.updater(desk, sid).setPriority(7).setIfMatch("0").update(client).getPriority());
    assertEquals("{\"type\":\"support\"}", Task.fetcher(desk, sid).fetch(client).getAttributes());
    assertEquals(
        List.of(sid),
        all(Task.reader(desk).setPriority(7).read(client)).stream().map(Task::getSid).toList());
    ApiException stale =
        refused(() -> Task.deleter(desk, sid).setIfMatch("\"999\"").delete(client));
    assertEquals(412, stale.getStatusCode());
    Task canceled =
        Task.updater(desk, sid)
            .setAssignmentStatus(Task.Status.CANCELED)
            .setReason("not needed")
            .update(client);
    assertEquals(Task.Status.CANCELED, canceled.getAssignmentStatus());
    assertEquals("not needed", canceled.getReason());
    assertTrue(Task.deleter(desk, sid).delete(client));
    assertGone(() -> Task.fetcher(desk, sid).fetch(client));
  }

  private void reservations() {
    String ann = all(Worker.reader(desk).read(client)).get(0).getSid();
    String sid = task("{\"type\":\"sales\"}").getSid();
    later(5);
    Reservation offer = all(Reservation.reader(desk, sid).read(client)).get(0);
    assertEquals(Reservation.Status.PENDING, offer.getReservationStatus());
    assertEquals("ann", offer.getWorkerName());
    assertEquals(ann, Reservation.fetcher(desk, sid, offer.getSid()).fetch(client).getWorkerSid());
    Reservation accepted =
        Reservation.updater(desk, sid, offer.getSid())
            .setReservationStatus(Reservation.Status.ACCEPTED)
            .update(client);
    assertEquals(Reservation.Status.ACCEPTED, accepted.getReservationStatus());
    ApiException again =
        refused(
            () ->
                Reservation.updater(desk, sid, offer.getSid())
                    .setReservationStatus(Reservation.Status.REJECTED)
                    .update(client));
    assertEquals(400, again.getStatusCode());

    var mine = all(workerReservations(ann)).get(0);
    assertEquals(offer.getSid(), mine.getSid());
    assertEquals(
        sid,
        com.twilio.rest.taskrouter.v1.workspace.worker.Reservation.fetcher(
                desk, ann, offer.getSid())
            .fetch(client)
            .getTaskSid());
    var done =
        com.twilio.rest.taskrouter.v1.workspace.worker.Reservation.updater(
                desk, ann, offer.getSid())
            .setReservationStatus(
                com.twilio.rest.taskrouter.v1.workspace.worker.Reservation.Status.COMPLETED)
            .update(client);
    assertEquals(
        com.twilio.rest.taskrouter.v1.workspace.worker.Reservation.Status.COMPLETED,
        done.getReservationStatus());
    assertEquals(
        Task.Status.COMPLETED, Task.fetcher(desk, sid).fetch(client).getAssignmentStatus());
  }

  private ResourceSet<com.twilio.rest.taskrouter.v1.workspace.worker.Reservation>
      workerReservations(String worker) {
    return com.twilio.rest.taskrouter.v1.workspace.worker.Reservation.reader(desk, worker)
        .read(client);
  }

  private void events() {
    List<Event> all = all(Event.reader(desk).setEventType("reservation.accepted").read(client));
    assertEquals(1, all.size());
    assertTrue(all.get(0).getEventDateMs() > 0);
    assertEquals(
        all.get(0).getSid(), Event.fetcher(desk, all.get(0).getSid()).fetch(client).getSid());
  }

  private void statistics() {
    String ann = all(Worker.reader(desk).read(client)).get(0).getSid();
    task("{}");
    later(5);
    assertEquals(1, WorkspaceRealTimeStatistics.fetcher(desk).fetch(client).getTotalWorkers());
    assertEquals(
        1, WorkspaceCumulativeStatistics.fetcher(desk).fetch(client).getReservationsAccepted());
    assertNotNull(WorkspaceStatistics.fetcher(desk).fetch(client).getCumulative());
    assertEquals(1, WorkersRealTimeStatistics.fetcher(desk).fetch(client).getTotalWorkers());
    assertEquals(
        1, WorkersCumulativeStatistics.fetcher(desk).fetch(client).getReservationsAccepted());
    assertNotNull(WorkersStatistics.fetcher(desk).fetch(client).getRealtime());
    assertEquals(ann, WorkerStatistics.fetcher(desk, ann).fetch(client).getWorkerSid());

    assertEquals(
        1,
        TaskQueueRealTimeStatistics.fetcher(desk, queue).fetch(client).getTotalAvailableWorkers());
    assertEquals(
        1,
        TaskQueueCumulativeStatistics.fetcher(desk, queue).fetch(client).getReservationsAccepted());
    assertNotNull(TaskQueueStatistics.fetcher(desk, queue).fetch(client).getRealtime());
    assertEquals(1, all(TaskQueuesStatistics.reader(desk).read(client)).size());
    assertEquals(
        1,
        TaskQueueBulkRealTimeStatistics.creator(desk)
            .setBody(Map.of("queueSids", List.of(queue)))
            .create(client)
            .getTaskQueueResponseCount());

    assertEquals(1, WorkflowRealTimeStatistics.fetcher(desk, flow).fetch(client).getTotalTasks());
    assertEquals(
        1,
        WorkflowCumulativeStatistics.fetcher(desk, flow).fetch(client).getReservationsAccepted());
    assertNotNull(WorkflowStatistics.fetcher(desk, flow).fetch(client).getCumulative());
  }

  @Test
  void pages_of_tasks_are_walked_by_token_and_a_page_by_number_is_refused() {
    for (int i = 0; i < 7; i++) {
      task("{\"number\":" + i + "}");
    }

    Page<Task> first = Task.reader(desk).pageSize(3).firstPage(client);
    Page<Task> second = Task.reader(desk).nextPage(first, client);
    Page<Task> third = Task.reader(desk).nextPage(second, client);

    assertEquals(1, third.getRecords().size());
    assertFalse(third.hasNextPage());
    assertEquals(second.getRecords(), Task.reader(desk).previousPage(third, client).getRecords());
    assertEquals(7, all(Task.reader(desk).pageSize(2).read(client)).size());
    assertEquals(5, all(Task.reader(desk).limit(5).read(client)).size());
    String byNumber =
        "https://taskrouter.twilio.com/v1/Workspaces/" + desk + "/Tasks?Page=1&PageSize=3";
    assertEquals(40153, refused(() -> Task.reader(desk).getPage(byNumber, client)).getCode());
  }

  @Test
  void a_bulk_request_that_names_no_queues_is_told_what_it_should_name() {
    ApiException wrong =
        refused(
            () ->
                TaskQueueBulkRealTimeStatistics.creator(desk)
                    .setBody(Map.of("queues", List.of(queue)))
                    .create(client));

    assertEquals(400, wrong.getStatusCode());
    assertTrue(wrong.getMessage().contains("queueSids"), wrong.getMessage());
  }
}
