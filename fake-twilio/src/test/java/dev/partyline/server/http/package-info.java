/** The HTTP door: parameters, headers, errors, and what hostile input does to it. */
package dev.partyline.server.http;
