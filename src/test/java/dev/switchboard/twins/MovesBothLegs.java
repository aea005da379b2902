package dev.switchboard.twins;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Number;
import com.twilio.type.Twiml;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Button;
import dev.partyline.world.Press;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Agent and customer are bridged, and one is moved into a room after the other. The bridge is one
 * verb of the first: when it moves, the other one is over (ZOO-47).
 */
final class MovesBothLegs extends TwinProgram {

  static final Subject SUBJECT =
      new Twin(
          "moves-both-legs",
          "redirects the two legs of a bridge one after the other",
          "NO-DROP",
          Scenario.HOLD,
          MovesBothLegs::new);

  MovesBothLegs(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    return new VoiceResponse.Builder()
        .dial(
            new Dial.Builder()
                .callerId(surroundings.callerId())
                .number(new Number.Builder(params.get("To")).build())
                .build())
        .build();
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
      String agent = press.subject();
      String customer =
          Call.reader().setParentCallSid(agent).firstPage(client).getRecords().get(0).getSid();
      Twiml room = new Twiml(join(room("call-" + agent)).toXml());
      Call.updater(agent).setTwiml(room).update(client);
      Call.updater(customer).setTwiml(room).update(client);
      return Press.Reply.ACCEPTED;
    } catch (ApiException refused) {
      return Press.Reply.refused("not in progress, cannot redirect");
    }
  }
}
