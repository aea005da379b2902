/**
 * The simulated platform, joined up: models, phones, webhooks and REST in one run.
 *
 * <p>{@link dev.partyline.world.World} is the single writer: it applies commands to the models,
 * turns their effects into journal entries, callbacks and events, runs TwiML, and owns the knobs. A
 * {@link dev.partyline.world.Subject} is a program under test; it meets the world through {@link
 * dev.partyline.world.Surroundings} and answers as an {@link dev.partyline.world.Application}. No
 * sockets here; REST and webhooks are method calls that take simulated time.
 */
package dev.partyline.world;
