/**
 * Switchboard, the call code of a contact centre, put together: {@link dev.switchboard.App} joins
 * the parts to whatever client, clock, timers and store it is given; {@code live} gives it the real
 * ones, as {@link dev.switchboard.Main} is told on the command line. In come requests as {@code
 * web.Incoming}; out come answers, and requests to the platform. It must not know the fake platform
 * it is checked with. Read {@code conversation} next for what is decided, and {@code outbound} for
 * how it is carried out.
 */
package dev.switchboard;
