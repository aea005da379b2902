package dev.switchboard.twins;

import com.twilio.rest.taskrouter.v1.workspace.TaskQueue;
import com.twilio.twiml.VoiceResponse;
import dev.partyline.explore.Scenario;
import dev.partyline.routing.FrontDesk;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/**
 * The queue offers a caller to two agents at once and the first to answer wins. The other offer is
 * rescinded, which nobody tells the other agent's phone: it rings on, and who answers it is in an
 * empty room (ZOO-72).
 */
final class RingsThemAll extends RingsIntoRoom {

  static final Subject SUBJECT =
      new Twin(
          "rings-them-all",
          "rings two agents for one caller and forgets the phone of the slower one",
          "ALONE",
          Scenario.INBOUND,
          EVENTS,
          RingsThemAll::new);

  private boolean setUp;

  private RingsThemAll(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    if (!setUp) {
      setUp = true;
      TaskQueue.updater(FrontDesk.WORKSPACE, FrontDesk.QUEUE)
          .setMaxReservedWorkers(2)
          .update(client);
    }
    return super.voice(params);
  }

  @Override
  void tooLate(Offered offer) {
    // the offer was rescinded, so the agent has nothing to do with it: so thought the author
  }
}
