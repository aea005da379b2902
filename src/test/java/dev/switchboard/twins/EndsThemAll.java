package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.Conference;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/** When somebody leaves it ends every conference that is in progress, "to be safe" (ZOO-57). */
final class EndsThemAll extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "ends-them-all",
          "cleans up by ending all conferences in progress, other people's included",
          "NO-DROP",
          EndsThemAll::new);

  EndsThemAll(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void left(Map<String, String> params) {
    for (Conference room :
        Conference.reader().setStatus(Conference.Status.IN_PROGRESS).read(client)) {
      quietlyEnd(room.getSid());
    }
  }
}
