package dev.partyline.sim;

/**
 * A free choice and what became of it.
 *
 * @param name stable name, the same in every order of events
 * @param value the text that pins it: milliseconds for a delay (with {@code ~n} when it came n-th
 *     among events of the same instant and that was not the order of their making), {@code yes} or
 *     {@code no} for a fault, an option's word otherwise
 * @param standard whether the typical run chooses the same
 * @param amount whether the value is a number within bounds, such as a delay, rather than a word
 */
public record Choice(String name, String value, boolean standard, boolean amount) {}
