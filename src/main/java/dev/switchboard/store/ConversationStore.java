package dev.switchboard.store;

import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the conversations, by the agent's call SID. */
public interface ConversationStore {

  /**
   * Replaces a conversation by the next one the turn gives, as one atomic step.
   *
   * @param turn is given what is kept, or empty; must be pure, as it may be run more than once
   * @return the step that was kept; nothing is kept when it has no next conversation
   */
  Step change(String agentCallSid, Function<Optional<Conversation>, Step> turn);

  /** All that are kept, in the order of their call SIDs. */
  List<Conversation> all();
}
