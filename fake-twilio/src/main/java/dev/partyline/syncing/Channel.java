package dev.partyline.syncing;

import dev.partyline.fault.Fault;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.sim.Span;
import dev.partyline.sync.SyncEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of events from the platform to one replica: late always, in order unless {@code
 * sync.push.reorder} lets them overtake each other, sometimes twice or never (SYNC-RT-06 to 11).
 */
final class Channel {

  private static final class UnderWay {
    private final SyncEvent event;
    private boolean arrived;

    UnderWay(SyncEvent event) {
      this.event = event;
    }
  }

  private final Replica replica;
  private final List<UnderWay> underWay = new ArrayList<>();
  private long sent;

  Channel(Replica replica) {
    this.replica = replica;
  }

  /** Id of the last event that set out. */
  long sent() {
    return sent;
  }

  void sentUpTo(long event) {
    sent = Math.max(sent, event);
  }

  /** An event sets out, live or replayed. */
  void send(SyncEvent event, boolean replay) {
    SyncPage page = replica.page();
    Wires wires = page.desk().wires();
    sent = Math.max(sent, event.id());
    if (page.isExpired()) {
      lost(event, "token-expired");
      return;
    }
    String name = page.name() + "." + replica.eventName() + (replay ? ".replay" : ".push");
    if (hit("lose-push", event) != null) {
      lost(event, "fault");
      return;
    }
    Fault late = hit("delay-push", event);
    long more = late == null ? 0 : late.delayMs();
    launch(name, event, more);
    String again = name + "." + event.id() + ".twice";
    if (hit("duplicate-push", event) != null
        || wires.chance().happens(again, wires.knobs().number(Knob.SYNC_PUSH_DUPLICATE_RATE))) {
      launch(again, event, more);
    }
  }

  private Fault hit(String action, SyncEvent event) {
    SyncPage page = replica.page();
    return page.desk()
        .wires()
        .faults()
        .webhook(
            action,
            new Fault.Hook("sync-push", event.type(), event.object(), event.name(), page.name()));
  }

  private void launch(String name, SyncEvent event, long more) {
    Wires wires = replica.page().desk().wires();
    long most = (long) wires.knobs().number(Knob.SYNC_PUSH_DELAY_MS);
    long window = (long) wires.knobs().number(Knob.SYNC_PUSH_REORDER_MS);
    long least = Math.min(10, most);
    UnderWay one = new UnderWay(event);
    underWay.add(one);
    wires.in(
        name,
        Span.of(least + more, Math.min(100, most) + more, most + window + more),
        () -> arrived(one, window > 0));
  }

  /** In order, one that comes early waits for those before it. */
  private void arrived(UnderWay one, boolean anyOrder) {
    if (!underWay.contains(one)) {
      return;
    }
    one.arrived = true;
    if (anyOrder) {
      underWay.remove(one);
      replica.receive(one.event);
      return;
    }
    while (!underWay.isEmpty() && underWay.get(0).arrived) {
      replica.receive(underWay.remove(0).event);
    }
  }

  /** The connection breaks: the events that were under way. */
  List<SyncEvent> breakOff() {
    List<SyncEvent> events = underWay.stream().map(one -> one.event).toList();
    underWay.clear();
    return events;
  }

  void lost(SyncEvent event, String reason) {
    replica
        .page()
        .desk()
        .wires()
        .note(
            new Happening.SyncLost(
                replica.page().name(),
                event.type(),
                event.object(),
                event.name(),
                event.item(),
                event.id(),
                reason));
  }
}
