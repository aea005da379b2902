package dev.partyline.server;

import java.time.Duration;
import java.util.List;

/** The clock of a live platform, as people handle it. Safe to use from any thread. */
public interface LiveClock {

  /** Simulated milliseconds since the platform began. */
  long now();

  /** Stops time: requests are still answered, what is due later waits. */
  void freeze();

  /** Lets time go on from where it stopped. */
  void resume();

  /** Whether time stands still. */
  boolean frozen();

  /** How many simulated seconds pass in a real one. */
  double speed();

  /**
   * Changes how fast time passes. While the application is being asked something it passes no
   * faster than real time: its answer would be too late before it could be given.
   *
   * @throws IllegalArgumentException unless it is more than 0 and at most 10,000
   */
  void speed(double factor);

  /**
   * Moves time on at once and carries out what falls due. What the application is asked on the way
   * is waited for, up to a real second each time, so that its answers come in their place.
   *
   * @throws IllegalArgumentException when negative
   */
  void advance(Duration time);

  /**
   * Moves time on until nothing is due any more and no request to the application is on its way.
   *
   * @param most simulated time that may pass
   * @return what was still due when the time was up; empty when all is quiet
   */
  List<String> runUntilQuiet(Duration most);
}
