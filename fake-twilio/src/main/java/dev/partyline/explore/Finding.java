package dev.partyline.explore;

/**
 * A broken law: the run in which it was met and the smallest one that breaks it, too.
 *
 * @param law id of the law
 * @param found the run as it was drawn
 * @param smallest the shrunk run
 * @param schedules how many runs it took to find it
 */
public record Finding(String law, RunResult found, RunResult smallest, long schedules) {}
