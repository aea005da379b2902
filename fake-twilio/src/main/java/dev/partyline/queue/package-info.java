/**
 * Queues of callers who wait to be dialled, and who stands where in them (TWIML-46, LIMIT-14).
 *
 * <p>A model of its own, beside {@code telephony}: it knows legs by SID alone, and neither time nor
 * documents. It answers who is next and how long everybody has waited; what a waiting caller hears
 * and what happens to one who is taken out is the matter of {@code script}. Not to be confused with
 * the queues of TaskRouter.
 */
package dev.partyline.queue;
