package dev.switchboard.conversation;

/**
 * The customer is on the way from the agent to a colleague.
 *
 * @param colleague the guest's label
 * @param consulting whether the agent asks the colleague first; else the colleague takes over by
 *     answering
 * @param withCustomer while consulting, whether the agent talks with the customer and the colleague
 *     waits; else the other way round
 */
public record Handover(String colleague, boolean consulting, boolean withCustomer) {

  Handover swapped() {
    return new Handover(colleague, consulting, !withCustomer);
  }

  Handover cold() {
    return new Handover(colleague, false, false);
  }
}
