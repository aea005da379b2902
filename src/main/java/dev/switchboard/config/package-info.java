/**
 * The configuration file: YAML in, a {@link dev.switchboard.config.Configuration} out, or all
 * mistakes at once, each with line, column and what is allowed. Values may name environment
 * variables, <code>${NAME}</code>; secrets must come from one, or from a file named by the key with
 * {@code File} at its end, so that the configuration itself can be shown to anybody. It must not
 * know what the settings are for.
 */
package dev.switchboard.config;
