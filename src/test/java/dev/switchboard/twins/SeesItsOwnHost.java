package dev.switchboard.twins;

import com.twilio.security.RequestValidator;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * Behind a proxy the program sees another scheme and host than the platform signed, and takes every
 * webhook for a forgery (ZOO-42).
 */
final class SeesItsOwnHost extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "sees-its-own-host",
          "checks signatures against the address behind the proxy",
          "ANSWERED",
          SeesItsOwnHost::new);

  SeesItsOwnHost(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public WebhookReply handle(WebhookRequest request) {
    String path = request.url().substring(surroundings.baseUrl().length());
    boolean genuine =
        new RequestValidator(surroundings.authToken())
            .validate(
                "http://10.0.0.7:8080" + path,
                request.params(),
                request.headers().get("X-Twilio-Signature"));
    return genuine
        ? super.handle(request)
        : new WebhookReply(403, "text/plain", "not from the platform", null);
  }
}
