package dev.partyline.gherkin;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.WebhookQueued;
import dev.partyline.journal.Journal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which choices of a run make a fault of callbacks. The names of callbacks are known only when they
 * were sent, so a script with such a fault is played until no new name comes up.
 */
final class CallbackPins {

  private CallbackPins() {}

  /** The choices for every callback of this run that the fault concerns. */
  static Map<String, String> of(Journal journal, List<String> order, CallbackFault fault) {
    Map<String, String> pins = new LinkedHashMap<>();
    for (Entry entry : journal) {
      if (entry.what() instanceof WebhookQueued queued
          && queued.kind().endsWith("-status")
          && fault.concerns(queued.event())) {
        add(pins, queued.webhook(), order, fault);
      }
    }
    return pins;
  }

  private static void add(
      Map<String, String> pins, String webhook, List<String> order, CallbackFault fault) {
    switch (fault.kind()) {
      case LOST -> pins.put(webhook + ".lost", "yes");
      case TWICE -> pins.put(webhook + ".twice", "yes");
      case LATE -> {
        for (String event : order) {
          if (event.equals(webhook) || event.startsWith(webhook + "#")) {
            pins.put(event, Long.toString(fault.ms()));
          }
        }
      }
    }
  }
}
