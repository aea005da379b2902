package dev.partyline.syncing;

import dev.partyline.sync.Kind;
import dev.partyline.sync.SyncEvent;
import dev.partyline.sync.SyncService;
import dev.partyline.webhook.Dispatch;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells an application what happens in its services (SYNC-WH-01 to SYNC-WH-07). */
final class SyncWebhooks {

  private final Wires wires;

  SyncWebhooks(Wires wires) {
    this.wires = wires;
  }

  /** Sends one change, when the service has a URL and wants it. */
  void tell(SyncService service, String object, SyncEvent event) {
    SyncService.Settings settings = service.settings();
    if (event.by().isSystem() && !settings.webhooksFromRest()) {
      return;
    }
    Map<String, String> form = common(service, event.type(), event.by().identity());
    if (!event.by().isSystem()) {
      form.put("EndpointId", event.by().endpoint());
    }
    String kind = event.kind().word();
    String prefix = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    form.put(prefix + "Sid", event.object());
    if (event.name() != null) {
      form.put(prefix + "UniqueName", event.name());
    }
    if (event.objectRevision() != null) {
      form.put(prefix + "Revision", event.objectRevision());
    }
    if (event.item() != null) {
      form.put(itemField(event.kind()), event.item());
    }
    if (event.json() != null) {
      form.put(dataField(event.kind()), event.json());
    }
    if (event.item() != null) {
      form.put("EventId", Long.toString(event.id()));
    }
    send(service, "sync." + object + ".webhook." + event.type(), event.type(), form);
  }

  /** Sends that a page came or went (SYNC-WH-05). */
  void reachability(SyncService service, String page, String type, String identity) {
    if (service.settings().reachabilityWebhooks()) {
      Map<String, String> form = common(service, type, identity);
      form.put("EndpointId", page);
      send(service, page + ".webhook." + type, type, form);
    }
  }

  private static Map<String, String> common(SyncService service, String type, String identity) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("EventType", type);
    form.put("AccountSid", service.accountSid());
    form.put("ServiceSid", service.sid());
    form.put("Identity", identity);
    return form;
  }

  private static String itemField(Kind kind) {
    return kind == Kind.LIST ? "ItemIndex" : kind == Kind.MAP ? "ItemKey" : "MessageSid";
  }

  private static String dataField(Kind kind) {
    return switch (kind) {
      case DOCUMENT -> "DocumentData";
      case LIST, MAP -> "ItemData";
      case STREAM -> "MessageData";
    };
  }

  private void send(SyncService service, String name, String type, Map<String, String> form) {
    String url = service.settings().webhookUrl();
    if (url != null) {
      wires.send(
          new Dispatch(
              name,
              "sync",
              null,
              null,
              type,
              "POST",
              url,
              form,
              wires.toCallback(),
              true,
              delivered -> {}));
    }
  }
}
