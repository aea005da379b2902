/**
 * The people: what they do when their phone is dialled.
 *
 * <p>A {@link dev.partyline.phone.FarEnd} decides, by choices of the run, whether a dialled leg is
 * answered, busy, declined, rings out or cannot be reached, and when; it tells a {@link
 * dev.partyline.phone.Line}. It knows legs by name only and nothing of conferences.
 */
package dev.partyline.phone;
