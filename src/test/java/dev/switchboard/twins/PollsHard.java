package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.Call;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.time.Duration;

/** A loop that waits too little between its looks (ZOO-22, ZOO-06). */
final class PollsHard extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "polls-hard",
          "asks for the customer's status five times a second instead of waiting for events",
          "LOAD",
          Scenario.HOLD,
          PollsHard::new);

  PollsHard(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    super.agentJoined(agentCall, room, again);
    Talk talk = talks.get(agentCall);
    for (int look = 0; talk != null && look < 100 && !talk.customerIn && !talk.over; look++) {
      surroundings.sleep(Duration.ofMillis(200));
      Call.fetcher(talk.customerCall).fetch(client);
    }
  }
}
