package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.ListedCall;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins count up and leaves count down. Somebody who never answered leaves without having joined,
 * so the count goes wrong and the list keeps the call (ZOO-44).
 */
final class CountsHeads extends Desk {

  static final Subject SUBJECT =
      new Twin(
          "counts-heads",
          "knows that a call is over by counting who came and who left",
          "CONVERGE",
          Scenario.HOLD,
          CountsHeads::new);

  CountsHeads(Surroundings surroundings) {
    super(surroundings);
  }

  private final Map<String, Integer> heads = new LinkedHashMap<>();

  @Override
  void event(Map<String, String> params) {
    super.event(params);
    String event = params.get("StatusCallbackEvent");
    int change = event.equals("participant-join") ? 1 : event.equals("participant-leave") ? -1 : 0;
    heads.merge(params.get("ConferenceSid"), change, Integer::sum);
  }

  @Override
  public List<ListedCall> callList() {
    List<ListedCall> list = new ArrayList<>();
    for (Talk talk : talks.values()) {
      if (talk.room != null && heads.getOrDefault(talk.room, 0) != 0) {
        list.add(new ListedCall(talk.agentCall, "live", "", talk.people()));
      }
    }
    return list;
  }
}
