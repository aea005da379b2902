package dev.partyline.taskrouter;

import java.util.ArrayList;
import java.util.List;

/**
 * Workers who could take some task when a round of matching began, in the order of their making.
 * When everybody is busy, many tasks look for the same few: those with room are picked out once.
 */
final class FreeWorkers {

  private final List<Worker> all;
  private TaskChannel kind;
  private List<Worker> roomy;

  FreeWorkers(List<Worker> all) {
    this.all = all;
  }

  /** Everybody. */
  List<Worker> all() {
    return all;
  }

  /** Those who have room on a channel; some may have been given a task since they were found. */
  List<Worker> withRoom(TaskChannel channel) {
    if (roomy == null || kind != channel) {
      kind = channel;
      roomy = new ArrayList<>();
      for (Worker worker : all) {
        WorkerChannel part = worker.channel(channel);
        if (part != null && part.hasRoom()) {
          roomy.add(worker);
        }
      }
    }
    return roomy;
  }

  /** Somebody may have room again. */
  void someoneHasRoom() {
    roomy = null;
  }
}
