/**
 * Recordings: what is recorded, since when, how long, and how far the platform is with it (CONF-45,
 * CB-40, CB-41).
 *
 * <p>A model of its own, beside {@code telephony}: it knows legs and conferences by SID alone, and
 * no clock. Who begins and ends a recording, and who is told, is the matter of {@code world}. The
 * sound itself is made up by {@link dev.partyline.recording.Wave} when somebody asks for it.
 */
package dev.partyline.recording;
