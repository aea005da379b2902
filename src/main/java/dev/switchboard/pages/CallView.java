package dev.switchboard.pages;

import java.time.Instant;
import java.util.List;

/**
 * A live call as people see it.
 *
 * @param id the conversation's
 * @param agentLeg the agent's call SID
 * @param agentClient the identity of the agent's softphone; empty when not known
 * @param other whom the agent talks with: a number or a name
 * @param since when it began; null when not known
 * @param state one of the states that the texts know: {@code joining}, {@code dialling}, {@code
 *     talking}, {@code held}, {@code consulting}, {@code transferring}, {@code asked}, {@code
 *     ending}
 * @param muted whether the agent is muted
 * @param listeners who supervises it, and how
 * @param alert what could not be done, as a text key; empty when nothing
 * @param colleague whom the agent asks or hands over to; null when nobody
 */
public record CallView(
    String id,
    String agentLeg,
    String agentClient,
    String other,
    Instant since,
    String state,
    boolean muted,
    List<Listener> listeners,
    String alert,
    Colleague colleague) {

  public CallView {
    listeners = List.copyOf(listeners);
  }

  /**
   * Somebody who supervises a call.
   *
   * @param client the identity of their softphone
   * @param mode {@code ring} while that rings, {@code listen}, {@code whisper} or {@code barge}
   */
  public record Listener(String client, String mode) {}

  /**
   * Somebody who is asked by the agent.
   *
   * @param address a number or a softphone
   * @param leg the call SID
   * @param does {@code rings}, {@code talks} or {@code held}
   */
  public record Colleague(String address, String leg, String does) {}

  /** The call as the colleague who is asked sees it: it is the agent whom they talk with. */
  CallView asAsked() {
    return new CallView(
        id,
        colleague.leg(),
        colleague.address().replaceFirst("^client:", ""),
        "client:" + agentClient,
        since,
        "asked",
        false,
        List.of(),
        "",
        null);
  }

  /** Whether this softphone is the colleague's. */
  boolean asks(String client) {
    return colleague != null && colleague.address().equals("client:" + client);
  }

  /** Whether the customer waits. */
  public boolean held() {
    return state.equals("held") || state.equals("consulting");
  }

  /** Whether agent and customer can talk, or could but for hold. */
  public boolean connected() {
    return state.equals("talking") || held();
  }
}
