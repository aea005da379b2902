package dev.partyline.syncing;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import dev.partyline.rest.sync.SyncServices;
import dev.partyline.sim.Span;
import dev.partyline.sync.Effect;
import dev.partyline.sync.Expiry;
import dev.partyline.sync.Sids;
import dev.partyline.sync.SyncEvent;
import dev.partyline.sync.SyncObject;
import dev.partyline.sync.SyncService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Sync services of a platform and the only one who changes them. Every command goes through
 * {@link #give}; what it leads to is carried out at once: expiry is set, the journal and the
 * application are told, pushes to pages set out.
 */
public final class SyncDesk implements SyncServices {

  /** The word that addresses an account's own service (SYNC-SVC-01). */
  private static final String DEFAULT = "default";

  private final Wires wires;
  private final Sids sids;
  private final Names names = new Names();
  private final SyncWebhooks webhooks;
  private final SyncPages pages;
  private final Map<String, SyncService> services = new LinkedHashMap<>();
  private final Map<String, SyncService> defaults = new LinkedHashMap<>();

  /** A desk with nothing but the default services. */
  public SyncDesk(Wires wires, Sids sids) {
    this.wires = wires;
    this.sids = sids;
    this.webhooks = new SyncWebhooks(wires);
    this.pages = new SyncPages(this);
  }

  // ---- services ----

  @Override
  public List<SyncService> all(String accountSid) {
    defaultOf(accountSid);
    return services.values().stream().filter(one -> one.accountSid().equals(accountSid)).toList();
  }

  @Override
  public SyncService get(String accountSid, String sid) {
    if (sid.equals(DEFAULT)) {
      return defaultOf(accountSid);
    }
    SyncService found = services.get(sid);
    return found == null || !found.accountSid().equals(accountSid) ? null : found;
  }

  /** An account's own service is there when somebody looks for it. */
  private SyncService defaultOf(String accountSid) {
    SyncService found = defaults.get(accountSid);
    if (found == null) {
      SyncService.Settings settings = SyncService.Settings.STANDARD;
      found =
          put(
              accountSid,
              sids.next("IS"),
              DEFAULT,
              new SyncService.Settings(
                  "Default Service",
                  settings.webhookUrl(),
                  settings.webhooksFromRest(),
                  settings.reachabilityWebhooks(),
                  settings.acl(),
                  settings.debouncing(),
                  settings.debouncingMs()));
    }
    return found;
  }

  @Override
  public SyncService create(String accountSid, SyncService.Settings settings) {
    return put(accountSid, sids.next("IS"), null, settings);
  }

  /**
   * Puts a service in under a known SID.
   *
   * @param uniqueName {@code default} for the account's own; null for another
   * @throws IllegalArgumentException when there is one with this SID, or a second default
   */
  public SyncService put(
      String accountSid, String sid, String uniqueName, SyncService.Settings settings) {
    if (services.containsKey(sid) || uniqueName != null && defaults.containsKey(accountSid)) {
      throw new IllegalArgumentException(
          "there is a Sync service "
              + (services.containsKey(sid) ? sid : DEFAULT)
              + " already; give another SID or leave it out");
    }
    SyncService made =
        new SyncService(accountSid, sid, uniqueName, settings, knobs(), sids, wires.now());
    services.put(sid, made);
    if (uniqueName != null) {
      defaults.put(accountSid, made);
    }
    return made;
  }

  @Override
  public void remove(SyncService service) {
    give(
        service,
        (one, now, effects) -> {
          one.clear(now, effects);
          return null;
        });
    services.remove(service.sid());
    defaults.remove(service.accountSid(), service);
  }

  @Override
  public Knobs knobs() {
    return wires.knobs();
  }

  @Override
  public long now() {
    return wires.now();
  }

  @Override
  public Instant instant(long ms) {
    return wires.instant(ms);
  }

  // ---- commands and what they lead to ----

  @Override
  public <T> T give(SyncService service, Command<T> command) {
    List<Effect> effects = new ArrayList<>();
    try {
      return command.give(service, wires.now(), effects);
    } finally {
      // what a refused command did before it was refused has happened
      effects.forEach(effect -> apply(service, effect));
    }
  }

  private void apply(SyncService service, Effect effect) {
    if (effect instanceof Effect.Changed changed) {
      changed(service, changed.event());
    } else if (effect instanceof Effect.ExpirySet set) {
      expire(service, set.expiry());
    }
  }

  private void changed(SyncService service, SyncEvent event) {
    wires.note(
        new Happening.SyncChanged(
            event.type(),
            event.service(),
            event.object(),
            event.name(),
            event.item(),
            event.revision(),
            event.id(),
            event.by().identity(),
            event.json()));
    SyncObject object = service.find(event.object());
    String name = object == null ? names.last(event) : names.of(object);
    webhooks.tell(service, name, event);
    if (event.isPushed()) {
      pages.push(event);
    }
    if (event.isEnd()) {
      names.forget(event.object());
    }
  }

  /** Removal is at the date or a little later (SYNC-SVC-13). */
  private void expire(SyncService service, Expiry expiry) {
    long wait = expiry.at() - wires.now();
    long slack = (long) knobs().number(Knob.SYNC_TTL_SLACK_MS);
    SyncObject object = service.find(expiry.object());
    wires.in(
        "sync."
            + (object == null ? expiry.object() : names.of(object))
            + (expiry.item() == null ? "" : "." + Names.plain(expiry.item()))
            + ".expires",
        Span.of(wait, wait + slack / 2, wait + slack),
        () -> {
          if (services.get(service.sid()) == service) {
            give(
                service,
                (one, now, effects) -> {
                  one.expire(expiry, now, effects);
                  return null;
                });
          }
        });
  }

  // ---- for the rest of the package, and for people ----

  /** The pages that follow Sync. */
  public SyncPages pages() {
    return pages;
  }

  Wires wires() {
    return wires;
  }

  Names names() {
    return names;
  }

  SyncWebhooks webhooks() {
    return webhooks;
  }
}
