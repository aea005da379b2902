package dev.partyline.webhook;

/**
 * The end of a request to the application.
 *
 * @param reply null when there was no usable answer
 * @param url the URL that answered, after redirects
 * @param code the platform's error code; 0 when there is a reply
 * @param text what went wrong; empty when nothing did
 */
public record Delivered(WebhookReply reply, String url, int code, String text) {}
