package dev.partyline.cli;

import dev.partyline.rest.RestRequest;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Application;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two-step dial without any library: what is left is the platform's model and the kernel. */
final class ModelAlone implements Subject {

  @Override
  public String name() {
    return "model-alone";
  }

  @Override
  public String sentence() {
    return "the two-step dial with literal TwiML and literal REST requests";
  }

  @Override
  public String breaks() {
    return "ALONE";
  }

  @Override
  public String voicePath() {
    return "/voice";
  }

  @Override
  public Application start(Surroundings surroundings) {
    return new Application() {
      @Override
      public WebhookReply handle(WebhookRequest request) {
        if (!request.url().endsWith("/voice")) {
          return WebhookReply.empty();
        }
        Map<String, List<String>> params = new LinkedHashMap<>();
        params.put("From", List.of(surroundings.callerId()));
        params.put("To", List.of(request.params().get("To")));
        surroundings.call(
            new RestRequest(
                "POST",
                "/2010-04-01/Accounts/"
                    + surroundings.accountSid()
                    + "/Conferences/room/Participants.json",
                params,
                surroundings.accountSid(),
                surroundings.authToken()));
        return WebhookReply.twiml(
            "<Response><Dial><Conference>room</Conference></Dial></Response>");
      }

      @Override
      public void hangUpPressed(String callSid) {}
    };
  }
}
