package dev.switchboard.twins;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Number;
import com.twilio.type.Twiml;
import dev.partyline.explore.Scenario;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Button;
import dev.partyline.world.Press;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who is redirected out of a bridge ends the Dial of the other one: its action is asked for,
 * "completed". Here that is booked as the end of the call, and the after-call work clears up
 * (ZOO-43).
 */
final class BooksTheRedirect extends TwinProgram {

  static final Subject SUBJECT =
      new Twin(
          "books-the-redirect",
          "takes the action of a Dial that a redirect has ended for the end of the call",
          "NO-DROP",
          Scenario.HOLD,
          BooksTheRedirect::new);

  private static final Twiml MUSIC = new Twiml("<Response><Pause length=\"600\"/></Response>");

  /** The customer's leg by the agent's. */
  private final Map<String, String> customers = new LinkedHashMap<>();

  BooksTheRedirect(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    return new VoiceResponse.Builder()
        .dial(
            new Dial.Builder()
                .callerId(surroundings.callerId())
                .action(surroundings.baseUrl() + "/dial-over")
                .number(new Number.Builder(params.get("To")).build())
                .build())
        .build();
  }

  @Override
  public WebhookReply handle(WebhookRequest request) {
    if (!request.url().endsWith("/dial-over")) {
      return super.handle(request);
    }
    String customer = customers.get(request.params().get("CallSid"));
    if (customer != null) {
      try {
        endCall(customer);
      } catch (ApiException over) {
        // as it should be
      }
    }
    return WebhookReply.twiml(new VoiceResponse.Builder().build().toXml());
  }

  @Override
  public Set<Button> buttons() {
    return EnumSet.of(Button.HANG_UP, Button.HOLD);
  }

  @Override
  public Press.Reply press(Press press) {
    if (press.button() == Button.HANG_UP) {
      return super.press(press);
    }
    try {
      String customer =
          Call.reader()
              .setParentCallSid(press.subject())
              .firstPage(client)
              .getRecords()
              .get(0)
              .getSid();
      customers.put(press.subject(), customer);
      Call.updater(customer).setTwiml(MUSIC).update(client);
      return Press.Reply.ACCEPTED;
    } catch (ApiException refused) {
      return Press.Reply.refused("the platform refused: " + refused.getMessage());
    }
  }
}
