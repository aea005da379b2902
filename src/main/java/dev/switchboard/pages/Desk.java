package dev.switchboard.pages;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people can do. Whoever calls has made sure that they may. */
public interface Desk {

  /** The words of the buttons there are. */
  Set<String> buttons();

  /**
   * Somebody pressed a button.
   *
   * @param client the identity of their softphone
   * @param subject an agent's call SID or a conversation's id
   * @return empty when it will be done, else why not
   */
  Optional<String> press(
      String client, String subject, String button, Map<String, String> arguments);

  /**
   * Rings an agent's own softphone; once it answers, the number is dialled.
   *
   * @return empty when it rings, else why not
   */
  Optional<String> dial(String client, String number);

  /**
   * Whether somebody is offered calls: {@code ready}, {@code break}, {@code away}, {@code none} for
   * who takes no calls at all, or {@code unknown} when the platform does not say. May wait for the
   * platform.
   *
   * @param client the identity of their softphone
   */
  String readiness(String client);

  /**
   * Somebody wants to be offered calls, or takes a break.
   *
   * @return empty when it is done, else why not
   */
  Optional<String> ready(String client, boolean ready);
}
