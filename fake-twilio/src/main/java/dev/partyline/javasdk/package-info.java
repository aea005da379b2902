/**
 * The vendor's Java SDK inside a simulation: its own {@code HttpClient} type, answered by the
 * world.
 *
 * <p>{@link dev.partyline.javasdk.SimHttpClient} serves one run; {@link
 * dev.partyline.javasdk.TwilioStatics} routes code that uses the SDK's static client and executor.
 */
package dev.partyline.javasdk;
