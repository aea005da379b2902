package dev.switchboard.twins;

import com.twilio.twiml.VoiceResponse;
import dev.partyline.explore.Scenario;
import dev.partyline.world.ListedCall;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two instances read the record of a call, change their copy and write all of it back: the change
 * of the other one is gone (ZOO-76).
 */
final class TwoWriters extends AgentFirst {

  static final Subject SUBJECT =
      new Twin(
          "two-writers",
          "reads, changes and writes a shared record without looking at its revision",
          "CONVERGE",
          Scenario.MIXED_PAIR,
          TwoWriters::new);

  private final Map<String, String> sharedNumbers;

  /** Conference to who is in it; both instances write it. */
  private final Map<String, Map<String, String>> records;

  TwoWriters(Surroundings surroundings) {
    super(surroundings);
    this.sharedNumbers = surroundings.durable("numbers", LinkedHashMap::new);
    this.records = surroundings.durable("records", LinkedHashMap::new);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    sharedNumbers.put(params.get("CallSid"), params.get("To"));
    return super.voice(params);
  }

  @Override
  void event(Map<String, String> params) {
    numbers.putAll(sharedNumbers);
    String room = params.get("ConferenceSid");
    surroundings.store("read");
    Map<String, String> copy = new LinkedHashMap<>(records.getOrDefault(room, Map.of()));
    String event = params.get("StatusCallbackEvent");
    if (event.equals("participant-join")) {
      copy.put(params.get("CallSid"), "talks");
    } else if (event.equals("participant-leave")) {
      copy.remove(params.get("CallSid"));
    }
    surroundings.store("write");
    records.put(room, copy);
    super.event(params);
  }

  @Override
  public List<ListedCall> callList() {
    List<ListedCall> list = new ArrayList<>();
    records.forEach(
        (room, people) -> {
          if (!people.isEmpty()) {
            list.add(new ListedCall(room, "live", "", people));
          }
        });
    return list;
  }
}
