package dev.switchboard.twins;

import java.util.LinkedHashMap;
import java.util.Map;

/** One conversation as {@link Desk} remembers it; all fields null or empty until known. */
final class Talk {
  final String agentCall;
  final String number;
  String room;
  String customerCall;

  /** Who is or will be asked or handed the call. */
  String colleague;

  String colleagueCall;
  String customerMode = "rings";
  String colleagueMode = "rings";
  String agentMode = "talks";
  boolean customerIn;
  boolean colleagueIn;
  boolean agentGone;

  /** Whether the agent goes as soon as the colleague is there. */
  boolean cold;

  boolean over;
  String alert = "";

  /** Supervisor's leg by user, and what each is there for. */
  final Map<String, String> supervisorCalls = new LinkedHashMap<>();

  final Map<String, String> supervisorModes = new LinkedHashMap<>();

  Talk(String agentCall, String number) {
    this.agentCall = agentCall;
    this.number = number;
  }

  /** Call SID to what is believed of it. */
  Map<String, String> people() {
    Map<String, String> people = new LinkedHashMap<>();
    if (!agentGone) {
      people.put(agentCall, agentMode);
    }
    if (customerCall != null) {
      people.put(customerCall, customerMode);
    }
    if (colleagueCall != null) {
      people.put(colleagueCall, colleagueMode);
    }
    supervisorCalls.forEach((user, call) -> people.put(call, supervisorModes.get(user)));
    return people;
  }
}
