/**
 * Faults put in on purpose: which request or webhook, how often, and what goes wrong.
 *
 * <p>Asked by the front of the API and by the deliveries of webhooks, in simulated and in live runs
 * alike.
 */
package dev.partyline.fault;
