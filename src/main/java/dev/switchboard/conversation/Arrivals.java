package dev.switchboard.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Brings a caller from the queue to an agent: rings the agent's phone into a room of the offer's
 * own, has the offer accepted once the agent is in there, and moves the caller last; so a caller
 * leaves the queue only for a room in which somebody waits. Whoever is lost on the way, the caller
 * goes back into the queue.
 */
final class Arrivals {

  private final Turn turn;
  private final Chores chores;
  private final Partings partings;
  private Instant queuedUntil;
  final Offers offers;
  final OfferLooks looks;

  /** Of an inbound conversation. */
  Arrivals(Turn turn, Reception before) {
    this.turn = turn;
    this.offers = new Offers(turn, before.offers());
    this.chores = new Chores(turn, before.chores());
    this.looks = new OfferLooks(turn, offers, chores);
    this.partings = new Partings(turn, offers, chores);
    this.queuedUntil = before.queuedUntil();
  }

  Reception state() {
    return new Reception(offers.all(), chores.all(), queuedUntil);
  }

  boolean met() {
    return offers.met();
  }

  // ---- facts ----

  void offered(Event.Offered event) {
    if (offers.any(it -> it.reservation().equals(event.reservation()))) {
      return;
    }
    if (turn.ending != null || met()) {
      // a task too many, such as when going back into the queue was asked for twice
      if (!offers.any(it -> it.met() && it.task().equals(event.task()))) {
        chores.add(Chore.Kind.CANCEL, event.task(), "", turn.now);
      }
      return;
    }
    if (isTooMany(event.task())) {
      chores.add(Chore.Kind.CANCEL, event.task(), "", turn.now);
      return;
    }
    boolean taken =
        offers.any(
            it ->
                it.state() == Offer.State.ACCEPTED
                    || it.state() == Offer.State.ANSWERED && !it.task().equals(event.task()));
    if (taken) {
      return;
    }
    chores.callerIsBackBy(event.task());
    cancelTaskBefore(event.task());
    offers.change(it -> it.state() == Offer.State.RINGING, offers::lost);
    offers.add(event);
    if (event.busy()) {
      offers.changeReserved(event.reservation(), it -> partings.missed(it.with(Dial.NONE, null)));
    }
  }

  /**
   * Whether the caller has, had since, or is about to get another task, so that this one is left
   * over from going back into the queue twice.
   */
  private boolean isTooMany(String task) {
    return offers.any(it -> it.state() == Offer.State.ACCEPTED && !it.task().equals(task))
        || offers.outdated(task)
        || chores.leavesForAnotherThan(task);
  }

  /**
   * A caller waits by one task. Going back into the queue may have been done twice, and on some
   * platforms both tasks live (TR-ENQ-06): of two the earlier would keep agents from other callers.
   */
  private void cancelTaskBefore(String task) {
    Offer last = offers.last();
    if (last != null && !last.task().equals(task) && last.roomSid() == null) {
      chores.add(Chore.Kind.CANCEL, last.task(), "", turn.now);
    }
  }

  /** The caller has gone without meeting anybody. */
  void leftUnmet() {
    if (mayHaveTaskUnheardOf()) {
      chores.add(Chore.Kind.CANCEL_TASKS, turn.id, "", turn.now);
    }
  }

  /** Whether the caller was on the way to an agent and back again, which may have been twice. */
  private boolean mayHaveTaskUnheardOf() {
    return offers.any(it -> !it.isOpen() && it.roomSid() != null);
  }

  /** The reservation ran out while nobody had told us of it, or our answer came too late. */
  void ranOut(Event.OfferRanOut event) {
    offers.change(
        it -> it.reservation().equals(event.reservation()) && it.state() == Offer.State.RINGING,
        offers::lost);
    partings.bringBack(event.worker());
  }

  /** Nobody will be offered this task; the caller may be waiting for just that (RACE-141). */
  void canceled(Event.TaskCanceled event) {
    offers.change(
        it -> it.task().equals(event.task()) && it.state() == Offer.State.RINGING, offers::lost);
    Offer last = offers.last();
    if (last == null || last.task().equals(event.task())) {
      waitsForNothing();
    } else if (!offers.by(event.task())) {
      // the caller's next one, of which nobody had heard, or one too many that we canceled
      chores.drop(Chore.Kind.LOOK_FOR_TASK);
      lookForTask(Pace.DOUBT_LOOK);
    }
  }

  /** The caller waits for a task that is no more, unless they are on the way somewhere. */
  private void waitsForNothing() {
    boolean leaves =
        chores.has(Chore.Kind.QUEUE_AGAIN) || offers.any(it -> it.state() == Offer.State.ACCEPTED);
    if (isWaiting() && !leaves) {
      chores.add(Chore.Kind.GOODBYE, turn.id, "", turn.now.plus(Pace.DOUBT_LOOK));
    }
  }

  /**
   * The caller has no task that is theirs by its attributes. Offered once, they are known by its
   * SID; never offered, nobody would know that an offer is of them (RACE-152), so they get another.
   */
  private void waitsUnseen() {
    if (isWaiting() && offers.last() == null) {
      chores.add(Chore.Kind.QUEUE_AGAIN, turn.id, "", turn.now);
    }
  }

  /** Somebody entered the room of an offer, or the caller did. */
  void joined(String room, String callSid, String label) {
    if (offers.has(label)) {
      offers.joined(room, callSid, label);
    } else if (callSid.equals(turn.id)
        && offers.any(it -> it.state() == Offer.State.ACCEPTED && room.equals(it.roomSid()))) {
      turn.customer = turn.customer.now(LegStatus.IN_PROGRESS).now(Presence.IN);
    }
  }

  /** An answer to something that was asked for. */
  void did(Event.Did event) {
    Chore chore = chores.answered(event).orElse(null);
    if (chore == null) {
      if (event.kind() == Chore.Kind.MOVE_IN && event.result() == Chore.Result.UNCLEAR) {
        // they have come in, so it worked; how they are is asked all the same
        turn.customer = turn.customer.askedAfter(turn.now);
      }
      return;
    }
    if (chores.putOff(chore, event.result())) {
      return;
    }
    chores.remove(chore);
    boolean done = event.result() == Chore.Result.DONE;
    if (done && event.kind() == Chore.Kind.GOODBYE) {
      // the task of somebody who was never offered is not known, and may outlive them
      chores.add(Chore.Kind.CANCEL_TASKS, turn.id, "", turn.now);
    }
    switch (event.kind()) {
      case ACCEPT ->
          offers.changeReserved(event.subject(), it -> done ? accepted(it) : partings.tooLate(it));
      case MOVE_IN, GOODBYE, QUEUE_AGAIN -> moved(event, done);
      case LOOK_FOR_TASK -> {
        if (event.result() == Chore.Result.NOTHING) {
          waitsUnseen();
        } else if (!done) {
          waitsForNothing();
        }
      }
      case REJECT, WRAP, COMPLETE, CANCEL, CANCEL_TASKS, BRING_BACK -> {
        // that is all there was to it
      }
    }
  }

  private Offer accepted(Offer offer) {
    if (offer.state() != Offer.State.ANSWERED) {
      partings.giveBack(offer);
      return offer;
    }
    chores.add(Chore.Kind.MOVE_IN, turn.id, offer.reservation(), turn.now);
    Errand look = Errand.look(turn.now.plus(Pace.DOUBT_LOOK));
    return offer.with(Offer.State.ACCEPTED).with(offer.dial(), look);
  }

  private void moved(Event.Did event, boolean done) {
    if (!done) {
      turn.customer = turn.customer.askedAfter(turn.now);
      Errand soon = Errand.look(turn.now.plus(Pace.UNCLEAR_LOOK));
      offers.change(it -> it.state() == Offer.State.ACCEPTED, it -> it.with(soon));
    } else if (event.kind() == Chore.Kind.QUEUE_AGAIN && !event.detail().isEmpty()) {
      queuedUntil = turn.now.plus(Pace.QUEUE_LIMIT);
    }
  }

  // ---- what agents press ----

  /** Accepts or declines an offer; null when it will be done. */
  String pressed(Event.Pressed press) {
    Offer offer = offers.pressed(press).orElseThrow();
    switch (press.button()) {
      case ACCEPT -> {
        if (offer.state() != Offer.State.RINGING) {
          return null;
        }
        offers.changeReserved(offer.reservation(), it -> it.accepted(turn.now));
      }
      case DECLINE, HANG_UP -> offers.changeReserved(offer.reservation(), partings::leftByAgent);
      default -> {
        return "not-connected";
      }
    }
    return null;
  }

  /** Whoever's page it is, there is at most one wrap-up in a conversation at a time. */
  String wrapUp() {
    return chores.completeNow() ? null : "not-connected";
  }

  // ---- decisions ----

  /** Looks what the facts have made of the offers. */
  void advance() {
    boolean callerGone = turn.customer.status().isFinal();
    offers.change(Offer::isOpen, it -> advanced(it, callerGone));
    offers.change(it -> it.state() == Offer.State.MET && isOutOfIt(it), this::wrapping);
    if (callerGone || !isWaiting() || offers.any(Offer::isOpen)) {
      chores.drop(Chore.Kind.LOOK_FOR_TASK);
    }
    if (callerGone) {
      chores.drop(Chore.Kind.MOVE_IN);
      chores.drop(Chore.Kind.QUEUE_AGAIN);
      chores.drop(Chore.Kind.GOODBYE);
    } else if (isWaiting() && !turn.now.isBefore(queuedUntil)) {
      if (!offers.any(Offer::isOpen) && !chores.has(Chore.Kind.GOODBYE)) {
        chores.add(Chore.Kind.GOODBYE, turn.id, "", turn.now);
        queuedUntil = turn.now.plus(Pace.QUEUE_LIMIT);
      }
    }
  }

  private boolean isWaiting() {
    return !met() && turn.ending == null;
  }

  private Offer advanced(Offer offer, boolean callerGone) {
    Leg leg = offer.leg();
    boolean legGone = leg != null && (leg.status().isFinal() || leg.hasLeft());
    if (callerGone || turn.ending != null) {
      return partings.leftByCaller(offer);
    }
    return switch (offer.state()) {
      case RINGING -> {
        if (legGone || offer.dial() == Dial.NONE || !turn.now.isBefore(offer.until())) {
          yield partings.missed(offer);
        }
        if (leg != null && leg.isIn() && offer.roomSid() != null) {
          chores.add(Chore.Kind.ACCEPT, offer.reservation(), offer.task(), turn.now);
          yield offer.with(Offer.State.ANSWERED);
        }
        yield offer;
      }
      case ANSWERED -> legGone ? partings.leftByAgent(offer) : offer;
      case ACCEPTED -> {
        if (legGone) {
          yield partings.leftByAgent(offer);
        }
        yield turn.customer.presence() == Presence.IN ? meet(offer) : offer;
      }
      case MET, WRAPPING, OVER -> offer;
    };
  }

  private Offer meet(Offer offer) {
    turn.agent = offer.leg();
    turn.agentAddress = offer.address();
    turn.roomSid = offer.roomSid();
    turn.roomOver = false;
    turn.misses = 0;
    turn.look = Errand.look(turn.now.plus(Pace.TALK_LOOK));
    chores.drop(Chore.Kind.MOVE_IN);
    if (mayHaveTaskUnheardOf()) {
      chores.add(Chore.Kind.CANCEL_TASKS, turn.id, offer.task(), turn.now);
    }
    return offer.with(Offer.State.MET).with(offer.dial(), null);
  }

  /** The agent who met the caller has left or handed over. */
  private boolean isOutOfIt(Offer offer) {
    String sid = offer.leg().sid();
    if (turn.agent.sid().equals(sid)) {
      return turn.agent.isGone() || turn.ending != null;
    }
    return true;
  }

  private Offer wrapping(Offer offer) {
    chores.add(Chore.Kind.WRAP, offer.task(), "", turn.now);
    chores.add(Chore.Kind.COMPLETE, offer.task(), "", turn.now.plus(Pace.WRAP_LIMIT));
    return offer.with(Offer.State.WRAPPING);
  }

  // ---- what is due ----

  /** Rings, looks and asks for what is due. */
  void goOn() {
    offers.goOn();
    if (isWaiting() && turn.customer.errand() == null) {
      turn.customer = turn.customer.with(Errand.look(turn.now.plus(Pace.QUEUE_LOOK)));
    }
    lookForTask(Pace.TASK_LOOK);
    chores.goOn();
  }

  /** Unless it is going to be looked already, or need not. */
  private void lookForTask(Duration after) {
    if (isWaiting() && turn.customer.isLive() && !offers.any(Offer::isOpen)) {
      chores.add(Chore.Kind.LOOK_FOR_TASK, turn.id, "", turn.now.plus(after));
    }
  }

  void dues(Map<String, Instant> dues) {
    offers.dues(dues);
    chores.dues(dues);
    if (isWaiting()) {
      dues.put("queue", queuedUntil);
    }
  }
}
