package dev.switchboard.twins;

import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameter has to be repeated; one string with blanks brings a warning and no callbacks, and
 * the call stays as it was made (ZOO-34).
 */
final class OneString extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "one-string",
          "subscribes call events in one string, of which the platform takes none",
          "CONVERGE",
          OneString::new);

  OneString(Surroundings surroundings) {
    super(surroundings);
  }

  private final Map<String, String> statuses = new LinkedHashMap<>();

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    if (!again) {
      String made =
          customer(room, numbers.get(agentCall))
              .setStatusCallback(URI.create(surroundings.baseUrl() + "/calls"))
              .setStatusCallbackEvent(List.of("initiated ringing answered completed"))
              .create(client)
              .getCallSid();
      statuses.put(made, "queued");
    }
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
