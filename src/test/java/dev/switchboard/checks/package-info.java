/**
 * Switchboard and its known-bad twins under exploration: the programs' list, the command that the
 * README names, and the properties that CI runs.
 */
package dev.switchboard.checks;
