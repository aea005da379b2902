package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.telephony.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /Reservations} below a task and below a worker (TR-RES-01 to TR-RES-13). */
final class ReservationsResource implements Resource {

  private static final List<String> STATUSES =
      List.of(
          "pending",
          "accepted",
          "rejected",
          "timeout",
          "canceled",
          "rescinded",
          "wrapping",
          "completed");

  private final Frame frame;

  ReservationsResource(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    String ofTask = Frame.ONE + "/Tasks/{TaskSid}/Reservations";
    String ofWorker = Frame.ONE + "/Workers/{WorkerSid}/Reservations";
    routes
        .get(ofTask, Frame.handler(x -> list(x, frame.task(x, "TaskSid").reservations())))
        .get(ofWorker, Frame.handler(x -> list(x, frame.worker(x, "WorkerSid").reservations())));
    for (String all : List.of(ofTask, ofWorker)) {
      routes
          .get(all + "/{Sid}", Frame.handler(x -> shown(x, existing(x))))
          .post(all + "/{Sid}", Frame.handler(this::update));
    }
  }

  /** Only below its own task and its own worker (TR-RES-02). */
  private Reservation existing(Exchange exchange) {
    Reservation found = frame.reservation(exchange);
    boolean own =
        isBelowTask(exchange)
            ? found.task().sid().equals(exchange.path("TaskSid"))
            : found.worker().sid().equals(exchange.path("WorkerSid"));
    return Frame.require(own ? found : null, exchange);
  }

  private static boolean isBelowTask(Exchange exchange) {
    return exchange.path().containsKey("TaskSid");
  }

  private RestResponse list(Exchange exchange, List<Reservation> all) {
    RestRequest request = exchange.request();
    String status = Form.word(request, "ReservationStatus", null, STATUSES);
    String worker = isBelowTask(exchange) ? request.filled("WorkerSid") : null;
    List<Reservation> rows = new ArrayList<>();
    for (Reservation one : all) {
      boolean fits =
          one.createdAt() <= exchange.asOf().instant()
              && (status == null || one.status().word().equals(status))
              && (worker == null || one.worker().sid().equals(worker));
      if (fits) {
        rows.add(one);
      }
    }
    return frame.page(exchange, "reservations", rows, Reservation::sid, row -> json(exchange, row));
  }

  private RestResponse shown(Exchange exchange, Reservation reservation) {
    return Frame.answer(200, json(exchange, reservation), reservation.version());
  }

  private RestResponse update(Exchange exchange) {
    RestRequest request = exchange.request();
    Workspace workspace = frame.workspace(exchange);
    Reservation reservation = existing(exchange);
    Frame.requireVersion(exchange, reservation.version());
    String status = Form.word(request, "ReservationStatus", null, STATUSES);
    String instruction = request.filled("Instruction");
    Activity activity = activity(workspace, request);
    if (status != null && instruction != null) {
      throw new Refusal(
          400, 20001, "ReservationStatus and Instruction cannot be given in one request");
    }
    if (instruction != null) {
      instruct(exchange, workspace, reservation, instruction, activity);
    } else if (status != null) {
      move(workspace, reservation, status, activity);
    } else if (activity != null) {
      throw new Refusal(400, 20001, "WorkerActivitySid needs a ReservationStatus or Instruction");
    }
    return shown(exchange, reservation);
  }

  private static Activity activity(Workspace workspace, RestRequest request) {
    String sid = request.filled("WorkerActivitySid");
    Activity activity = sid == null ? null : workspace.activity(sid);
    if (sid != null && activity == null) {
      throw Form.bad("WorkerActivitySid", sid, "an activity of this workspace");
    }
    return activity;
  }

  private void move(
      Workspace workspace, Reservation reservation, String status, Activity activity) {
    Reservation.Status next = Reservation.Status.valueOf(status.toUpperCase(Locale.ROOT));
    switch (next) {
      case ACCEPTED, REJECTED ->
          frame
              .workspaces()
              .give(
                  workspace,
                  (ws, now, effects) -> ws.answer(reservation, next, activity, now, effects));
      case WRAPPING, COMPLETED ->
          frame
              .workspaces()
              .give(workspace, (ws, now, effects) -> ws.advance(reservation, next, now, effects));
      default ->
          throw Form.bad("ReservationStatus", status, "accepted, rejected, wrapping or completed");
    }
  }

  /** Supervising exists below the task alone (TR-RES-02). */
  private void instruct(
      Exchange exchange,
      Workspace workspace,
      Reservation reservation,
      String instruction,
      Activity activity) {
    String word = instruction.toLowerCase(Locale.ROOT);
    if (word.equals("accept")) {
      move(workspace, reservation, "accepted", null);
      return;
    }
    if (word.equals("reject")) {
      move(workspace, reservation, "rejected", activity);
      return;
    }
    if (word.equals("supervise") && !isBelowTask(exchange)) {
      throw Form.bad("Instruction", instruction, "an instruction for a worker's reservation");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    exchange
        .request()
        .params()
        .forEach((name, values) -> parameters.put(name, String.join(",", values)));
    frame.workspaces().instruct(workspace, reservation, word, parameters);
  }

  private ObjectNode json(Exchange exchange, Reservation reservation) {
    Workspace workspace = frame.workspace(exchange);
    ObjectNode json = Frame.json();
    String task = reservation.task().sid();
    String worker = reservation.worker().sid();
    json.put("sid", reservation.sid());
    json.put("account_sid", workspace.accountSid());
    json.put("workspace_sid", workspace.sid());
    json.put("task_sid", task);
    json.put("worker_sid", worker);
    json.put("worker_name", reservation.worker().name());
    json.put("reservation_status", reservation.status().word());
    json.put("date_created", frame.time(reservation.createdAt()));
    json.put("date_updated", frame.time(reservation.updatedAt()));
    json.put(
        "url",
        isBelowTask(exchange)
            ? Frame.url(workspace, "Tasks", task, "Reservations", reservation.sid())
            : Frame.url(workspace, "Workers", worker, "Reservations", reservation.sid()));
    ObjectNode links = json.putObject("links");
    links.put("task", Frame.url(workspace, "Tasks", task));
    links.put("worker", Frame.url(workspace, "Workers", worker));
    links.put("workspace", Frame.url(workspace));
    return json;
  }
}
