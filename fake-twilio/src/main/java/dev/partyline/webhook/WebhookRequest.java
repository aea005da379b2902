package dev.partyline.webhook;

import java.util.Map;

/**
 * A request to the application.
 *
 * @param name its name in the journal
 * @param method GET or POST
 * @param url absolute URL; with GET it carries the parameters in its query
 * @param params form parameters of a POST in the order of the platform; empty for GET
 * @param headers by name, {@code X-Twilio-Signature} among them
 */
public record WebhookRequest(
    String name,
    String method,
    String url,
    Map<String, String> params,
    Map<String, String> headers) {}
