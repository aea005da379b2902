/**
 * Who hears whom, and what everybody hears, at one instant.
 *
 * <p>In comes a {@link dev.partyline.media.Place}: a conference or a bridge, who is in it, and what
 * the platform plays to each. Out goes a {@link dev.partyline.media.Mix}. It is pure arithmetic on
 * what it is given: it knows no calls, no conferences, no time and no other model; whoever asks
 * says who is muted, held or coaching, and keeps the answer. Rules: CONF-17, CONF-26, PART-30,
 * PART-41, PART-42, PART-45, PART-59, PART-60, PART-65, PART-66 and INV-11 of the voice reference.
 */
package dev.partyline.media;
