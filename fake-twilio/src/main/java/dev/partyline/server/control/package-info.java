/**
 * What people and tests do to a live platform beside its API: phones, faults, time, and a look at
 * everything.
 *
 * <p>{@code /_partyline/openapi.json} describes it.
 */
package dev.partyline.server.control;
