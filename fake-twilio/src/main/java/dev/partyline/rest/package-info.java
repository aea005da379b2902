/**
 * The platform's REST API without a transport.
 *
 * <p>{@link dev.partyline.rest.RestApi#handle} takes a {@link dev.partyline.rest.RestRequest} and
 * answers it at once with the JSON that the vendor's SDKs parse; the in-process client and any HTTP
 * server use the same method. What a request changes goes through {@link
 * dev.partyline.rest.Backend}. Rules: REST, ERR, and the REST half of CALL, CONF and PART.
 */
package dev.partyline.rest;
