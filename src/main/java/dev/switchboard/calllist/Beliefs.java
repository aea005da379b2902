package dev.switchboard.calllist;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Leg;
import dev.switchboard.store.ConversationStore;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is believed of each leg of every conversation, over or not. */
public final class Beliefs {

  private final ConversationStore store;

  public Beliefs(ConversationStore store) {
    this.store = store;
  }

  /**
   * Each known leg's call SID and the platform's word for its status, in the order of the calls.
   */
  public Map<String, String> byLeg() {
    Map<String, String> beliefs = new LinkedHashMap<>();
    for (Conversation conversation : store.all()) {
      for (Leg leg : conversation.legs()) {
        beliefs.put(leg.sid(), leg.status().word());
      }
    }
    return beliefs;
  }
}
