package dev.partyline.server.config;

/**
 * One mistake in a configuration file.
 *
 * @param line from 1, like {@code column}
 * @param text what is wrong and what is allowed
 */
public record Problem(int line, int column, String text) {}
