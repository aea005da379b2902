/**
 * The scenarios in {@code features/}, run in every build, and the tests of what surrounds them:
 * both languages pair, the list of steps in their README is complete, and the program that runs
 * them for QA says clearly what is wrong with a file.
 */
package dev.switchboard.features;
