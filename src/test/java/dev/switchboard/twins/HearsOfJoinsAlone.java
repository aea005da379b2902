package dev.switchboard.twins;

import com.twilio.rest.api.v2010.account.conference.ParticipantCreator;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Only those who have joined count: that the customer will never come is in a leave without a join,
 * and nobody asked for the status of the call itself (ZOO-07).
 */
final class HearsOfJoinsAlone extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "hears-of-joins-alone",
          "overlooks that the customer it dialled never came",
          "ALONE",
          HearsOfJoinsAlone::new);

  HearsOfJoinsAlone(Surroundings surroundings) {
    super(surroundings);
  }

  private final Set<String> joined = new LinkedHashSet<>();

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    if (!again) {
      ParticipantCreator customer = customer(room, numbers.get(agentCall));
      customer.create(client);
    }
  }

  @Override
  void event(Map<String, String> params) {
    if (params.get("StatusCallbackEvent").equals("participant-join")) {
      joined.add(params.get("CallSid"));
    }
    super.event(params);
  }

  @Override
  void left(Map<String, String> params) {
    if (joined.contains(params.get("CallSid"))) {
      super.left(params);
    }
  }
}
