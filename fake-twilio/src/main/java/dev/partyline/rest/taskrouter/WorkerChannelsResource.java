package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.WorkerChannel;
import dev.partyline.taskrouter.Workspace;
import java.util.List;

/** {@code /Workers/{WorkerSid}/Channels} (TR-WORKER-10 to TR-WORKER-12). */
final class WorkerChannelsResource implements Resource {

  private static final int MOST = 1_000;

  private final Frame frame;

  WorkerChannelsResource(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/Workers/{WorkerSid}/Channels";
    String one = all + "/{Sid}";
    routes
        .get(all, Frame.handler(this::list))
        .get(one, Frame.handler(x -> Frame.answer(200, json(x, channel(x)))))
        .post(one, List.of("Capacity", "Available"), Frame.handler(this::update));
  }

  private WorkerChannel channel(Exchange exchange) {
    return Frame.require(
        frame.worker(exchange, "WorkerSid").channel(exchange.path("Sid")), exchange);
  }

  private RestResponse list(Exchange exchange) {
    return frame.page(
        exchange,
        "channels",
        List.copyOf(frame.worker(exchange, "WorkerSid").channels()),
        WorkerChannel::sid,
        row -> json(exchange, row));
  }

  private RestResponse update(Exchange exchange) {
    Worker worker = frame.worker(exchange, "WorkerSid");
    WorkerChannel channel = channel(exchange);
    Integer capacity =
        exchange.request().filled("Capacity") == null
            ? null
            : Form.whole(exchange.request(), "Capacity", 1, 0, MOST);
    Boolean available = Form.flag(exchange.request(), "Available");
    frame
        .workspaces()
        .give(
            frame.workspace(exchange),
            (ws, now, effects) -> ws.change(worker, channel, capacity, available, now, effects));
    return Frame.answer(200, json(exchange, channel));
  }

  private ObjectNode json(Exchange exchange, WorkerChannel channel) {
    Workspace workspace = frame.workspace(exchange);
    String worker = exchange.path("WorkerSid");
    ObjectNode json = Frame.json();
    json.put("sid", channel.sid());
    json.put("account_sid", workspace.accountSid());
    json.put("workspace_sid", workspace.sid());
    json.put("worker_sid", worker);
    json.put("task_channel_sid", channel.channel().sid());
    json.put("task_channel_unique_name", channel.channel().uniqueName());
    json.put("configured_capacity", channel.capacity());
    json.put("available", channel.available());
    json.put("assigned_tasks", channel.assignedTasks());
    json.put("available_capacity_percentage", channel.availablePercentage());
    json.put("date_created", frame.time(channel.createdAt()));
    json.put("date_updated", frame.time(channel.updatedAt()));
    json.put("url", Frame.url(workspace, "Workers", worker, "Channels", channel.sid()));
    return json;
  }
}
