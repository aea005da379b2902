package dev.partyline.twiml;

/**
 * Something in a document that the platform logs and works around.
 *
 * @param code the platform's code: 12200 for what is not in the schema (TWIML-15), else the code of
 *     the attribute (TWIML-16)
 * @param message what was wrong, where, what is done instead, and how to correct it
 * @param line from 1, of the element
 * @param column from 1, of the element, in UTF-16 units
 */
public record Warning(int code, String message, int line, int column) {}
