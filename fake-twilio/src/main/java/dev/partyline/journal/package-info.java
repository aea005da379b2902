/**
 * What happened in a run: an append-only, typed, ordered list of entries.
 *
 * <p>Everybody writes what they did through {@link dev.partyline.journal.Journal#add}; laws,
 * reports, the console and tests read it and nobody reads anyone else's state. On disk it is
 * NDJSON, one {@link dev.partyline.journal.Entry} a line, with a schema number in the first line
 * ({@link dev.partyline.journal.NdjsonWriter}); the fields are documented on {@link
 * dev.partyline.journal.Happening}. Identifiers are counted, never drawn, so one seed gives the
 * same bytes on every machine and every Java version.
 *
 * <p>This package knows no clock, no model and no simulation: whoever adds an entry says when it
 * happened.
 */
package dev.partyline.journal;
