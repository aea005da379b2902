package dev.partyline.report;

/**
 * How often a law was held, violated and not exercised over the schedules of one subject.
 *
 * @param held runs that could have broken the law and did not
 * @param violated runs that broke it
 * @param notExercised runs in which nothing could have broken it
 */
public record LawTally(long held, long violated, long notExercised) {}
