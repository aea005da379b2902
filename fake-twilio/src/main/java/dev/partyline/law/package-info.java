/**
 * The laws: properties of a whole run, judged on the journal alone.
 *
 * <p>In goes a {@link dev.partyline.journal.Journal}, out comes a {@link
 * dev.partyline.law.Verdict}: held, violated (with the moment and the parties) or not exercised. A
 * law never looks into a model, an application or a clock, so a stored journal can be judged again
 * years later. Each law has a known-bad program that it catches; a law that catches nothing is no
 * law.
 *
 * <p>{@link dev.partyline.law.Laws} holds them all and judges a run by all of them with one reading
 * of the journal: a fold makes legs, conferences, conversations and webhooks of the entries, and
 * each law looks at these.
 */
package dev.partyline.law;
