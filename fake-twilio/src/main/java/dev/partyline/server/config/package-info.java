/**
 * The configuration file: what is set up before a live platform starts.
 *
 * <p>YAML goes in; {@link dev.partyline.server.config.Configuration} comes out, or every mistake of
 * the file at once, each with its line and column. {@code example.yaml} beside this package has all
 * keys. It knows no sockets and starts nothing.
 */
package dev.partyline.server.config;
