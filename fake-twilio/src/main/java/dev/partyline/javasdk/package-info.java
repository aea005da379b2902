/**
 * The vendor's Java SDK turned to this platform, by its own {@code HttpClient} type.
 *
 * <p>{@link dev.partyline.javasdk.SimHttpClient} serves one run; {@link
 * dev.partyline.javasdk.TwilioStatics} routes code that uses the SDK's static client and executor;
 * {@link dev.partyline.javasdk.DoorHttpClient} leads to a platform that is served live.
 */
package dev.partyline.javasdk;
