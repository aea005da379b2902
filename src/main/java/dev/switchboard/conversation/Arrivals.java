package dev.switchboard.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Brings a caller from the queue to an agent: rings the agent's phone into a room of the offer's
 * own, has the offer accepted once the agent is in there, and moves the caller last; so a caller
 * leaves the queue only for a room in which somebody waits. Whoever is lost on the way, the caller
 * goes back into the queue.
 */
final class Arrivals {

  private final Turn turn;
  final List<Offer> offers;
  final List<Chore> chores;
  private Instant queuedUntil;

  /** Of an inbound conversation. */
  Arrivals(Turn turn, Reception before) {
    this.turn = turn;
    this.offers = new ArrayList<>(before.offers());
    this.chores = new ArrayList<>(before.chores());
    this.queuedUntil = before.queuedUntil();
  }

  Reception state() {
    return new Reception(offers, chores, queuedUntil);
  }

  boolean met() {
    return offers.stream().anyMatch(Offer::met);
  }

  // ---- facts ----

  void offered(Event.Offered event) {
    boolean known = offers.stream().anyMatch(it -> it.reservation().equals(event.reservation()));
    if (known) {
      return;
    }
    if (turn.ending != null || met()) {
      // a task too many, such as when going back into the queue was asked for twice
      if (offers.stream().noneMatch(it -> it.met() && it.task().equals(event.task()))) {
        add(Chore.Kind.CANCEL, event.task(), "", turn.now);
      }
      return;
    }
    boolean taken =
        offers.stream()
            .anyMatch(
                it ->
                    it.state() == Offer.State.ACCEPTED
                        || it.state() == Offer.State.ANSWERED && !it.task().equals(event.task()));
    if (taken) {
      return;
    }
    chores.removeIf(it -> it.kind() == Chore.Kind.QUEUE_AGAIN && isAnswered(it, event));
    offers.replaceAll(it -> it.state() == Offer.State.RINGING ? lost(it) : it);
    offers.add(
        Offer.made(
            offers.size() + 1,
            event.reservation(),
            event.task(),
            event.worker(),
            event.address(),
            turn.now));
    if (event.busy()) {
      change(event.reservation(), it -> missed(it.with(Dial.NONE, null)));
    }
  }

  /** A caller who is offered by another task than before has come back into the queue. */
  private static boolean isAnswered(Chore again, Event.Offered event) {
    return !again.detail().equals(event.task());
  }

  /** The reservation ran out while nobody had told us of it, or our answer came too late. */
  void ranOut(Event.OfferRanOut event) {
    offers.replaceAll(
        it ->
            it.reservation().equals(event.reservation()) && it.state() == Offer.State.RINGING
                ? lost(it)
                : it);
    bringBack(event.worker());
  }

  /** Nobody will be offered this task; the caller may be waiting for just that (RACE-141). */
  void canceled(Event.TaskCanceled event) {
    offers.replaceAll(
        it -> it.task().equals(event.task()) && it.state() == Offer.State.RINGING ? lost(it) : it);
    boolean older =
        !offers.isEmpty()
            && offers.stream().anyMatch(it -> it.task().equals(event.task()))
            && !offers.get(offers.size() - 1).task().equals(event.task());
    boolean leaves =
        chores.stream().anyMatch(it -> it.kind() == Chore.Kind.QUEUE_AGAIN)
            || offers.stream().anyMatch(it -> it.state() == Offer.State.ACCEPTED);
    if (turn.ending == null && !met() && !older && !leaves) {
      add(Chore.Kind.GOODBYE, turn.id, "", turn.now.plus(Pace.DOUBT_LOOK));
    }
  }

  boolean has(String label) {
    return offers.stream().anyMatch(it -> it.label().equals(label));
  }

  /** News of an agent's leg, whether or not its dial was ever answered. */
  void heardOf(String label, String callSid, LegStatus status) {
    if (turn.knows(callSid)) {
      turn.change(callSid, leg -> leg.now(status));
      return;
    }
    Leg leg = Leg.heardOf(callSid, status);
    offers.replaceAll(
        it -> {
          if (!it.label().equals(label)) {
            return it;
          }
          if (it.isOpen() && it.leg() == null && turn.ending == null) {
            return it.with(leg).with((Errand) null);
          }
          end(leg);
          return it.mayHideALeg() ? it.with(Dial.KNOWN, null) : it;
        });
  }

  void joined(String room, String callSid, String label) {
    if (has(label)) {
      heardOf(label, callSid, LegStatus.IN_PROGRESS);
      turn.change(callSid, leg -> leg.now(Presence.IN));
      offers.replaceAll(it -> it.is(callSid) ? it.in(room) : it);
    } else if (callSid.equals(turn.id)) {
      offers.stream()
          .filter(it -> it.state() == Offer.State.ACCEPTED && room.equals(it.roomSid()))
          .forEach(it -> turn.customer = turn.customer.now(Presence.IN));
    }
  }

  void refused(String label) {
    changeLabelled(label, it -> it.mayHideALeg() ? it.with(Dial.NONE, null) : it);
  }

  void throttled(String label) {
    changeLabelled(
        label,
        it ->
            it.mayHideALeg() && it.isOpen()
                ? it.with(Dial.NOT_YET, it.errand().again(turn.now))
                : it.mayHideALeg() ? it.with(Dial.NONE, null) : it);
  }

  void unclear(String label) {
    changeLabelled(label, it -> it.mayHideALeg() ? doubtful(it) : it);
  }

  private Offer doubtful(Offer offer) {
    return offer.with(Dial.UNCLEAR, Errand.look(turn.now.plus(Pace.UNCLEAR_LOOK)));
  }

  void roomFound(Event.RoomFound event) {
    boolean[] first = {true};
    offers.replaceAll(
        it -> {
          if (!first[0] || !looks(it) || it.roomSid() != null) {
            return it;
          }
          first[0] = false;
          return event.over() ? notFound(it) : it.in(event.conferenceSid()).with(lookNow());
        });
  }

  void noRoomFound() {
    boolean[] first = {true};
    offers.replaceAll(
        it -> {
          if (!first[0] || !looks(it) || it.roomSid() != null) {
            return it;
          }
          first[0] = false;
          return notFound(it);
        });
  }

  private Errand lookNow() {
    return Errand.look(turn.now);
  }

  private static boolean looks(Offer offer) {
    return offer.mayHideALeg() || offer.state() == Offer.State.ACCEPTED;
  }

  private Offer notFound(Offer offer) {
    boolean rungOut = !turn.now.isBefore(offer.until());
    boolean none = offer.mayHideALeg() && rungOut && offer.misses() + 1 >= Pace.UNCLEAR_MISSES;
    return none
        ? offer.with(Dial.NONE, null)
        : offer.missed(Errand.look(turn.now.plus(Pace.UNCLEAR_LOOK)));
  }

  /** Who was listed in the room of the offer that looked. */
  void roomSeen(Event.RoomSeen event) {
    for (Event.Occupant occupant : event.occupants()) {
      offers.stream()
          .filter(it -> it.label().equals(occupant.label()) && it.roomSid() != null)
          .map(Offer::roomSid)
          .toList()
          .forEach(
              room -> {
                if (occupant.status() == LegStatus.IN_PROGRESS) {
                  joined(room, occupant.callSid(), occupant.label());
                } else {
                  heardOf(occupant.label(), occupant.callSid(), occupant.status());
                }
              });
    }
    boolean callerIsIn = event.occupants().stream().anyMatch(it -> it.callSid().equals(turn.id));
    offers.replaceAll(
        it -> {
          if (it.mayHideALeg() && it.roomSid() != null) {
            return notFound(it);
          }
          if (it.state() != Offer.State.ACCEPTED) {
            return it;
          }
          boolean agentIsIn = event.occupants().stream().anyMatch(one -> it.is(one.callSid()));
          if (agentIsIn && callerIsIn) {
            turn.customer = turn.customer.now(Presence.IN);
          }
          return agentIsIn ? (callerIsIn ? it : stillAlone(it)) : agentAskedAfter(it);
        });
  }

  /** The agent was not seen, be it that they are gone or that the look was stale (CALL-59). */
  private Offer agentAskedAfter(Offer offer) {
    Offer later = offer.with(Errand.look(turn.now.plus(Pace.DOUBT_LOOK)));
    return offer.leg() == null ? later : later.with(askedAfter(offer.leg()));
  }

  /** Told to come in, the caller is not there: they are asked after, and told again. */
  private Offer stillAlone(Offer offer) {
    turn.customer = askedAfter(turn.customer);
    if (offer.misses() + 1 < Pace.UNCLEAR_MISSES) {
      return offer.missed(Errand.look(turn.now.plus(Pace.UNCLEAR_LOOK)));
    }
    add(Chore.Kind.MOVE_IN, turn.id, offer.reservation(), turn.now);
    return offer.with(offer.dial(), Errand.look(turn.now.plus(Pace.UNCLEAR_LOOK)));
  }

  void lookFailed() {
    offers.replaceAll(it -> looks(it) && it.errand() != null ? lookedInVain(it) : it);
  }

  private Offer lookedInVain(Offer offer) {
    Offer later = offer.with(offer.errand().again(turn.now));
    return offer.state() == Offer.State.ACCEPTED && offer.leg() != null
        ? later.with(askedAfter(offer.leg()))
        : later;
  }

  void did(Event.Did event) {
    Chore chore =
        chores.stream()
            .filter(it -> it.is(event.kind(), event.subject()))
            .filter(it -> it.detail().equals(event.detail()))
            .findFirst()
            .orElse(null);
    if (chore == null) {
      if (event.kind() == Chore.Kind.MOVE_IN && event.result() == Chore.Result.UNCLEAR) {
        // they have come in, so it worked; how they are is asked all the same
        turn.customer = askedAfter(turn.customer);
      }
      return;
    }
    boolean again =
        event.result() == Chore.Result.THROTTLED
            || event.result() == Chore.Result.UNCLEAR && event.kind() != Chore.Kind.MOVE_IN;
    if (again && chore.errand().tries() < Pace.MOST_TRIES) {
      Errand later =
          event.kind() == Chore.Kind.MOVE_IN
              ? Errand.end(turn.now.plus(Pace.retryAfter(1)))
              : chore.errand().again(turn.now);
      chores.replaceAll(it -> it == chore ? it.with(later) : it);
      return;
    }
    chores.remove(chore);
    boolean done = event.result() == Chore.Result.DONE;
    switch (event.kind()) {
      case ACCEPT -> change(event.subject(), it -> done ? accepted(it) : tooLate(it));
      case MOVE_IN, GOODBYE, QUEUE_AGAIN -> moved(event, done);
      case REJECT, WRAP, COMPLETE, CANCEL, BRING_BACK -> {
        // that is all there was to it
      }
    }
  }

  private Offer accepted(Offer offer) {
    if (offer.state() != Offer.State.ANSWERED) {
      giveBack(offer);
      return offer;
    }
    add(Chore.Kind.MOVE_IN, turn.id, offer.reservation(), turn.now);
    Errand look = Errand.look(turn.now.plus(Pace.DOUBT_LOOK));
    return offer.with(Offer.State.ACCEPTED).with(offer.dial(), look);
  }

  /** The offer had run out or its caller had gone. */
  private Offer tooLate(Offer offer) {
    bringBack(offer.worker());
    return offer.isOpen() ? lost(offer) : offer;
  }

  private void moved(Event.Did event, boolean done) {
    if (!done) {
      turn.customer = askedAfter(turn.customer);
      Errand soon = Errand.look(turn.now.plus(Pace.UNCLEAR_LOOK));
      offers.replaceAll(it -> it.state() == Offer.State.ACCEPTED ? it.with(soon) : it);
    } else if (event.kind() == Chore.Kind.QUEUE_AGAIN) {
      queuedUntil = turn.now.plus(Pace.QUEUE_LIMIT);
    }
  }

  private static Leg askedAfterAt(Leg leg, Instant when) {
    boolean asked = !leg.isLive() || leg.errand() != null && !leg.errand().due().isAfter(when);
    return asked ? leg : leg.with(Errand.look(when));
  }

  private Leg askedAfter(Leg leg) {
    return askedAfterAt(leg, turn.now);
  }

  // ---- what agents press ----

  /** Declines an offer, or is done after the call; null when it will be done. */
  String pressed(Event.Pressed press) {
    for (Offer offer : offers) {
      if (offer.isOpen() && offer.is(press.callSid())) {
        if (press.button() == Button.DECLINE || press.button() == Button.HANG_UP) {
          change(offer.reservation(), this::leftByAgent);
          return null;
        }
        return "not-connected";
      }
    }
    return "not-your-call";
  }

  /** Whoever's page it is, there is at most one wrap-up in a conversation at a time. */
  String wrapUp() {
    boolean any = chores.stream().anyMatch(it -> it.kind() == Chore.Kind.COMPLETE);
    chores.replaceAll(
        it ->
            it.kind() == Chore.Kind.COMPLETE && it.errand().tries() == 0
                ? it.with(Errand.end(turn.now))
                : it);
    return any ? null : "not-connected";
  }

  // ---- decisions ----

  /** Looks what the facts have made of the offers. */
  void advance() {
    boolean callerGone = turn.customer.status().isFinal();
    offers.replaceAll(it -> it.isOpen() ? advanced(it, callerGone) : it);
    offers.replaceAll(
        it -> {
          boolean gone = it.state() == Offer.State.MET && isOutOfIt(it);
          return gone ? wrapping(it) : it;
        });
    if (callerGone) {
      chores.removeIf(
          it ->
              it.kind() == Chore.Kind.MOVE_IN
                  || it.kind() == Chore.Kind.QUEUE_AGAIN
                  || it.kind() == Chore.Kind.GOODBYE);
    } else if (!met() && turn.ending == null && !turn.now.isBefore(queuedUntil)) {
      boolean served = offers.stream().anyMatch(Offer::isOpen);
      if (!served && chores.stream().noneMatch(it -> it.kind() == Chore.Kind.GOODBYE)) {
        add(Chore.Kind.GOODBYE, turn.id, "", turn.now);
        queuedUntil = turn.now.plus(Pace.QUEUE_LIMIT);
      }
    }
  }

  private Offer advanced(Offer offer, boolean callerGone) {
    Leg leg = offer.leg();
    boolean legGone = leg != null && (leg.status().isFinal() || leg.hasLeft());
    if (callerGone || turn.ending != null) {
      return letGo(offer);
    }
    return switch (offer.state()) {
      case RINGING -> {
        if (legGone || offer.dial() == Dial.NONE || !turn.now.isBefore(offer.until())) {
          yield missed(offer);
        }
        if (leg != null && leg.isIn() && offer.roomSid() != null) {
          add(Chore.Kind.ACCEPT, offer.reservation(), offer.task(), turn.now);
          yield offer.with(Offer.State.ANSWERED);
        }
        yield offer;
      }
      case ANSWERED -> legGone ? leftByAgent(offer) : offer;
      case ACCEPTED -> {
        if (legGone) {
          yield leftByAgent(offer);
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
    chores.removeIf(it -> it.kind() == Chore.Kind.MOVE_IN);
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
    add(Chore.Kind.WRAP, offer.task(), "", turn.now);
    add(Chore.Kind.COMPLETE, offer.task(), "", turn.now.plus(Pace.WRAP_LIMIT));
    return offer.with(Offer.State.WRAPPING);
  }

  /** The agent did not answer, or declined; they rest a while and somebody else is asked. */
  private Offer missed(Offer offer) {
    add(Chore.Kind.REJECT, offer.reservation(), offer.task(), turn.now);
    bringBack(offer.worker());
    return lost(offer);
  }

  /** The agent has gone after answering. */
  private Offer leftByAgent(Offer offer) {
    return switch (offer.state()) {
      case RINGING -> missed(offer);
      case ACCEPTED -> {
        giveBack(offer);
        yield lost(offer);
      }
      case ANSWERED -> lost(offer);
      case MET, WRAPPING, OVER -> offer;
    };
  }

  /** The caller has gone. */
  private Offer letGo(Offer offer) {
    if (offer.state() == Offer.State.ACCEPTED) {
      add(Chore.Kind.COMPLETE, offer.task(), "", turn.now);
    }
    return lost(offer);
  }

  /** An accepted task without an agent is ended, and the caller waits again by another. */
  private void giveBack(Offer offer) {
    add(Chore.Kind.COMPLETE, offer.task(), "", turn.now);
    chores.removeIf(it -> it.kind() == Chore.Kind.MOVE_IN && it.errand().tries() == 0);
    if (turn.customer.isLive() && turn.ending == null) {
      turn.customer = Leg.heardOf(turn.id, turn.customer.status());
      add(Chore.Kind.QUEUE_AGAIN, turn.id, offer.task(), turn.now);
    }
  }

  /** Ends the agent's leg, if there is one. */
  private Offer lost(Offer offer) {
    if (offer.leg() != null) {
      end(offer.leg());
    }
    Dial dial = offer.dial() == Dial.NOT_YET ? Dial.NONE : offer.dial();
    Offer over = offer.with(Offer.State.OVER).with((Leg) null);
    return over.mayHideALeg() ? over : over.with(dial, null);
  }

  private void end(Leg leg) {
    if (leg.isLive()) {
      turn.strays.add(leg.with(Errand.end(turn.now)));
    } else {
      turn.strays.add(leg.with((Errand) null));
    }
  }

  private void bringBack(String worker) {
    add(Chore.Kind.BRING_BACK, worker, "", turn.now.plus(Pace.REST));
  }

  private void add(Chore.Kind kind, String subject, String detail, Instant due) {
    if (chores.stream().noneMatch(it -> it.is(kind, subject) && it.detail().equals(detail))) {
      chores.add(Chore.now(kind, subject, detail, due));
    }
    turn.closed = false;
  }

  private void change(String reservation, UnaryOperator<Offer> change) {
    for (int i = 0; i < offers.size(); i++) {
      if (offers.get(i).reservation().equals(reservation)) {
        offers.set(i, change.apply(offers.get(i)));
      }
    }
  }

  private void changeLabelled(String label, UnaryOperator<Offer> change) {
    for (int i = 0; i < offers.size(); i++) {
      if (offers.get(i).label().equals(label)) {
        offers.set(i, change.apply(offers.get(i)));
      }
    }
  }

  // ---- what is due ----

  /** Rings, looks and asks for what is due. */
  void goOn() {
    boolean takenByOne =
        offers.stream()
            .anyMatch(
                it -> it.state() == Offer.State.ANSWERED || it.state() == Offer.State.ACCEPTED);
    offers.replaceAll(
        it -> {
          if (it.mayHideALeg() && it.errand().isDue(turn.now)) {
            return it.dial() == Dial.SENT ? lookFor(it.with(Dial.UNCLEAR, lookNow())) : lookFor(it);
          }
          if (it.state() == Offer.State.ACCEPTED && it.errand().isDue(turn.now)) {
            return lookFor(it);
          }
          boolean mayRing = it.state() == Offer.State.RINGING && it.dial() == Dial.NOT_YET;
          Errand errand = it.errand() == null ? lookNow() : it.errand();
          if (mayRing && !takenByOne && errand.isDue(turn.now)) {
            turn.commands.add(new Command.RingAgent(it.reservation(), it.label(), it.address()));
            return it.with(Dial.SENT, errand.run(turn.now));
          }
          return it;
        });
    offers.replaceAll(
        it -> it.isOpen() && it.leg() != null ? it.with(turn.runWhenDue(it.leg())) : it);
    if (!met() && turn.ending == null && turn.customer.errand() == null) {
      turn.customer = turn.customer.with(Errand.look(turn.now.plus(Pace.QUEUE_LOOK)));
    }
    // an order to move whose answer does not come is looked after, not given again
    chores.removeIf(
        it ->
            it.kind() == Chore.Kind.MOVE_IN
                && it.errand().tries() > 0
                && it.errand().isDue(turn.now));
    for (int i = 0; i < chores.size(); i++) {
      Chore chore = chores.get(i);
      if (chore.errand().isDue(turn.now) && !waits(chore)) {
        turn.commands.add(
            new Command.Do(
                chore.kind(), chore.subject(), chore.detail(), chore.errand().tries() > 0));
        chores.set(i, chore.with(chore.errand().run(turn.now)));
      }
    }
  }

  /**
   * A task is completed after it was wrapped; and a caller on the way into a room is called back
   * once the platform has heard of the room, or the two orders might cross.
   */
  private boolean waits(Chore chore) {
    return switch (chore.kind()) {
      case COMPLETE -> chores.stream().anyMatch(it -> it.is(Chore.Kind.WRAP, chore.subject()));
      case QUEUE_AGAIN, GOODBYE -> chores.stream().anyMatch(it -> it.kind() == Chore.Kind.MOVE_IN);
      default -> false;
    };
  }

  private Offer lookFor(Offer offer) {
    turn.commands.add(
        offer.roomSid() == null
            ? new Command.FindRoom(offer.reservation())
            : new Command.LookIntoRoom(offer.roomSid()));
    return offer.with(offer.errand().run(turn.now));
  }

  void dues(Map<String, Instant> dues) {
    for (Offer offer : offers) {
      boolean waits =
          offer.mayHideALeg()
              || offer.state() == Offer.State.ACCEPTED
              || offer.isOpen() && offer.dial() == Dial.NOT_YET;
      if (waits && offer.errand() != null) {
        dues.put(offer.label(), offer.errand().due());
      }
      if (offer.isOpen() && offer.leg() != null && offer.leg().errand() != null) {
        dues.put(offer.leg().sid(), offer.leg().errand().due());
      }
      if (offer.state() == Offer.State.RINGING) {
        dues.put(offer.label() + " until", offer.until());
      }
    }
    for (Chore chore : chores) {
      if (!waits(chore)) {
        dues.put(chore.kind() + " " + chore.subject() + " " + chore.detail(), chore.errand().due());
      }
    }
    if (!met() && turn.ending == null) {
      dues.put("queue", queuedUntil);
    }
  }
}
