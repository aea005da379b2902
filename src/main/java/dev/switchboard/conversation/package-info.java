/**
 * What one outbound conversation is and what it decides, as a pure function: a {@link
 * dev.switchboard.conversation.Conversation} and an {@link dev.switchboard.conversation.Event} make
 * a {@link dev.switchboard.conversation.Step}, which is the next conversation and the {@link
 * dev.switchboard.conversation.Command}s to carry out.
 *
 * <p>In come webhooks, answers to earlier commands, the agent's wish to hang up and the passing of
 * time. Everything an event tells is kept as a fact that only ever grows (a leg's status,
 * somebody's presence in the room, whether the customer was dialled), and the decision is made from
 * the facts, never from the event. So the order of events and their repetition do not matter, and
 * an event that never comes is made up for by a look at the platform, which tells the same facts.
 *
 * <p>This package must know no clock, no I/O, no thread and no type of the platform's library. Read
 * {@code Conversation}, then {@code Turn}; {@code Ending} says how each kind of end is brought
 * about and {@code Pace} how long anything may wait.
 */
package dev.switchboard.conversation;
