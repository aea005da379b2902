package dev.partyline.explore;

import dev.partyline.rest.RestRequest;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Application;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two-step dial in a few lines; when the customer leaves, the room is ended. */
final class DialsThenJoins implements Subject {

  @Override
  public String name() {
    return "dials-then-joins";
  }

  @Override
  public String sentence() {
    return "dials the customer into a named room, then sends the agent to the same name";
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
        if (request.url().endsWith("/voice")) {
          return dialAndJoin(request.params().get("To"));
        }
        boolean left = "participant-leave".equals(request.params().get("StatusCallbackEvent"));
        if (left) {
          post(
              "Conferences/" + request.params().get("ConferenceSid") + ".json",
              Map.of("Status", List.of("completed")));
        }
        return WebhookReply.empty();
      }

      private WebhookReply dialAndJoin(String customer) {
        Map<String, List<String>> dial = new LinkedHashMap<>();
        dial.put("From", List.of(surroundings.callerId()));
        dial.put("To", List.of(customer));
        dial.put("ConferenceStatusCallback", List.of(surroundings.baseUrl() + "/events"));
        dial.put("ConferenceStatusCallbackEvent", List.of("leave"));
        post("Conferences/room/Participants.json", dial);
        return WebhookReply.twiml(
            "<Response><Dial><Conference>room</Conference></Dial></Response>");
      }

      private void post(String what, Map<String, List<String>> params) {
        surroundings.call(
            new RestRequest(
                "POST",
                "/2010-04-01/Accounts/" + surroundings.accountSid() + "/" + what,
                params,
                surroundings.accountSid(),
                surroundings.authToken()));
      }

      @Override
      public void hangUpPressed(String callSid) {}
    };
  }
}
