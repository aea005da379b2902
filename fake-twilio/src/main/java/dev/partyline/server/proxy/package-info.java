/**
 * The proxy door: programs that know nothing of Partyline reach it by their usual proxy settings.
 *
 * <p>{@link dev.partyline.server.proxy.ProxyHandler} carries {@code CONNECT
 * {product}[.{edge}][.{region}].twilio.com:443} to a TLS connector of our own, whose certificate
 * comes from {@link dev.partyline.server.proxy.TlsFiles}, and refuses all other hosts: a test that
 * goes astray does not reach the internet. It knows hosts and certificates and nothing of the API.
 */
package dev.partyline.server.proxy;
