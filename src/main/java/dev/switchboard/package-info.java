/**
 * Switchboard, the call code of a contact centre, put together: {@link dev.switchboard.App} joins
 * the parts to whatever client, clock and timers it is given, and {@link dev.switchboard.Main}
 * gives it the real ones. In come requests as {@code web.Incoming}; out come answers, and requests
 * to the platform. It must not know the fake platform it is checked with. Read {@code conversation}
 * next for what is decided, and {@code outbound} for how it is carried out.
 */
package dev.switchboard;
