package dev.switchboard.outbound;

import java.time.Duration;

/** Runs things later. */
@FunctionalInterface
public interface Timers {

  /**
   * Runs the task once after the delay, which may be zero, and returns at once.
   *
   * <p>The task may wait for the platform's answer, so each must run apart from the caller and from
   * the others. A task lost in a crash is not made up for here.
   *
   * @param what what the task is for, in words of letters, digits and hyphens; a simulation names
   *     its choices by it
   */
  void after(String what, Duration delay, Runnable task);
}
