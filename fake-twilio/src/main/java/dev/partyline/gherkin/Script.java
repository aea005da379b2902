package dev.partyline.gherkin;

import dev.partyline.explore.Scenario;
import dev.partyline.knob.Knob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the {@code Given} steps of a scenario fix: choices by name, and faults of callbacks. */
final class Script {

  private final Map<String, String> pins = new LinkedHashMap<>();
  private final List<List<String>> exact = new ArrayList<>();
  private final List<CallbackFault> faults = new ArrayList<>();
  private boolean hostile;
  private boolean flows;
  private boolean crashes;
  private boolean inbound;
  private Scenario special;
  private long twimlMs = -1;

  /**
   * Fixes a choice.
   *
   * @throws BadStep when the scenario has fixed it otherwise
   */
  void pin(String name, String value) {
    String before = pins.putIfAbsent(name, value);
    if (before != null && !before.equals(value)) {
      throw new BadStep(
          "the scenario says two things of "
              + name
              + ", '"
              + before
              + "' and '"
              + value
              + "': leave one of the two steps out");
    }
  }

  /** Fixes a delay, in simulated milliseconds. */
  void pin(String name, long ms) {
    pin(name, Long.toString(ms));
  }

  /** Fixes a choice by the name that a report prints; a run that never asks for it is an error. */
  void pinExactly(String name, String value) {
    pinEither(List.of(name), value);
  }

  /** Fixes choices of which the run must come to one; whatever comes first may do the thing. */
  void pinEither(List<String> names, String value) {
    names.forEach(name -> pin(name, value));
    exact.add(names);
  }

  /** How long the program takes for the agents' first documents. */
  void twimlTakes(long ms) {
    twimlMs = ms;
  }

  /** Adds a fault of callbacks. */
  void add(CallbackFault fault) {
    if (fault.ms() > CallbackFault.LATEST_MS) {
      throw new BadStep(
          "callbacks are at most "
              + CallbackFault.LATEST_MS / 1000
              + " s late, not "
              + fault.ms()
              + " ms: write a shorter time");
    }
    pin(fault.kind().pin(), fault.kind().value());
    faults.add(fault);
  }

  /** Leaves every knob that may be swept to chance. */
  void hostile() {
    hostile = true;
  }

  /** Whether knobs that nobody fixed are left to chance. */
  boolean isHostile() {
    return hostile;
  }

  /** Whether a knob of the platform is not as the scenario {@code outbound} has it. */
  boolean touchesKnobs() {
    return hostile || pins.keySet().stream().anyMatch(name -> name.startsWith("knob."));
  }

  /** People do more than dial and hang up. */
  void flows() {
    flows = true;
  }

  /** The call is of a kind that has a scenario of its own. */
  void needs(Scenario only) {
    if (special != null && special != only) {
      throw new BadStep(
          "machines, calls of hours and pages that die cannot be in one scenario: write two");
    }
    special = only;
  }

  /** Nobody is dialled; people call us. */
  void inbound() {
    inbound = true;
  }

  /** The program dies. */
  void crashes() {
    crashes = true;
  }

  /** The smallest scenario in which all of this can be. */
  Scenario scenario() {
    if (inbound) {
      if (crashes || (special != null && special != Scenario.RELOAD)) {
        throw new BadStep(
            "crashes, machines and calls of hours are for calls that agents make: leave them out"
                + " where people call us");
      }
      return touchesKnobs() ? Scenario.FRONT_DESK_HOSTILE : Scenario.FRONT_DESK;
    }
    if (special != null) {
      if (flows || crashes || touchesKnobs()) {
        return refuse();
      }
      return special;
    }
    if (crashes) {
      return Scenario.MIXED_CRASH;
    }
    if (flows) {
      return touchesKnobs() ? Scenario.MIXED_HOSTILE : Scenario.MIXED;
    }
    return touchesKnobs() ? Scenario.HOSTILE : Scenario.OUTBOUND;
  }

  /** Everything fixed by name; where people could do more, they do nothing they are not told to. */
  Map<String, String> pins() {
    Map<String, String> all = fixed();
    if (inbound) {
      all.putIfAbsent("callers", "1");
    } else if (flows || crashes) {
      for (String name :
          List.of(
              "agent-1.does",
              "agent-2.does",
              "supervisor-1.turn-1",
              "supervisor-1.turn-2",
              "supervisor-1.turn-3")) {
        all.putIfAbsent(name, "stays");
      }
    }
    return all;
  }

  private static Scenario refuse() {
    throw new BadStep(
        "machines, calls of hours and pages that die go with plain calls alone: leave transfers,"
            + " crashes, late callbacks and knobs out");
  }

  private Map<String, String> fixed() {
    if (inbound) {
      return fixedInbound();
    }
    Map<String, String> all = new LinkedHashMap<>(pins);
    if (twimlMs >= 0) {
      for (int i = 1; i <= calls(); i++) {
        all.put("agent-" + i + ".twiml.answer", Long.toString(twimlMs));
      }
    }
    return all;
  }

  /** What an agent does with a call has another name where calls come to the agents. */
  private Map<String, String> fixedInbound() {
    Map<String, String> all = new LinkedHashMap<>();
    pins.forEach(
        (name, value) -> all.put(name.replaceFirst("^agent-([0-9]+)\\.", "clerk-$1.call."), value));
    if (twimlMs >= 0) {
      for (int i = 1; i <= 2; i++) {
        all.put("caller-" + i + ".twiml.answer", Long.toString(twimlMs));
      }
    }
    return all;
  }

  /** {@link #pins} and, where knobs are touched but not left to chance, all others at default. */
  Map<String, String> pinsForExploring() {
    Map<String, String> all = fixed();
    if (touchesKnobs() && !hostile) {
      for (Knob knob : Knob.values()) {
        if (knob.sweep()) {
          all.putIfAbsent("knob." + knob.key(), knob.standard());
        }
      }
    }
    return all;
  }

  /** The faults of callbacks. */
  List<CallbackFault> faults() {
    return faults;
  }

  /** Pins that a run must ask for: one of each list. */
  List<List<String>> exact() {
    return exact;
  }

  private int calls() {
    return Integer.parseInt(pins.getOrDefault("calls", "1"));
  }

  private void checkInbound() {
    for (String name : pins.keySet()) {
      if (name.equals("calls") || name.matches("agent-[0-9]+\\.(gives-up|dials)")) {
        throw new BadStep(
            "agents dial nobody where people call us: count from when they talk, as in 'the agent"
                + " ends the call after 5 s of talking' (オペレーターは5秒話してから通話を終える), or write"
                + " 'Given two callers at once' (前提 お客様2人から同時に電話がかかる)");
      }
      if (name.startsWith("supervisor-")) {
        throw new BadStep("supervisors are for calls that agents make: leave them out here");
      }
      if (name.startsWith("caller-2.") && !pins.getOrDefault("callers", "1").equals("2")) {
        throw new BadStep(
            "caller 2 does not call: write 'Given two callers at once' or 'Given a second caller"
                + " 5 s later' (前提 お客様2人から同時に電話がかかる / 前提 2人目のお客様から5秒後に電話がかかる)");
      }
    }
  }

  /**
   * Checks that everybody of whom the scenario speaks takes part.
   *
   * @throws BadStep when it speaks of a second call that there is not
   */
  void check() {
    if (inbound) {
      checkInbound();
      return;
    }
    for (String name : pins.keySet()) {
      boolean second = name.startsWith("customer-2.") || name.startsWith("agent-2.");
      if (second && calls() < 2) {
        throw new BadStep(
            name.substring(0, name.indexOf('.')).replace('-', ' ')
                + " is part of a second call: write 'Given two calls at once' or 'Given a second"
                + " call 2 s later' (前提 通話が2件同時に始まる / 前提 2件目の通話が2秒後に始まる)");
      }
    }
  }
}
