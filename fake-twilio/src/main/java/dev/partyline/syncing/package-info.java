/**
 * Sync at work: one desk that changes services and carries out what follows (expiry, webhooks,
 * pushes), and the pages that follow it, as browsers with the platform's SDK do. Everything late,
 * lost, doubled or out of order is chosen here, under stable names. It reaches time, the journal
 * and the application through {@link dev.partyline.syncing.Wires}; read {@link
 * dev.partyline.syncing.SyncDesk} first, then {@link dev.partyline.syncing.SyncPage}.
 */
package dev.partyline.syncing;
