package dev.partyline.behaviour;

/**
 * One rule named by one test.
 *
 * @param test class without its package, and method, such as {@code JoinTest.second_joiner_starts}
 * @param runs false if what carries the annotation is not a test, or is a disabled one
 */
record Pin(String ruleId, String test, boolean runs) {}
