/**
 * The platform's API over HTTP: bytes in, {@link dev.partyline.rest.RestRequest} on, bytes out.
 *
 * <p>It knows forms, credentials and headers, and nothing of calls.
 */
package dev.partyline.server.http;
