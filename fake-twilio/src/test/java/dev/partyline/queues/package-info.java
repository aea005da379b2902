/** Queues of callers as an application sees them: Enqueue, Dial to a queue, and REST. */
package dev.partyline.queues;
