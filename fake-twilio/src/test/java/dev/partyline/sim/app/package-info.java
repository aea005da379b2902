/** Code under test: what programs do that a simulation must support or name. */
package dev.partyline.sim.app;
