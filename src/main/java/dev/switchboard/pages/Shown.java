package dev.switchboard.pages;

import dev.switchboard.people.Person;
import dev.switchboard.people.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a template needs beside the calls.
 *
 * @param session of whoever looks; null when nobody has logged in
 * @param buttons the words of the buttons that work
 * @param now for durations
 */
public record Shown(
    Texts texts,
    Session session,
    List<Person> people,
    Set<String> buttons,
    boolean supervisionIsTold,
    Instant now) {

  /** The language to change to. */
  public String otherLanguage() {
    return texts.language().equals("ja") ? "en" : "ja";
  }

  /** Whether this button works. */
  public boolean has(String button) {
    return buttons.contains(button);
  }

  /** Who uses this softphone; its identity when that is nobody known. */
  public String nameOf(String client) {
    if (client.isEmpty()) {
      return texts.of("unknown-agent");
    }
    return people.stream()
        .filter(it -> it.client().equals(client))
        .map(Person::displayName)
        .findFirst()
        .orElse(client);
  }

  /** Everybody but who looks. */
  public List<Person> colleagues() {
    return people.stream().filter(it -> !it.equals(session.person())).toList();
  }

  /** A number in groups that can be read; a softphone by its user's name. */
  public String number(String address) {
    if (address.startsWith("client:")) {
      return nameOf(address.substring("client:".length()));
    }
    String japanese = address.replaceFirst("^\\+81([789]0)(\\d{4})(\\d{4})$", "+81 $1 $2 $3");
    return japanese.replaceFirst("^\\+81(\\d)(\\d{4})(\\d{4})$", "+81 $1 $2 $3");
  }

  /** How long a call has lasted: 4:05, or 1:04:05. */
  public String duration(CallView call) {
    Duration lasted = Duration.between(call.since(), now);
    long seconds = Math.max(0, lasted.toSeconds());
    String minutes = String.format("%02d:%02d", seconds / 60 % 60, seconds % 60);
    return seconds < 3600 ? minutes : seconds / 3600 + ":" + minutes;
  }

  /**
   * The buttons of the agent's own call, as its state allows; but for the one that ends it, which
   * keeps its place whatever happens.
   */
  public List<String> agentButtons(CallView call) {
    List<String> fitting = new ArrayList<>();
    switch (call.state()) {
      case "talking" -> fitting.add("hold");
      case "held" -> fitting.add("resume");
      case "consulting" -> fitting.addAll(List.of("swap", "complete-transfer", "abort-transfer"));
      case "transferring" -> fitting.add("abort-transfer");
      case "offered" -> {
        if (call.agentLeg().isEmpty()) {
          fitting.add("accept");
        }
        fitting.add("decline");
      }
      case "wrap-up" -> fitting.add("wrap-up");
      default -> {}
    }
    if (call.connected()) {
      fitting.add(call.muted() ? "unmute" : "mute");
      if (call.state().equals("talking") || call.state().equals("held")) {
        fitting.add("take-back");
      }
    }
    fitting.removeIf(button -> !has(button));
    return fitting;
  }

  /** Whether the call can be handed on now. */
  public boolean canTransfer(CallView call) {
    return call.connected()
        && !call.state().equals("consulting")
        && (has("cold-transfer") || has("consult"));
  }

  /** The buttons of a call in the list, for whoever looks. */
  public List<String> supervisorButtons(CallView call) {
    List<String> fitting = new ArrayList<>();
    if (call.connected()) {
      String mine =
          call.listeners().stream()
              .filter(it -> it.client().equals(session.person().client()))
              .map(CallView.Listener::mode)
              .findFirst()
              .orElse("");
      for (String mode : List.of("listen", "whisper", "barge")) {
        if (!mode.equals(mine)) {
          fitting.add(mode);
        }
      }
      if (!mine.isEmpty()) {
        fitting.add("leave");
      }
    }
    fitting.removeIf(button -> !has(button));
    return fitting;
  }
}
