package dev.partyline.token;

/**
 * What a token allows a worker's page (TOKEN-06).
 *
 * @param workerSid null for a supervisor who is no worker
 * @param role {@code worker} or {@code supervisor}; null when the token does not say
 */
public record TaskRouterGrant(String workspaceSid, String workerSid, String role) {}
