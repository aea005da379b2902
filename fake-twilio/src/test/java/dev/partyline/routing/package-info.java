/** Calls through TaskRouter, in simulated time: traces and races of the reference. */
package dev.partyline.routing;
