/**
 * The same platform by the wall clock: one lock round one world, a thread that wakes it when
 * something is due, and webhooks over real sockets.
 *
 * <p>{@link dev.partyline.server.LivePlatform} is what doors, the control API and tests hold.
 */
package dev.partyline.server;
