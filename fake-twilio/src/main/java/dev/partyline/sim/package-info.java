/**
 * Time, order and chance.
 *
 * <p>A {@link dev.partyline.sim.Simulation} owns virtual time, the pending events and the fibers on
 * which code under test runs as ordinary blocking Java; exactly one fiber or event action runs at a
 * time. Every event is due within a {@link dev.partyline.sim.Span}; which instant of it, and every
 * other free choice, is asked of the run's {@link dev.partyline.sim.Strategy} under a stable name,
 * so that one seed, or one list of named values, fixes the whole run.
 *
 * <p>What comes in: named events, choices and fibers. What goes out: an {@link
 * dev.partyline.sim.Outcome} and the list of {@link dev.partyline.sim.Choice}s taken. This package
 * knows nothing of telephones, HTTP or journals, reads no wall clock for anything that shows in a
 * run (its watchdogs do, to end a run that hangs) and draws nothing from unseeded chance. Threads
 * live in its two fiber engines and nowhere else in the core.
 */
package dev.partyline.sim;
