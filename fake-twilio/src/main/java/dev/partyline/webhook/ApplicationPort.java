package dev.partyline.webhook;

/** The application as the platform sees it. */
public interface ApplicationPort {

  /**
   * Handles a request; called on a fiber and may block on what the simulation hands out. An
   * exception counts as a crash of the handler.
   */
  WebhookReply handle(WebhookRequest request);
}
