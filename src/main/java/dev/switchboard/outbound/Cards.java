package dev.switchboard.outbound;

import dev.switchboard.conversation.Card;

/** Where softphones are shown their conversations. */
public interface Cards {

  /**
   * Shows this card in place of what was shown of the conversation before; nothing is asked where
   * it is the same.
   *
   * @throws CallControl.Refused when that did not succeed, or when that is not known; showing the
   *     newest card again is always right
   */
  void show(String conversation, Card card);
}
