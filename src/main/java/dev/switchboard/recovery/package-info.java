/**
 * Compares what an instance keeps with what the platform has, on start and now and then, and ends
 * what must not live.
 *
 * <p>What a conversation that goes on needs is asked after by the conversation itself, and what a
 * dead instance left lying in the outbox is taken up by every other one. This is for what is left:
 * a room in progress whose conversation is over, a conversation that does not know its room, and
 * one that nothing will wake. It must never touch what another installation on the same account
 * made: a room is ours only when the store has the conversation it is named after (ZOO-57).
 */
package dev.switchboard.recovery;
