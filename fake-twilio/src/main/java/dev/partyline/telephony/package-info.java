/**
 * Call legs, conferences and participants: the state machines of Programmable Voice.
 *
 * <p>{@link dev.partyline.telephony.Telephony} takes one command at a time and returns what it led
 * to as a list of {@link dev.partyline.telephony.Effect}s, in the order in which it happened. It
 * reads no clock (every command brings its time), draws nothing from chance, starts nothing, and
 * knows nothing of HTTP, TwiML, webhooks or phones: the world above turns effects into events,
 * callbacks and journal entries. Rules: CALL, CONF and PART of the voice reference.
 */
package dev.partyline.telephony;
