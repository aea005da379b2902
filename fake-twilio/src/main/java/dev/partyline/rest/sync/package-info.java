/**
 * Sync's API, v1 (SYNC-SVC-01): resources over the model of {@code sync}, reached through {@link
 * dev.partyline.rest.sync.SyncServices}. It carries nothing out itself.
 */
package dev.partyline.rest.sync;
