package dev.partyline.taskrouter;

/** What a command to a {@link Workspace} led to. */
public sealed interface Effect {

  /** Something happened. */
  record Happened(Workspace workspace, TaskRouterEvent event) implements Effect {}

  /** A reservation is announced to the application (TR-INSTR-01). */
  record Offered(Workspace workspace, Reservation reservation) implements Effect {}

  /**
   * The workspace wants to be woken.
   *
   * @param afterMs from now
   */
  record TimerSet(Workspace workspace, Timer timer, long afterMs) implements Effect {}

  /** Tasks and workers may fit together now; answered by {@link Workspace#match}. */
  record MatchWanted(Workspace workspace) implements Effect {}

  /** Something was logged; level is {@code error} or {@code warning}. */
  record Logged(Workspace workspace, int code, String level, String text) implements Effect {}

  /** What a timer is for; given back to {@link Workspace#fire}. */
  sealed interface Timer {

    /** A stable part of the event's name. */
    String word();
  }

  /** The offer is over. */
  record ReservationExpires(Reservation reservation) implements Timer {
    @Override
    public String word() {
      return "reservation-timeout";
    }
  }

  /** The task's time in this target is over. */
  record TargetExpires(Task task, int epoch) implements Timer {
    @Override
    public String word() {
      return "target-timeout";
    }
  }

  /** The task has waited as long as it may (TR-TASK-15). */
  record TaskExpires(Task task) implements Timer {
    @Override
    public String word() {
      return "time-to-live";
    }
  }

  /** A finished task is deleted (TR-TASK-13), or one that stayed assigned (TR-TASK-14). */
  record TaskRemoved(Task task, boolean wasFinished) implements Timer {
    @Override
    public String word() {
      return wasFinished ? "removal" : "system-removal";
    }
  }
}
