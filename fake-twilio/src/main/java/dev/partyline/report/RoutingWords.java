package dev.partyline.report;

import dev.partyline.journal.Happening.InstructionStep;
import dev.partyline.journal.Happening.RoutingEvent;

/** What TaskRouter does, in the words of a story; what only a machine cares about is left out. */
final class RoutingWords {

  private RoutingWords() {}

  /** A sentence; null when the event is not worth one. */
  static String of(RoutingEvent event, Cast cast) {
    String who = event.call() == null ? "a task" : cast.leg(event.call());
    String worker = event.worker();
    return switch (event.event()) {
      case "task-queue.entered" -> who + " waits in TaskRouter's queue \"" + event.queue() + "\"";
      case "reservation.created" -> who + " is offered to " + worker;
      case "reservation.accepted" -> worker + " has accepted " + who;
      case "reservation.rejected" -> worker + "'s offer of " + who + " is rejected";
      case "reservation.timeout" -> worker + "'s offer of " + who + " times out";
      case "reservation.rescinded" ->
          worker + "'s offer of " + who + " is rescinded: somebody else was first";
      case "reservation.canceled" ->
          worker + "'s offer of " + who + " is canceled" + because(event.reason());
      case "reservation.wrapup" -> worker + " is in wrap-up after " + who;
      case "reservation.completed" -> worker + " is done with " + who;
      case "task.canceled" -> "the task of " + who + " is canceled" + because(event.reason());
      case "task.system-deleted" -> "the task of " + who + " is deleted by TaskRouter";
      case "worker.activity.update" -> worker + " is " + event.activity() + " from now on";
      default -> null;
    };
  }

  private static String because(String reason) {
    if (reason == null || reason.isEmpty()) {
      return "";
    }
    return reason.matches("[0-9]+") ? " (error " + reason + ")" : ": " + reason;
  }

  /** A sentence; null when the step is not worth one. */
  static String of(InstructionStep step, Cast cast) {
    String word = step.instruction();
    return switch (step.step()) {
      case "dials" -> "TaskRouter calls " + cast.leg(step.call()) + " (" + word + ")";
      case "refused" -> "the instruction " + word + " is refused: " + step.text();
      default -> null;
    };
  }
}
