package dev.switchboard.outbound;

import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.Step;
import dev.switchboard.store.ConversationStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The outbound conversations: tells them what happened and has their commands carried out. */
public final class OutboundCalls {

  private final ConversationStore store;
  private final CallControl calls;
  private final Timers timers;
  private final InstantSource clock;

  public OutboundCalls(
      ConversationStore store, CallControl calls, Timers timers, InstantSource clock) {
    this.store = store;
    this.calls = calls;
    this.timers = timers;
    this.clock = clock;
  }

  /** Begins a conversation, or tells one that has begun; and gives back how it is then. */
  public Conversation begin(String agentCallSid, Event event) {
    Instant now = clock.instant();
    Step step =
        store.change(
            agentCallSid,
            known -> known.orElseGet(() -> Conversation.of(agentCallSid)).on(event, now));
    carryOut(agentCallSid, step, now);
    return step.next();
  }

  /** Tells a conversation what happened; empty, and nothing done, when there is none by this id. */
  public Optional<Conversation> tell(String agentCallSid, Event event) {
    Instant now = clock.instant();
    Step step =
        store.change(
            agentCallSid, known -> known.map(it -> it.on(event, now)).orElseGet(Step::nothing));
    carryOut(agentCallSid, step, now);
    return Optional.ofNullable(step.next());
  }

  /**
   * The agent wants to hang up. May come before the call itself was heard of: the wish is kept
   * until then, and until then nothing is asked of the platform, since this SID might be anybody's.
   */
  public void hangUp(String agentCallSid) {
    begin(agentCallSid, new Event.HangUpAsked());
  }

  private void carryOut(String conversation, Step step, Instant now) {
    for (Command command : step.commands()) {
      if (command instanceof Command.WakeAt wake) {
        Event woken = new Event.Woken(wake.when());
        timers.after(Duration.between(now, wake.when()), () -> tell(conversation, woken));
      } else {
        timers.after(Duration.ZERO, () -> ask(conversation, command));
      }
    }
  }

  private void ask(String conversation, Command command) {
    Errands errands = new Errands(calls, conversation);
    command.accept(errands);
    errands.outcome().ifPresent(event -> tell(conversation, event));
  }
}
