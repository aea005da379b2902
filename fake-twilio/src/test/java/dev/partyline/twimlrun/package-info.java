/** The rules of TwiML that show only when a leg runs a document. */
package dev.partyline.twimlrun;
