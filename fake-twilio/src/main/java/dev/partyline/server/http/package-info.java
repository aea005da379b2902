/**
 * The platform's REST API over HTTP.
 *
 * <p>In come bytes that anybody may send; out go answers in the platform's form, whatever came in
 * (contract, sections 1, 2.1 and 4). {@link dev.partyline.server.http.ApiHandler} turns one into
 * the other. It stands before Javalin, which serves everything else on the same port: control API,
 * console, documents. It knows the platform by {@link dev.partyline.server.http.Api} alone.
 */
package dev.partyline.server.http;
