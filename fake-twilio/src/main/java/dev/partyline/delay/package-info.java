/**
 * How late people hear each other, by where they are and where their voices are mixed.
 *
 * <p>In come two {@link dev.partyline.delay.Whereabouts} and the {@link dev.partyline.delay.Region}
 * of the mixer, out come milliseconds from mouth to ear. All figures are in one table, {@code
 * distances.tsv} beside these classes, each with its source. It is pure arithmetic: who hears whom,
 * and where a conference is mixed, is decided elsewhere. Rules: REGION-01, REGION-02, REGION-20 to
 * REGION-23.
 */
package dev.partyline.delay;
