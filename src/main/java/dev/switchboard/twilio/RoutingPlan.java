package dev.switchboard.twilio;

/**
 * Where inbound calls are routed: what {@link PlatformSetup} made.
 *
 * @param workspaceSid the workspace
 * @param workflowSid the workflow that takes every caller
 * @param restingSid the activity of agents who missed or declined an offer
 * @param availableSid the activity of agents who are offered calls
 * @param breakSid the activity of agents who take a break
 * @param acceptOnPage whether an agent's phone is rung only when they accept on their page
 */
public record RoutingPlan(
    String workspaceSid,
    String workflowSid,
    String restingSid,
    String availableSid,
    String breakSid,
    boolean acceptOnPage) {

  /** Where agents accept by answering the phone. */
  public RoutingPlan(
      String workspaceSid,
      String workflowSid,
      String restingSid,
      String availableSid,
      String breakSid) {
    this(workspaceSid, workflowSid, restingSid, availableSid, breakSid, false);
  }

  /** The same, where agents accept as told. */
  public RoutingPlan acceptedOnPage(boolean onPage) {
    return new RoutingPlan(workspaceSid, workflowSid, restingSid, availableSid, breakSid, onPage);
  }
}
