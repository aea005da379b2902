/**
 * Looking for runs that break a law, and making them small.
 *
 * <p>A {@link dev.partyline.explore.Scenario} says who may do what; a {@link
 * dev.partyline.explore.Seed} is the text that fixes one run of one subject in one scenario; {@link
 * dev.partyline.explore.Runner} carries it out and has the laws judge its journal. {@link
 * dev.partyline.explore.Explorer} tries many seeds, {@link dev.partyline.explore.Shrinker} resets
 * choices until only those that matter are left, {@link dev.partyline.explore.Exhaustive} goes
 * through every order of events within bounds. Judging reads the journal alone.
 */
package dev.partyline.explore;
