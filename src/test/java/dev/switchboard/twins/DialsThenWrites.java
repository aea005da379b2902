package dev.switchboard.twins;

import dev.partyline.explore.Scenario;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * It writes down that the customer has to be dialled, dials, and then writes down that this is
 * done. When it dies in between, it finds the wish after its start and dials again without looking
 * (ZOO-35 across a restart).
 */
final class DialsThenWrites extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "dials-then-writes",
          "dials again after a restart whatever was not yet marked as dialled",
          "ONCE",
          Scenario.CRASH,
          DialsThenWrites::new);

  /** A customer to be dialled into a room. */
  private record Wish(String room, String number) {}

  /** By the agent's call SID; outlives the process. */
  private final Map<String, Wish> wishes;

  DialsThenWrites(Surroundings surroundings) {
    super(surroundings);
    this.wishes = surroundings.durable("wishes", LinkedHashMap::new);
    surroundings.after(
        "carry-out", Duration.ZERO, () -> new ArrayList<>(wishes.keySet()).forEach(this::dial));
  }

  @Override
  void agentJoined(String agentCall, String room, boolean again) {
    if (!again) {
      surroundings.store("wish");
      wishes.put(agentCall, new Wish(room, numbers.get(agentCall)));
      dial(agentCall);
    }
  }

  private void dial(String agentCall) {
    Wish wish = wishes.get(agentCall);
    customer(wish.room(), wish.number()).create(client);
    surroundings.store("done");
    wishes.remove(agentCall);
  }
}
