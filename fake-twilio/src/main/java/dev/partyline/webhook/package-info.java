/**
 * Requests from the platform to the application: what they carry, how they are signed, when and how
 * often they are delivered.
 *
 * <p>In goes what is to be sent ({@link dev.partyline.webhook.Dispatch}), out goes a signed {@link
 * dev.partyline.webhook.WebhookRequest} to an {@link dev.partyline.webhook.ApplicationPort} on a
 * fiber of its own; delays, doubling and loss are choices of the run. The transport is a port: this
 * package knows no sockets. Rules: CB, SEC and the fetching half of TWIML.
 */
package dev.partyline.webhook;
