/**
 * TwiML: from the body of an application's answer to a checked, typed document.
 *
 * <p>In go bytes or text, out comes a {@link dev.partyline.twiml.ParsedTwiml}: a {@link
 * dev.partyline.twiml.Document} of verbs with the warnings the platform would log, or a {@link
 * dev.partyline.twiml.TwimlProblem} with the platform's error code. Every element and attribute
 * that is understood stands in {@link dev.partyline.twiml.TwimlElement}; the meaning and the
 * defaults of an element are in the file of its record. Parsing never throws, whatever the input,
 * and the same input gives the same result, message for message, on every machine.
 *
 * <p>This package runs nothing and resolves nothing: URLs stay as written (TWIML-19), names of
 * conferences and SIDs are not looked up, and it does not know where a document came from. What a
 * document may hold in a particular place (a wait document, a callee's private document) is for
 * whoever runs it to decide.
 */
package dev.partyline.twiml;
