package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.Map;

/** Nothing ends a leg that is alone but the platform's limit, four hours later (ZOO-20). */
final class TrustsTheTimeLimit extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "trusts-the-time-limit",
          "leaves whoever stays behind to the limit of four hours",
          "ALONE",
          Scenario.LONG,
          TrustsTheTimeLimit::new);

  TrustsTheTimeLimit(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  com.twilio.rest.api.v2010.account.conference.ParticipantCreator customer(
      String room, String number) {
    return super.customer(room, number).setEndConferenceOnExit(false);
  }

  @Override
  void left(Map<String, String> params) {
    // the platform ends every call at some time
  }
}
