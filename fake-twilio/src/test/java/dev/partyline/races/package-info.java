/**
 * What goes wrong in real contact centres: each situation of the reference's race section played on
 * the platform as it is documented, with the application that gets it wrong and, where a knob says
 * that nobody knows, in both worlds. What an application may rely on stands in the other test
 * packages; here stands what it must survive.
 */
package dev.partyline.races;
