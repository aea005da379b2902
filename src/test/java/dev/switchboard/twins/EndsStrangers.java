package dev.switchboard.twins;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Conference;
import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.time.Duration;

/**
 * Recovers after a start by ending every conference in progress that it does not remember: those of
 * its own life before, and of whoever else is alive on the account (ZOO-57).
 */
final class EndsStrangers extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "ends-strangers",
          "on start ends every conference in progress that is not in its memory",
          "NO-DROP",
          Scenario.CRASH,
          EndsStrangers::new);

  EndsStrangers(Surroundings surroundings) {
    super(surroundings);
    surroundings.after("recover", Duration.ofSeconds(1), this::recover);
  }

  private void recover() {
    try {
      for (Conference room :
          Conference.reader().setStatus(Conference.Status.IN_PROGRESS).read(client)) {
        if (!known().contains(room.getSid())) {
          quietlyEnd(room.getSid());
        }
      }
    } catch (ApiException notNow) {
      // it starts without having looked
    }
  }
}
