/** Requests to the application: signatures, and what bad answers lead to. */
package dev.partyline.webhook;
