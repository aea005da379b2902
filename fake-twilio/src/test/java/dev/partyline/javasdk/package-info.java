/** The vendor's Java SDK inside a simulation. */
package dev.partyline.javasdk;
