package dev.partyline.token;

/**
 * What a token allows a Sync client (TOKEN-05).
 *
 * @param serviceSid the service it may open; {@code default} for the account's own
 * @param endpointId kept, of no effect here; null when there is none
 */
public record SyncGrant(String serviceSid, String endpointId) {}
