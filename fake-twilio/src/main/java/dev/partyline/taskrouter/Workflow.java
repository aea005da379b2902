package dev.partyline.taskrouter;

/** How tasks find a queue (TR-WF-01). */
public final class Workflow {

  private final String sid;
  private final long createdAt;
  private Settings settings;
  private long updatedAt;

  /**
   * What a workflow is set to.
   *
   * @param assignmentCallback null when reservations are not announced
   * @param fallbackCallback null when there is none
   * @param reservationTimeoutSeconds 1 to 86,400
   */
  public record Settings(
      String name,
      RoutingPlan plan,
      String assignmentCallback,
      String fallbackCallback,
      int reservationTimeoutSeconds) {}

  Workflow(String sid, Settings settings, long now) {
    this.sid = sid;
    this.settings = settings;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void change(Settings others, long now) {
    settings = others;
    updatedAt = now;
  }

  /** {@code WW} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** The friendly name. */
  public String name() {
    return settings.name();
  }

  /** Filters and targets. */
  public RoutingPlan plan() {
    return settings.plan();
  }

  /** What it is set to. */
  public Settings settings() {
    return settings;
  }

  /** When it was made, in simulated milliseconds. */
  public long createdAt() {
    return createdAt;
  }

  /** When it last changed. */
  public long updatedAt() {
    return updatedAt;
  }
}
