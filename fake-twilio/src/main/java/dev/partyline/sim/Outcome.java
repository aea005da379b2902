package dev.partyline.sim;

import java.util.List;

/**
 * How a run ended.
 *
 * @param kind which end it was
 * @param detail what led to it, for a person; empty when all went quiet
 * @param stack where the code stood, first line innermost; empty when that says nothing
 * @param advice what to do about it; empty when there is nothing to do
 */
public record Outcome(Kind kind, String detail, List<String> stack, String advice) {

  /** The ways in which a run ends. */
  public enum Kind {
    /** Nothing is left to happen: the normal end. */
    QUIET("quiet"),
    /** Simulated time ran out while something was still due. */
    HORIZON("horizon"),
    /** Fibers wait for something that nothing left in the run can bring. */
    DEADLOCK("deadlock"),
    /** More events than a run may take. */
    STEP_LIMIT("step-limit"),
    /** Events follow each other without time moving. */
    ZERO_TIME_LOOP("zero-time-loop"),
    /** Code under test blocked or ran where the simulation cannot see it. */
    LEAK("leak"),
    /** Code under test computes without end. */
    HANG("hang"),
    /** Partyline itself is at fault. */
    FAULT("fault");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word the journal and reports use. */
    public String word() {
      return word;
    }

    /** Whether the run can be judged: it went to its natural end or to the horizon. */
    public boolean judgeable() {
      return this == QUIET || this == HORIZON;
    }
  }

  /** Copies the stack. */
  public Outcome {
    stack = List.copyOf(stack);
  }

  static Outcome of(Kind kind, String detail, String advice) {
    return new Outcome(kind, detail, List.of(), advice);
  }

  /** Kind, detail, stack and advice on as many lines as needed. */
  public String describe() {
    StringBuilder text = new StringBuilder(kind.word());
    if (!detail.isEmpty()) {
      text.append(": ").append(detail);
    }
    for (String line : stack) {
      text.append("\n    at ").append(line);
    }
    if (!advice.isEmpty()) {
      text.append("\n  ").append(advice);
    }
    return text.toString();
  }
}
