/**
 * Conversations and outbox in a database: H2 inside the process, or PostgreSQL for several
 * instances. In comes a JDBC address; out comes a {@link dev.switchboard.store.ConversationStore}
 * whose changes are optimistic: what was read is written only if nobody wrote in between, else the
 * turn is taken again. Conversations are JSON with a format number, made from the records alone, so
 * that a new field or a new kind of command needs no line here.
 *
 * <p>{@link dev.switchboard.store.jdbc.Database#simulated} has one connection and no thread of its
 * own, for runs in simulated time.
 */
package dev.switchboard.store.jdbc;
