/** The live platform and its doors, over real sockets. */
package dev.partyline.server;
