package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code /Activities} (TR-WS-19 to TR-WS-21). */
final class ActivitiesResource implements Resource {

  private final Frame frame;

  ActivitiesResource(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/Activities";
    String one = all + "/{Sid}";
    List<String> parameters = List.of("FriendlyName", "Available");
    routes
        .get(all, Frame.handler(this::list))
        .post(all, parameters, Frame.handler(this::create))
        .get(one, Frame.handler(x -> Frame.answer(200, json(frame.workspace(x), activity(x)))))
        .post(one, parameters, Frame.handler(this::update))
        .delete(one, Frame.handler(this::delete));
  }

  private Activity activity(Exchange exchange) {
    return Frame.require(frame.workspace(exchange).activity(exchange.path("Sid")), exchange);
  }

  private RestResponse list(Exchange exchange) {
    RestRequest request = exchange.request();
    Workspace workspace = frame.workspace(exchange);
    String available = request.filled("Available");
    List<Activity> rows =
        workspace.activities().stream()
            .filter(one -> Frame.passes(request, "FriendlyName", one.name()))
            .filter(one -> available == null || truth(available) == one.available())
            .toList();
    return frame.page(exchange, "activities", rows, Activity::sid, row -> json(workspace, row));
  }

  private RestResponse create(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    String name = Frame.name(exchange);
    String available = exchange.request().filled("Available");
    Activity[] made = new Activity[1];
    frame
        .workspaces()
        .give(
            workspace,
            (ws, now, effects) ->
                made[0] =
                    ws.addActivity(name, available != null && truth(available), now, effects));
    return Frame.answer(201, json(workspace, made[0]));
  }

  private static boolean truth(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (Set.of("true", "1", "yes").contains(lower)) {
      return true;
    }
    if (Set.of("false", "0", "no").contains(lower)) {
      return false;
    }
    throw Form.bad("Available", value, "true or false");
  }

  /** TR-WS-20: another Available answers 200 and changes nothing. */
  private RestResponse update(Exchange exchange) {
    Workspace workspace = frame.workspace(exchange);
    Activity activity = activity(exchange);
    String name = Frame.nameIfGiven(exchange);
    if (name != null) {
      frame
          .workspaces()
          .give(workspace, (ws, now, effects) -> ws.rename(activity, name, now, effects));
    }
    return Frame.answer(200, json(workspace, activity));
  }

  private RestResponse delete(Exchange exchange) {
    Activity activity = activity(exchange);
    frame
        .workspaces()
        .give(frame.workspace(exchange), (ws, now, effects) -> ws.delete(activity, now, effects));
    return Frame.gone();
  }

  private ObjectNode json(Workspace workspace, Activity activity) {
    ObjectNode json = Frame.json();
    json.put("sid", activity.sid());
    json.put("account_sid", workspace.accountSid());
    json.put("workspace_sid", workspace.sid());
    json.put("friendly_name", activity.name());
    json.put("available", activity.available());
    json.put("date_created", frame.time(activity.createdAt()));
    json.put("date_updated", frame.time(activity.updatedAt()));
    json.put("url", Frame.url(workspace, "Activities", activity.sid()));
    json.putObject("links").put("workspace", Frame.url(workspace));
    return json;
  }
}
