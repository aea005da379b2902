package dev.partyline.sync;

/**
 * That something will be too old.
 *
 * @param object SID of the document, list, map or stream
 * @param item key or index; null when the whole object expires
 * @param at simulated milliseconds, {@code date_expires}
 */
public record Expiry(String object, String item, long at) {}
