/**
 * The webhooks and the page's requests, without a transport: a request comes in as {@link
 * dev.switchboard.web.Incoming} and leaves as {@link dev.switchboard.web.Answer}, in every case.
 * Here the words of a webhook become events. It must know neither the platform's library nor a web
 * server; documents and the check of signatures are ports, and {@code web.javalin} is a transport.
 */
package dev.switchboard.web;
