package dev.switchboard.outbound;

import dev.switchboard.conversation.Button;
import dev.switchboard.conversation.Card;
import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Event;
import dev.switchboard.conversation.Step;
import dev.switchboard.store.Claim;
import dev.switchboard.store.ConversationStore;
import dev.switchboard.store.Kept;
import dev.switchboard.store.Posted;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The conversations of both directions: tells them what happened and has their commands carried
 * out.
 */
public final class OutboundCalls {

  private static final System.Logger LOG = System.getLogger(OutboundCalls.class.getName());
  private static final String NO_SUCH_CALL = "no-such-call";

  private static final Duration HANG_UP_RETRY = Duration.ofMillis(500);
  private static final int HANG_UP_TRIES = 10;
  private static final Duration KEEP_RETRY = Duration.ofMillis(500);
  private static final int KEEP_TRIES = 6;
  private static final Duration SHOW_RETRY = Duration.ofMillis(500);
  private static final int SHOW_TRIES = 6;

  private final ConversationStore store;
  private final CallControl calls;
  private final Routing routing;
  private final Timers timers;
  private final InstantSource clock;
  private final Cards cards;

  /** Without calls from outside. */
  public OutboundCalls(
      ConversationStore store, CallControl calls, Timers timers, InstantSource clock) {
    this(store, calls, Routing.NONE, timers, clock);
  }

  public OutboundCalls(
      ConversationStore store,
      CallControl calls,
      Routing routing,
      Timers timers,
      InstantSource clock) {
    this(store, calls, routing, timers, clock, null);
  }

  /** {@code cards} shows conversations to softphones; null where nobody looks. */
  public OutboundCalls(
      ConversationStore store,
      CallControl calls,
      Routing routing,
      Timers timers,
      InstantSource clock,
      Cards cards) {
    this.cards = cards;
    this.store = store;
    this.calls = calls;
    this.routing = routing;
    this.timers = timers;
    this.clock = clock;
  }

  /** Begins a conversation, or tells one that has begun; and gives back how it is then. */
  public Conversation begin(String agentCallSid, Event event) {
    Instant now = clock.instant();
    Kept kept =
        store.change(
            agentCallSid,
            now,
            known -> on(known.orElseGet(() -> Conversation.of(agentCallSid)), event, now));
    carryOut(kept, now);
    return kept.step().next();
  }

  /** Tells a conversation what happened; empty, and nothing done, when there is none by this id. */
  public Optional<Conversation> tell(String agentCallSid, Event event) {
    Instant now = clock.instant();
    Kept kept =
        store.change(
            agentCallSid,
            now,
            known -> known.map(it -> on(it, event, now)).orElseGet(Step::nothing));
    carryOut(kept, now);
    if (kept.step().next() != null) {
      agentOf(event).ifPresent(leg -> rememberWish(kept.step().next(), leg));
    }
    return Optional.ofNullable(kept.step().next());
  }

  /** What an event leads to; a card that changes by it is written down to be shown. */
  private Step on(Conversation before, Event event, Instant now) {
    Step step = before.on(event, now);
    boolean changed = cards != null && !Card.of(before).equals(Card.of(step.next()));
    return changed ? step.and(new Command.Show()) : step;
  }

  /**
   * Shows the newest card, by some tries: later ones are shown for their own changes, and what was
   * shown by who died is shown again, which does no harm.
   */
  private void show(Posted posted, int tries) {
    try {
      store
          .find(posted.conversation())
          .flatMap(Card::of)
          .ifPresent(card -> cards.show(posted.conversation(), card));
    } catch (CallControl.Refused refused) {
      if (refused.reason() != CallControl.Reason.NOT_ALLOWED && tries < SHOW_TRIES) {
        timers.after("show", SHOW_RETRY.multipliedBy(tries), () -> show(posted, tries + 1));
        return;
      }
      LOG.log(Level.WARNING, () -> posted.conversation() + ": not shown: " + refused.getMessage());
    }
    store.done(posted);
  }

  /** The conversation of this id. */
  public Optional<Conversation> find(String id) {
    return store.find(id);
  }

  /** The call whose task this is, as its offers told; empty when it is none of an open one. */
  public Optional<String> callOfTask(String task) {
    return store.open().stream()
        .filter(Conversation::isInbound)
        .filter(it -> it.reception().offers().stream().anyMatch(one -> one.task().equals(task)))
        .map(Conversation::id)
        .findFirst();
  }

  /** Nobody here can do anything with this task: it is to keep no agent from those who call. */
  public void refuseTask(String task) {
    new UnknownTasks(routing, timers).refuse(task);
  }

  /** The leg that an event may be the first to tell of. */
  private static Optional<String> agentOf(Event event) {
    if (event instanceof Event.GuestReported reported) {
      return Optional.of(reported.callSid());
    }
    return event instanceof Event.Joined joined ? Optional.of(joined.callSid()) : Optional.empty();
  }

  /**
   * An agent whose phone we rang may have pressed hang-up before we knew the leg: the wish was kept
   * under the leg's SID, which was all the page knew (RACE-159).
   */
  private void rememberWish(Conversation conversation, String leg) {
    boolean wished =
        conversation.isInbound()
            && !leg.equals(conversation.id())
            && store.find(leg).filter(it -> !it.hasCalled() && it.hangUpAsked()).isPresent();
    if (wished) {
      press(conversation.id(), new Event.Pressed(Button.HANG_UP, leg, "", ""));
    }
  }

  /**
   * Somebody wants to hang up their leg. May come before the call itself was heard of: the wish is
   * kept until then, and until then nothing is asked of the platform, since this SID might be
   * anybody's. Where the store does not take the wish now it is tried again, and not forgotten
   * while this process lives.
   */
  public void hangUp(String callSid) {
    hangUp(callSid, 1);
  }

  private void hangUp(String callSid, int tries) {
    try {
      String id = owner(callSid).orElse(callSid);
      begin(id, new Event.Pressed(Button.HANG_UP, callSid, "", ""));
      if (id.equals(callSid)) {
        calledInto(callSid)
            .ifPresent(it -> press(it, new Event.Pressed(Button.HANG_UP, callSid, "", "")));
      }
    } catch (RuntimeException broken) {
      if (tries >= HANG_UP_TRIES) {
        throw broken;
      }
      LOG.log(Level.WARNING, () -> callSid + ": the wish to hang up is tried again", broken);
      timers.after("hang-up", HANG_UP_RETRY.multipliedBy(tries), () -> hangUp(callSid, tries + 1));
    }
  }

  /** Whether somebody with this phone is in a conversation other than this one. */
  public boolean isOnCall(String address, String butNot) {
    return store.open().stream()
        .filter(it -> !it.id().equals(butNot) && it.hasCalled())
        .anyMatch(it -> address.equals(it.agentAddress()) && it.agent().isLive());
  }

  /**
   * An agent pressed another button.
   *
   * @param callSid the agent's own leg
   * @param to whom to call in: a number, or {@code client:} and an identity; or empty
   * @return empty when it will be done; else why not, as a text key
   */
  public Optional<String> press(Button button, String callSid, String to) {
    return owner(callSid)
        .map(id -> press(id, new Event.Pressed(button, callSid, "", to)))
        .orElse(Optional.of(NO_SUCH_CALL));
  }

  /**
   * An agent whose page was loaded anew, and knows no leg, wants the call back: their phone is rung
   * again, and the leg that the dead page left is ended when it is answered.
   *
   * @param address the agent's softphone
   * @return empty when it will be done; else why not, as a text key
   */
  public Optional<String> takeBack(String address) {
    return store.open().stream()
        .filter(it -> it.hasCalled() && it.ending() == null && it.agentAddress().equals(address))
        .findFirst()
        .map(it -> press(it.id(), new Event.Pressed(Button.TAKE_BACK, it.agent().sid(), "", "")))
        .orElse(Optional.of(NO_SUCH_CALL));
  }

  /**
   * An agent accepts or declines a call that is offered to them and does not ring yet.
   *
   * @param address the agent's softphone
   * @return empty when it will be done; else why not, as a text key
   */
  public Optional<String> answerOffer(Button button, String address) {
    return store.open().stream()
        .filter(it -> it.isInbound())
        .filter(it -> it.reception().open().filter(o -> o.address().equals(address)).isPresent())
        .findFirst()
        .map(it -> press(it.id(), new Event.Pressed(button, "", address, "")))
        .orElse(Optional.of(NO_SUCH_CALL));
  }

  /**
   * A supervisor pressed a button beside a conversation.
   *
   * @param address the supervisor's phone
   * @return empty when it will be done; else why not, as a text key
   */
  public Optional<String> supervise(Button button, String id, String address) {
    return press(id, new Event.Pressed(button, "", address, ""));
  }

  private Optional<String> press(String id, Event.Pressed pressed) {
    Instant now = clock.instant();
    Kept kept =
        store.change(
            id, now, known -> known.map(it -> on(it, pressed, now)).orElseGet(Step::nothing));
    carryOut(kept, now);
    return kept.step().next() == null
        ? Optional.of(NO_SUCH_CALL)
        : Optional.ofNullable(kept.step().refusal());
  }

  /** The conversation of a leg: most often the one it began, else one it was called into. */
  private Optional<String> owner(String callSid) {
    if (store.find(callSid).isPresent()) {
      return Optional.of(callSid);
    }
    return calledInto(callSid);
  }

  private Optional<String> calledInto(String callSid) {
    return store.open().stream()
        .filter(it -> !it.id().equals(callSid) && it.has(callSid))
        .map(Conversation::id)
        .findFirst();
  }

  /**
   * Carries out what nobody does: what a process that died had written down. To be called after the
   * start, and now and then by every instance.
   *
   * @return how many commands were taken up
   */
  public int adopt() {
    List<Posted> overdue = store.overdue(clock.instant());
    overdue.forEach(posted -> later(Duration.ZERO, posted));
    return overdue.size();
  }

  private void carryOut(Kept kept, Instant now) {
    for (Posted posted : kept.posted()) {
      Duration delay = Duration.between(now, posted.due());
      later(delay.isNegative() ? Duration.ZERO : delay, posted);
    }
  }

  /**
   * What breaks off, such as for a store that is out of reach, stays in the outbox and is taken up
   * again by {@link #adopt}.
   */
  private void later(Duration delay, Posted posted) {
    timers.after(
        posted.command().word(),
        delay,
        () -> {
          try {
            carryOut(posted);
          } catch (RuntimeException broken) {
            LOG.log(
                Level.WARNING,
                () -> posted.conversation() + ": " + posted.command() + " is left to be taken up",
                broken);
          }
        });
  }

  private void carryOut(Posted posted) {
    if (posted.command() instanceof Command.WakeAt wake) {
      tell(posted.conversation(), new Event.Woken(wake.when()));
      store.done(posted);
      return;
    }
    if (posted.command() instanceof Command.Show) {
      if (store.claim(posted, clock.instant()) != Claim.TAKEN) {
        show(posted, 1);
      }
      return;
    }
    switch (store.claim(posted, clock.instant())) {
      case NEW -> ask(posted, calls, routing);
      case UNCLEAR -> ask(posted, LostAnswers.INSTEAD_OF_CALLS, LostAnswers.INSTEAD_OF_ROUTING);
      case TAKEN -> {}
    }
  }

  private void ask(Posted posted, CallControl platform, Routing router) {
    Errands errands = new Errands(platform, router, posted.conversation());
    posted.command().accept(errands);
    keep(posted, errands.outcome(), 1);
  }

  /**
   * What the platform answered is kept, by some tries if need be: to lose it costs a lease, and
   * leaves unclear what was clear. Told twice, an answer changes nothing.
   */
  private void keep(Posted posted, Optional<Event> outcome, int tries) {
    try {
      outcome.ifPresent(event -> tell(posted.conversation(), event));
      store.done(posted);
    } catch (RuntimeException broken) {
      if (tries >= KEEP_TRIES) {
        throw broken;
      }
      LOG.log(
          Level.WARNING,
          () -> posted.conversation() + ": the answer to " + posted.command() + " is kept later",
          broken);
      timers.after(
          "keep-answer", KEEP_RETRY.multipliedBy(tries), () -> keep(posted, outcome, tries + 1));
    }
  }
}
