/**
 * Sync as a state machine: services, documents, lists, maps, streams, permissions. In comes a
 * command with the time, out come a changed state and effects: events for whoever listens, and
 * times at which something is too old. It knows no transport, no subscriber and no clock; {@code
 * rest.sync} asks it, {@code syncing} carries its effects out.
 */
package dev.partyline.sync;
