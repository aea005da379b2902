/**
 * What an account owns: subaccounts, API keys, phone numbers, TwiML applications, caller ids.
 *
 * <p>In comes what an operator sets up, by configuration or by REST; out goes the answer to who may
 * use the API, what a dialled number runs, and which number may be shown as caller. It knows no
 * calls, no time of its own (the caller says when) and no transport. Read {@link
 * dev.partyline.directory.Directory} first. Rules: CALL-30, CALL-54, CALL-67, TWIML-13, SEC-13 to
 * SEC-16, and the number and account rows of ERR.
 */
package dev.partyline.directory;
