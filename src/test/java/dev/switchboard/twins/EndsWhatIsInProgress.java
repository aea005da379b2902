package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.Conference;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/**
 * The clean-up looks for the room by name among those in progress; one in which a person waits for
 * another is not (ZOO-24).
 */
final class EndsWhatIsInProgress extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "ends-what-is-in-progress",
          "looks for the room to be ended among those in progress alone",
          "NO-ORPHAN",
          EndsWhatIsInProgress::new);

  EndsWhatIsInProgress(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void left(Map<String, String> params) {
    end(params.get("FriendlyName"));
  }

  @Override
  public void hangUpPressed(String callSid) {
    end(name(callSid));
  }

  /** Nothing is done when none is found: the answer to that is 404. */
  private void end(String name) {
    Conference.reader()
        .setFriendlyName(name)
        .setStatus(Conference.Status.IN_PROGRESS)
        .firstPage(client)
        .getRecords()
        .forEach(room -> quietlyEnd(room.getSid()));
  }
}
