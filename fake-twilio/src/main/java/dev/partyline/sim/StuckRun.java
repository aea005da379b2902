package dev.partyline.sim;

/** A run inside a batch hung, and the batch with it. */
public final class StuckRun extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;
  private final String label;

  StuckRun(String label, Outcome outcome) {
    super(label + ": " + outcome.describe());
    this.label = label;
    this.outcome = outcome;
  }

  /** What is known of it. */
  public Outcome outcome() {
    return outcome;
  }

  /** The label of the run: what repeats it. */
  public String label() {
    return label;
  }
}
