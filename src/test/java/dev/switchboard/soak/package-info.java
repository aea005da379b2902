/**
 * A long live run, by hand and never as a test: many conversations at once against the simulated
 * platform, two instances of {@code switchboard.jar} on one PostgreSQL behind one address, one of
 * which is killed without warning again and again. In the end the call list must be what the
 * platform knows, and nobody may be left.
 */
package dev.switchboard.soak;
