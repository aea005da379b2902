/**
 * Known-bad twins: small, honest programs with mistakes that real people made, one a file, each
 * caught by the law it breaks.
 *
 * <p>They do Switchboard's job through the same SDK and the same webhooks. A law that stops
 * catching its twin is broken.
 */
package dev.switchboard.twins;
