/**
 * A fresh platform for each JUnit 5 test: in simulated time ({@link dev.partyline.junit.Simulated})
 * or by the wall clock behind real ports ({@link dev.partyline.junit.Live}).
 *
 * <p>What comes in is an annotation on a class or a method; what goes out is a parameter of the
 * test, and on failure the story of the run, its seed and a page. Nothing else of Partyline knows
 * this package. Read {@link dev.partyline.junit.SimulatedPartyline} next.
 */
package dev.partyline.junit;
