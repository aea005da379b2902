/** The rules of call legs, played on a stage. */
package dev.partyline.calls;
