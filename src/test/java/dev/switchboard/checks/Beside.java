package dev.switchboard.checks;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import dev.partyline.javasdk.SimHttpClient;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Application;
import dev.partyline.world.Button;
import dev.partyline.world.ListedCall;
import dev.partyline.world.Press;
import dev.partyline.world.RoutingPaths;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A program, and beside it another one that works on the same account and makes a real mistake
 * there: what the first one has to live with.
 *
 * @param path the webhook, without its base URL, at which the other one is at work, too
 * @param after how long after it
 */
record Beside(Subject first, String path, Duration after, Other other) implements Subject {

  /** The other program. */
  interface Other {
    /** Does its work; what the platform refuses it takes lightly. */
    void work(Map<String, String> webhook, TwilioRestClient client);
  }

  @Override
  public String name() {
    return first.name();
  }

  @Override
  public String sentence() {
    return first.sentence();
  }

  @Override
  public String breaks() {
    return first.breaks();
  }

  @Override
  public String voicePath() {
    return first.voicePath();
  }

  @Override
  public String statusPath() {
    return first.statusPath();
  }

  @Override
  public String incomingPath() {
    return first.incomingPath();
  }

  @Override
  public RoutingPaths routingPaths() {
    return first.routingPaths();
  }

  @Override
  public Application start(Surroundings surroundings) {
    Application app = first.start(surroundings);
    TwilioRestClient client =
        new TwilioRestClient.Builder(surroundings.accountSid(), surroundings.authToken())
            .httpClient(new SimHttpClient(surroundings))
            .build();
    return new Application() {
      @Override
      public WebhookReply handle(WebhookRequest request) {
        if (request.url().equals(surroundings.baseUrl() + path)) {
          surroundings.after("works", after, () -> works(request.params(), client));
        }
        return app.handle(request);
      }

      @Override
      public void hangUpPressed(String callSid) {
        app.hangUpPressed(callSid);
      }

      @Override
      public Set<Button> buttons() {
        return app.buttons();
      }

      @Override
      public Press.Reply press(Press press) {
        return app.press(press);
      }

      @Override
      public Map<String, String> beliefs() {
        return app.beliefs();
      }

      @Override
      public List<ListedCall> callList() {
        return app.callList();
      }
    };
  }

  private void works(Map<String, String> webhook, TwilioRestClient client) {
    try {
      other.work(webhook, client);
    } catch (ApiException refused) {
      // it does not look at that
    }
  }
}
