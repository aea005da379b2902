/**
 * A day of a whole contact centre: many agents, thousands of callers, breaks, holds, transfers and
 * wrap-ups, all drawn from one seed. The application answers without a fiber of its own, so that a
 * day takes seconds.
 */
package dev.partyline.centre.day;
