/**
 * Access tokens: what a softphone, a Sync client or a worker's page shows to be let in.
 *
 * <p>In comes the text of a JSON web token, out comes an {@link dev.partyline.token.AccessToken} or
 * a {@link dev.partyline.token.BadToken} that says what is wrong and with which code the platform
 * refuses it. Signatures are checked with the keys of the directory, times against the instant one
 * is told; nothing here reads a clock. Who lets whom do what is decided by those who are shown a
 * token: each product looks at its own grant (TOKEN-08). Rules: TOKEN-01 to TOKEN-10.
 */
package dev.partyline.token;
