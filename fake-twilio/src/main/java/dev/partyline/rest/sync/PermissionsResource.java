package dev.partyline.rest.sync;

import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.JsonText;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.sync.Kind;
import dev.partyline.sync.Permission;
import dev.partyline.sync.SyncObject;
import java.util.List;

/** {@code /Permissions} of a document, a list or a map (SYNC-SVC-18). */
final class PermissionsResource implements Resource {

  private final Frame frame;
  private final Kind kind;

  PermissionsResource(Frame frame, Kind kind) {
    this.frame = frame;
    this.kind = kind;
  }

  @Override
  public void addTo(Routes routes) {
    String all = Frame.ONE + "/" + kind.collection() + "/{Object}/Permissions";
    String one = all + "/{Identity}";
    routes
        .get(all, Frame.handler(this::list))
        .get(one, Frame.handler(x -> answer(frame.object(x, kind), existing(x))))
        .post(one, List.of("Read", "Write", "Manage"), Frame.handler(this::update))
        .delete(one, Frame.handler(this::delete));
  }

  private Permission existing(Exchange exchange) {
    return frame.require(
        frame.object(exchange, kind).permission(exchange.path("Identity"), frame.services().now()),
        exchange,
        20404);
  }

  private RestResponse list(Exchange exchange) {
    SyncObject object = frame.object(exchange, kind);
    return Frame.page(
        exchange,
        "permissions",
        object.permissions(),
        Permission::identity,
        (json, row) -> json(json, object, row));
  }

  private RestResponse update(Exchange exchange) {
    SyncObject object = frame.object(exchange, kind);
    Permission permission =
        new Permission(
            exchange.path("Identity"),
            flag(exchange.request(), "Read"),
            flag(exchange.request(), "Write"),
            flag(exchange.request(), "Manage"));
    object.permit(permission, frame.services().now());
    return answer(object, permission);
  }

  private static boolean flag(RestRequest request, String name) {
    Form.required(request, name, 20001);
    return Form.flag(request, name, false);
  }

  private RestResponse delete(Exchange exchange) {
    Permission permission = existing(exchange);
    frame.object(exchange, kind).forbid(permission.identity(), frame.services().now());
    return Frame.gone();
  }

  private RestResponse answer(SyncObject object, Permission permission) {
    JsonText json = new JsonText();
    json(json, object, permission);
    return Frame.answer(200, json);
  }

  private void json(JsonText json, SyncObject object, Permission permission) {
    json.begin();
    json.text("account_sid", object.service().accountSid());
    json.text("service_sid", object.service().sid());
    json.text(kind.word() + "_sid", object.sid());
    json.text("identity", permission.identity());
    json.flag("read", permission.read());
    json.flag("write", permission.write());
    json.flag("manage", permission.manage());
    json.text("url", Frame.url(object) + "/Permissions/" + Frame.encode(permission.identity()));
    json.end();
  }
}
