package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.taskrouter.TaskChannel;
import dev.partyline.taskrouter.Workspace;
import java.util.List;

/** {@code /TaskChannels} (TR-WS-22 to TR-WS-24). */
final class TaskChannelsResource implements Resource {

  private final Frame frame;

  TaskChannelsResource(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/TaskChannels";
    String one = all + "/{Sid}";
    routes
        .get(all, Frame.handler(this::list))
        .post(
            all,
            List.of("FriendlyName", "UniqueName", "ChannelOptimizedRouting"),
            Frame.handler(this::create))
        .get(one, Frame.handler(x -> Frame.answer(200, json(frame.workspace(x), channel(x)))))
        .post(one, List.of("FriendlyName", "ChannelOptimizedRouting"), Frame.handler(this::update))
        .delete(one, Frame.handler(this::delete));
  }

  private TaskChannel channel(Exchange exchange) {
    return Frame.require(frame.workspace(exchange).channel(exchange.path("Sid")), exchange);
  }

  private RestResponse list(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    return frame.page(
        exchange,
        "channels",
        List.copyOf(workspace.channels()),
        TaskChannel::sid,
        row -> json(workspace, row));
  }

  private RestResponse create(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    String name = Frame.name(exchange);
    String unique = Form.required(exchange.request(), "UniqueName", 20001);
    boolean optimized = Form.flag(exchange.request(), "ChannelOptimizedRouting", false);
    TaskChannel[] made = new TaskChannel[1];
    frame
        .workspaces()
        .give(
            workspace,
            (ws, now, effects) -> made[0] = ws.addChannel(name, unique, optimized, now, effects));
    return Frame.answer(201, json(workspace, made[0]));
  }

  private RestResponse update(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    TaskChannel channel = channel(exchange);
    String name = Frame.nameIfGiven(exchange);
    Boolean optimized = Form.flag(exchange.request(), "ChannelOptimizedRouting");
    frame
        .workspaces()
        .give(workspace, (ws, now, effects) -> ws.change(channel, name, optimized, now, effects));
    return Frame.answer(200, json(workspace, channel));
  }

  private RestResponse delete(Exchange exchange) {
    TaskChannel channel = channel(exchange);
    frame
        .workspaces()
        .give(frame.workspace(exchange), (ws, now, effects) -> ws.delete(channel, now, effects));
    return Frame.gone();
  }

  private ObjectNode json(Workspace workspace, TaskChannel channel) {
    ObjectNode json = Frame.json();
    json.put("sid", channel.sid());
    json.put("account_sid", workspace.accountSid());
    json.put("workspace_sid", workspace.sid());
    json.put("friendly_name", channel.name());
    json.put("unique_name", channel.uniqueName());
    json.put("channel_optimized_routing", channel.optimized());
    json.put("date_created", frame.time(channel.createdAt()));
    json.put("date_updated", frame.time(channel.updatedAt()));
    json.put("url", Frame.url(workspace, "TaskChannels", channel.sid()));
    json.putObject("links").put("workspace", Frame.url(workspace));
    return json;
  }
}
