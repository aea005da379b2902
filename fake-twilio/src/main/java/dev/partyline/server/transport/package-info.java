/** Webhooks over real sockets: where they may go, how they get there, and what can go wrong. */
package dev.partyline.server.transport;
