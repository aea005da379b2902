/** The proxy door: unmodified clients, refused hosts, certificates. */
package dev.partyline.server.proxy;
