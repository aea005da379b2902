package dev.partyline.rest.sync;

import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.JsonText;
import dev.partyline.rest.Resource;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.sync.SyncService;
import java.util.List;

/** {@code /Services} (SYNC-SVC-03). */
final class ServicesResource implements Resource {

  private static final List<String> PARAMETERS =
      List.of(
          "FriendlyName",
          "WebhookUrl",
          "ReachabilityWebhooksEnabled",
          "AclEnabled",
          "ReachabilityDebouncingEnabled",
          "ReachabilityDebouncingWindow",
          "WebhooksFromRestEnabled");
  private static final List<String> LINKS = List.of("Documents", "Lists", "Maps", "Streams");

  private final Frame frame;

  ServicesResource(Frame frame) {
    this.frame = frame;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .get(Frame.ALL, Frame.handler(this::list))
        .post(Frame.ALL, PARAMETERS, Frame.handler(this::create))
        .get(Frame.ONE, Frame.handler(x -> answer(200, frame.service(x))))
        .post(Frame.ONE, PARAMETERS, Frame.handler(this::update))
        .delete(
            Frame.ONE,
            Frame.handler(
                x -> {
                  frame.services().remove(frame.service(x));
                  return Frame.gone();
                }));
  }

  private RestResponse list(Exchange exchange) {
    return Frame.page(
        exchange,
        "services",
        frame.services().all(exchange.account().sid()),
        SyncService::sid,
        this::json);
  }

  private RestResponse create(Exchange exchange) {
    SyncService.Settings settings = settings(exchange.request(), SyncService.Settings.STANDARD);
    return answer(201, frame.services().create(exchange.account().sid(), settings));
  }

  private RestResponse update(Exchange exchange) {
    SyncService service = frame.service(exchange);
    service.change(settings(exchange.request(), service.settings()), frame.services().now());
    return answer(200, service);
  }

  private static SyncService.Settings settings(RestRequest request, SyncService.Settings old) {
    String name = request.first("FriendlyName");
    return new SyncService.Settings(
        name == null ? old.name() : name,
        request.first("WebhookUrl") == null
            ? old.webhookUrl()
            : Form.url(request, "WebhookUrl", 20001),
        Form.flag(request, "WebhooksFromRestEnabled", old.webhooksFromRest()),
        Form.flag(request, "ReachabilityWebhooksEnabled", old.reachabilityWebhooks()),
        Form.flag(request, "AclEnabled", old.acl()),
        Form.flag(request, "ReachabilityDebouncingEnabled", old.debouncing()),
        Form.whole(request, "ReachabilityDebouncingWindow", old.debouncingMs(), 1_000, 30_000));
  }

  private RestResponse answer(int status, SyncService service) {
    JsonText json = new JsonText();
    json(json, service);
    return Frame.answer(status, json);
  }

  private void json(JsonText json, SyncService service) {
    SyncService.Settings settings = service.settings();
    json.begin();
    json.text("sid", service.sid());
    json.text("unique_name", service.uniqueName());
    json.text("account_sid", service.accountSid());
    json.text("friendly_name", settings.name());
    json.text("date_created", frame.time(service.createdAt()));
    json.text("date_updated", frame.time(service.updatedAt()));
    json.text("url", Frame.url(service));
    json.text("webhook_url", settings.webhookUrl());
    json.flag("webhooks_from_rest_enabled", settings.webhooksFromRest());
    json.flag("reachability_webhooks_enabled", settings.reachabilityWebhooks());
    json.flag("acl_enabled", settings.acl());
    json.flag("reachability_debouncing_enabled", settings.debouncing());
    json.number("reachability_debouncing_window", settings.debouncingMs());
    json.begin("links");
    for (String link : LINKS) {
      json.text(link.toLowerCase(java.util.Locale.ROOT), Frame.url(service, link));
    }
    json.end();
    json.end();
  }
}
