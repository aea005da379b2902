package dev.partyline.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.TaskQueue;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workflow;
import dev.partyline.taskrouter.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /workspaces}: TaskRouter's workspaces with who does what in them now. */
final class WorkspaceRoutes {

  private final Frame frame;

  WorkspaceRoutes(Frame frame) {
    this.frame = frame;
  }

  void addTo(RoutesConfig routes) {
    routes.get(Frame.ROOT + "/workspaces", Frame.json(this::workspaces));
  }

  private JsonNode workspaces(Context context) {
    return frame.ask(
        world -> {
          ArrayNode list = Body.JSON.createArrayNode();
          for (Workspace workspace : world.desk().all()) {
            write(list.addObject(), workspace, world.now());
          }
          return list;
        });
  }

  private static void write(ObjectNode json, Workspace workspace, long now) {
    json.put("workspace", workspace.sid());
    json.put("name", workspace.settings().name());
    ArrayNode queues = json.putArray("queues");
    for (TaskQueue queue : workspace.queues()) {
      queues.addObject().put("queue", queue.sid()).put("name", queue.name());
    }
    ArrayNode workflows = json.putArray("workflows");
    for (Workflow workflow : workspace.workflows()) {
      workflows.addObject().put("workflow", workflow.sid()).put("name", workflow.name());
    }
    ArrayNode workers = json.putArray("workers");
    for (Worker worker : workspace.workers()) {
      write(workers.addObject(), worker);
    }
    ArrayNode tasks = json.putArray("tasks");
    for (Task task : workspace.tasks()) {
      write(tasks.addObject(), task, now);
    }
  }

  private static void write(ObjectNode json, Worker worker) {
    json.put("worker", worker.sid());
    json.put("name", worker.name());
    json.put("activity", worker.activity().name());
    json.put("available", worker.available());
    json.put("attributes", worker.attributes().text());
    ArrayNode offers = json.putArray("reservations");
    for (Reservation reservation : worker.reservations()) {
      if (!reservation.status().isFinal()) {
        offers
            .addObject()
            .put("reservation", reservation.sid())
            .put("task", reservation.task().sid())
            .put("status", reservation.status().word());
      }
    }
  }

  private static void write(ObjectNode json, Task task, long now) {
    json.put("task", task.sid());
    json.put("status", task.status().word());
    json.put("queue", task.queue() == null ? null : task.queue().name());
    json.put("priority", task.priority());
    json.put("ageSeconds", task.ageSeconds(now));
    json.put("call", task.attributes().get("call_sid"));
    json.put("attributes", task.attributes().text());
    json.put("reason", task.reason());
  }
}
