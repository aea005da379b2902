/**
 * The platform as its Java library knows it: requests by a client that never repeats one, documents
 * in TwiML, and the check of a webhook's signature. The only package that imports that library
 * (beside {@code App} and {@code Main}, which pass its HTTP client in). It must not know what a
 * conversation is about to do: it carries out one request at a time and says what came of it.
 */
package dev.switchboard.twilio;
