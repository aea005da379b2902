package dev.switchboard.config;

/**
 * One mistake in the file.
 *
 * @param line from 1, like {@code column}
 * @param text what is wrong and what is allowed
 */
public record Problem(int line, int column, String text) {}
