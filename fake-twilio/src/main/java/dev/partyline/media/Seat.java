package dev.partyline.media;

/**
 * One leg in a place.
 *
 * @param leg what names it, the same for the whole of its stay
 * @param connected whether it is answered; one that is not can be heard (its early media), and
 *     hears nobody
 * @param muted whether its voice is left out (PART-41)
 * @param held whether it is cut off both ways (PART-42)
 * @param coaches the leg that alone hears it; null when it coaches nobody (PART-59)
 * @param own what the platform plays to it while it waits or is on hold, in words such as {@code
 *     music}; empty for silence
 * @param announced what the platform announces to it now, in words; null when nothing
 */
public record Seat(
    String leg,
    boolean connected,
    boolean muted,
    boolean held,
    String coaches,
    String own,
    String announced) {}
