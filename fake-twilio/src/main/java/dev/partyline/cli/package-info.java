/**
 * The command line: serve and run for applications of any language; explore, replay, compare,
 * measure for programs in this JVM.
 *
 * <p>A {@link dev.partyline.cli.Workbench} says which programs there are; {@link
 * dev.partyline.cli.PartylineCommand} turns words into runs, prints what a person can read, writes
 * the report and ends with an exit code: 0 all is as it should be, 1 a law is broken, 2 wrong
 * usage, 3 Partyline itself is at fault or a run could not be judged. Needs picocli on the class
 * path.
 */
package dev.partyline.cli;
