package dev.partyline.gherkin;

import java.util.List;

/**
 * What happens to status callbacks on their way to the program.
 *
 * @param kind which fault
 * @param event the callbacks' event; empty for all
 * @param ms how late they are, in simulated milliseconds; 0 unless the kind is {@link Kind#LATE}
 */
record CallbackFault(Kind kind, String event, long ms) {

  /** The faults, each with the knob that makes it possible and that knob's value (CB-49). */
  enum Kind {
    LATE("knob.cb.delay", "5000"),
    TWICE("knob.cb.duplicateRate", "0.2"),
    LOST("knob.cb.dropRate", "0.05");

    private final String pin;
    private final String value;

    Kind(String pin, String value) {
      this.pin = pin;
      this.value = value;
    }

    /** Name of the choice that makes the fault possible. */
    String pin() {
      return pin;
    }

    /** What it has to be. */
    String value() {
      return value;
    }
  }

  /** The longest that a callback can be late, in simulated milliseconds. */
  static final long LATEST_MS = 5_000;

  /** The events that have callbacks: of calls and of conferences. */
  static final List<String> EVENTS =
      List.of(
          "initiated",
          "ringing",
          "answered",
          "completed",
          "conference-start",
          "conference-end",
          "participant-join",
          "participant-leave");

  /** Whether it concerns this event. */
  boolean concerns(String word) {
    return event.isEmpty() || event.equals(word);
  }
}
