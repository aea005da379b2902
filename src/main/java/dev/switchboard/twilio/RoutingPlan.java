package dev.switchboard.twilio;

/**
 * Where inbound calls are routed: what {@link PlatformSetup} made.
 *
 * @param workspaceSid the workspace
 * @param workflowSid the workflow that takes every caller
 * @param restingSid the activity of agents who missed or declined an offer
 * @param availableSid the activity of agents who are offered calls
 */
public record RoutingPlan(
    String workspaceSid, String workflowSid, String restingSid, String availableSid) {}
