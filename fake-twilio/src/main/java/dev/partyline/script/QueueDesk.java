package dev.partyline.script;

import dev.partyline.queue.CallQueue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings those who wait in queues together with those who dial queues, both in their order. */
final class QueueDesk {

  private final Map<String, QueueWait> callers = new LinkedHashMap<>();
  private final Map<CallQueue, List<QueueDial>> diallers = new LinkedHashMap<>();

  /** A caller waits; somebody who dialled the queue when it was empty gets one. */
  void joined(CallQueue queue, QueueWait caller) {
    callers.put(caller.callSid(), caller);
    List<QueueDial> waiting = diallers.getOrDefault(queue, List.of());
    if (!waiting.isEmpty()) {
      serve(queue, waiting.remove(0));
    }
  }

  /** A caller is in its queue no more. */
  void left(QueueWait caller) {
    callers.remove(caller.callSid());
  }

  /**
   * Somebody dials a queue.
   *
   * @return false when nobody is in it: then the dialler is told later, unless it gives up
   */
  boolean dialled(CallQueue queue, QueueDial dialler) {
    if (queue.size() > 0) {
      serve(queue, dialler);
      return true;
    }
    diallers.computeIfAbsent(queue, none -> new ArrayList<>()).add(dialler);
    return false;
  }

  /**
   * Somebody is to have this caller and no other.
   *
   * @return false when the caller does not wait
   */
  boolean dialled(String callSid, QueueDial dialler) {
    QueueWait caller = callers.get(callSid);
    if (caller == null) {
      return false;
    }
    dialler.serve(caller);
    return true;
  }

  /** Somebody waits for a caller no more. */
  void gaveUp(CallQueue queue, QueueDial dialler) {
    List<QueueDial> waiting = diallers.get(queue);
    if (waiting != null) {
      waiting.remove(dialler);
    }
  }

  private void serve(CallQueue queue, QueueDial dialler) {
    dialler.serve(callers.get(queue.front().callSid()));
  }
}
