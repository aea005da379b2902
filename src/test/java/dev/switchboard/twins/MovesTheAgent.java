package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.Twiml;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Button;
import dev.partyline.world.Press;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;

/**
 * For an outbound call the first leg is the agent's, for an inbound one the customer's; the
 * transfer moves the first leg in any case (ZOO-54).
 */
final class MovesTheAgent extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "moves-the-agent",
          "redirects the agent's leg to the colleague instead of calling the colleague in",
          "ALONE",
          Scenario.TRANSFER,
          MovesTheAgent::new);

  MovesTheAgent(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Press.Reply press(Press press) {
    if (press.button() != Button.COLD_TRANSFER) {
      return super.press(press);
    }
    String to = press.arguments().get(Button.TO).replace("client:", "");
    Call.updater(press.subject())
        .setTwiml(new Twiml("<Response><Dial><Client>" + to + "</Client></Dial></Response>"))
        .update(client);
    return Press.Reply.ACCEPTED;
  }

  @Override
  void agentLeft(Talk talk) {
    talk.agentGone = true;
  }
}
