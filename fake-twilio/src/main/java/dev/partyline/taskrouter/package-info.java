/**
 * The matchmaker: tasks, workers, queues, workflows and reservations. Knows no calls and no HTTP.
 */
package dev.partyline.taskrouter;
