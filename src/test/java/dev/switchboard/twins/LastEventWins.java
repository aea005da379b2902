package dev.switchboard.twins;

import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores the status of whichever call event came last (RACE-24, CB-28, ZOO-38). */
final class LastEventWins extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "last-event-wins",
          "believes the call event that came last, in whatever order they come",
          "MONOTONE",
          LastEventWins::new);

  private final Map<String, String> statuses = new LinkedHashMap<>();

  LastEventWins(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  List<String> callEvents() {
    return List.of("initiated", "ringing", "answered", "completed");
  }

  @Override
  void call(Map<String, String> params) {
    statuses.put(params.get("CallSid"), params.get("CallStatus"));
  }

  @Override
  public Map<String, String> beliefs() {
    return new LinkedHashMap<>(statuses);
  }
}
