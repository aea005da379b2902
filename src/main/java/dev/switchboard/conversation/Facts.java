package dev.switchboard.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * Takes an event in as facts. Facts only grow, so an event that comes late, twice or out of order
 * finds nothing to change. Answers to errands also set the errand's next time.
 */
final class Facts implements Event.Visitor {

  private final Turn turn;
  private final Instant now;
  private final Guests guests;

  Facts(Turn turn) {
    this.turn = turn;
    this.now = turn.now;
    this.guests = new Guests(turn);
  }

  @Override
  public void agentCalled(Event.AgentCalled event) {
    if (turn.number == null) {
      turn.number = event.number();
      turn.agentAddress = event.agentAddress();
      turn.began = now;
      turn.agent = turn.agent.now(event.status());
      turn.joinBy = now.plus(Pace.JOIN_LIMIT);
      turn.look = Errand.look(now.plus(Pace.JOIN_LOOK));
      turn.closed = false;
    }
  }

  @Override
  public void hangUpAsked(Event.HangUpAsked event) {
    if (turn.hangUpAsked) {
      return;
    }
    turn.hangUpAsked = true;
    if (turn.number == null) {
      turn.look = Errand.look(now.plus(Pace.WISH));
    } else if (turn.ending != null) {
      turn.agent = waitNoLonger(turn.agent);
      if (turn.customer != null) {
        turn.customer = waitNoLonger(turn.customer);
      }
      turn.guests.replaceAll(it -> it.leg() == null ? it : it.with(waitNoLonger(it.leg())));
    }
  }

  /** Ends at once a leg that was being left to end by itself. */
  private Leg waitNoLonger(Leg leg) {
    Errand errand = leg.errand();
    boolean waiting =
        leg.isLive() && !leg.finishedUnseen() && errand != null && errand.aim() == Errand.Aim.LOOK;
    return waiting ? leg.with(errand.next(Errand.Aim.END, now)) : leg;
  }

  @Override
  public void callerArrived(Event.CallerArrived event) {
    if (turn.number == null) {
      turn.number = event.number();
      turn.began = now;
      turn.agent = Leg.heardOf("", LegStatus.CANCELED);
      turn.customer = Leg.heardOf(turn.id, event.status());
      turn.dial = Dial.KNOWN;
      turn.arrivals = new Arrivals(turn, Reception.begun(now));
      turn.closed = false;
    }
  }

  @Override
  public void offered(Event.Offered event) {
    callerArrived(new Event.CallerArrived(event.number(), LegStatus.IN_PROGRESS));
    if (isInbound()) {
      turn.arrivals.offered(event);
    }
  }

  @Override
  public void offerRanOut(Event.OfferRanOut event) {
    if (isInbound()) {
      turn.arrivals.ranOut(event);
    }
  }

  @Override
  public void taskCanceled(Event.TaskCanceled event) {
    if (isInbound()) {
      turn.arrivals.canceled(event);
    }
  }

  @Override
  public void did(Event.Did event) {
    if (isInbound()) {
      turn.arrivals.did(event);
    }
  }

  private boolean isInbound() {
    return turn.arrivals != null;
  }

  private boolean isWaiting() {
    return isInbound() && !turn.arrivals.met();
  }

  private boolean isOffers(String label) {
    return isInbound() && turn.arrivals.offers.has(label);
  }

  @Override
  public void joined(Event.Joined event) {
    if (isWaiting() || isOffers(event.label())) {
      turn.arrivals.joined(event.conferenceSid(), event.callSid(), event.label());
      return;
    }
    if (event.callSid().equals(turn.agent.sid())) {
      agentIsIn(event.conferenceSid());
    } else if (isCustomer(event.callSid(), event.label())) {
      heardOfCustomer(event.callSid(), LegStatus.IN_PROGRESS);
      change(event.callSid(), leg -> leg.now(Presence.IN));
    } else if (guests.has(event.label())) {
      boolean awaited = guests.areAwaited();
      guests.heardOf(event.label(), event.callSid(), LegStatus.IN_PROGRESS);
      change(event.callSid(), leg -> leg.now(Presence.IN));
      if (awaited && !guests.areAwaited() && !guests.mayHideALeg()) {
        turn.look = Errand.look(now.plus(pause()));
      }
    }
  }

  private void agentIsIn(String conferenceSid) {
    turn.agent = turn.agent.now(LegStatus.IN_PROGRESS).now(Presence.IN);
    if (turn.roomSid == null) {
      turn.roomSid = conferenceSid;
      turn.look = turn.dial == Dial.NOT_YET ? null : turn.look;
    }
  }

  @Override
  public void left(Event.Left event) {
    LegStatus status = event.callStatus();
    LegStatus atLeast = status == null ? LegStatus.QUEUED : status;
    if (!turn.knows(event.callSid()) && guests.has(event.label())) {
      guests.heardOf(event.label(), event.callSid(), atLeast);
    } else if (isCustomer(event.callSid(), event.label())) {
      heardOfCustomer(event.callSid(), atLeast);
    }
    Presence gone = status == LegStatus.IN_PROGRESS ? Presence.RELEASED : Presence.OUT;
    change(event.callSid(), leg -> (status == null ? leg : leg.now(status)).now(gone));
  }

  @Override
  public void agentLeftDial(Event.AgentLeftDial event) {
    Presence gone = event.status().isFinal() ? Presence.OUT : Presence.RELEASED;
    change(turn.id, leg -> leg.now(event.status()).now(gone));
  }

  @Override
  public void legReported(Event.LegReported event) {
    if (turn.knows(event.callSid())) {
      change(event.callSid(), leg -> leg.now(event.status()));
    } else {
      heardOfCustomer(event.callSid(), event.status());
    }
  }

  /** May come before anything else was heard of the leg (RACE-04). */
  @Override
  public void machineAnswered(Event.MachineAnswered event) {
    heardOfCustomer(event.callSid(), LegStatus.IN_PROGRESS);
    turn.machine =
        turn.customer != null
            && turn.customer.sid().equals(event.callSid())
            && turn.customer.isLive();
  }

  @Override
  public void dialAccepted(Event.DialAccepted event) {
    heardOfCustomer(event.callSid(), event.status());
  }

  @Override
  public void dialRefused(Event.DialRefused event) {
    if (turn.dial.mayHideALeg()) {
      turn.dial = Dial.NONE;
    }
  }

  @Override
  public void dialThrottled(Event.DialThrottled event) {
    if (turn.dial.mayHideALeg()) {
      boolean tooOften = turn.look.tries() >= Pace.DIAL_TRIES;
      turn.dial = tooOften || turn.ending != null ? Dial.NONE : Dial.NOT_YET;
      turn.look = turn.look.again(now);
    }
  }

  @Override
  public void dialUnclear(Event.DialUnclear event) {
    if (turn.dial == Dial.SENT) {
      turn.dial = Dial.UNCLEAR;
      turn.look = Errand.look(now.plus(Pace.UNCLEAR_LOOK));
      turn.misses = 0;
    }
  }

  @Override
  public void legEnded(Event.LegEnded event) {
    change(
        event.callSid(),
        leg -> {
          Leg later = leg.now(event.status());
          return later.isLive() ? later.with(lookAgain(leg.errand(), Pace.DOUBT_LOOK)) : later;
        });
  }

  @Override
  public void legAlreadyOver(Event.LegAlreadyOver event) {
    change(event.callSid(), leg -> leg.isLive() ? finishedUnseen(leg) : leg);
  }

  private Leg finishedUnseen(Leg leg) {
    return leg.finishedUnseen(leg.errand() == null ? null : Errand.look(now));
  }

  @Override
  public void endLegFailed(Event.EndLegFailed event) {
    change(event.callSid(), this::tryAgain);
  }

  @Override
  public void legSeen(Event.LegSeen event) {
    change(
        event.callSid(),
        leg -> {
          Leg later = leg.now(event.status());
          return later.isLive() ? seenLive(later) : later;
        });
  }

  private Leg seenLive(Leg leg) {
    if (leg.finishedUnseen()) {
      return awaitLastWord(leg);
    }
    if (leg.errand() == null) {
      return leg;
    }
    boolean mayLive = turn.ending == null && !isToGo(leg);
    return leg.with(mayLive ? null : leg.errand().next(Errand.Aim.END, now));
  }

  private boolean isToGo(Leg leg) {
    return turn.strays.stream().anyMatch(stray -> stray.sid().equals(leg.sid()))
        || turn.guests.stream().anyMatch(guest -> guest.leaving() && guest.is(leg.sid()));
  }

  /**
   * The platform said that the leg is over, so this look was stale; ask again, but not for ever.
   */
  private Leg awaitLastWord(Leg leg) {
    Errand errand = leg.errand();
    return errand == null || errand.tries() >= Pace.LAST_WORD_TRIES
        ? leg.now(LegStatus.COMPLETED)
        : leg.with(lookAgain(errand, Pace.DOUBT_LOOK));
  }

  @Override
  public void legNotFound(Event.LegNotFound event) {
    change(event.callSid(), leg -> leg.isLive() ? seenLive(leg) : leg);
  }

  @Override
  public void lookAtLegFailed(Event.LookAtLegFailed event) {
    change(event.callSid(), this::tryAgain);
  }

  @Override
  public void roomFound(Event.RoomFound event) {
    if (isInbound()) {
      turn.arrivals.looks.roomFound(event);
      return;
    }
    agentIsIn(event.conferenceSid());
    if (event.over() && event.conferenceSid().equals(turn.roomSid)) {
      turn.roomOver = true;
    }
  }

  @Override
  public void noRoomFound(Event.NoRoomFound event) {
    if (isInbound()) {
      turn.arrivals.looks.noRoomFound(event);
      return;
    }
    if (turn.ending == null && turn.roomSid == null) {
      turn.look = Errand.look(now.plus(Pace.JOIN_LOOK));
      turn.agent = askedAfter(turn.agent);
    }
  }

  @Override
  public void roomSeen(Event.RoomSeen event) {
    if (isInbound()) {
      turn.arrivals.looks.roomSeen(event);
    }
    if (isWaiting() || isElsewhere(event.conferenceSid())) {
      return;
    }
    for (Event.Occupant occupant : event.occupants()) {
      if (occupant.callSid().equals(turn.agent.sid())) {
        turn.agent = turn.agent.now(occupant.status()).now(Presence.IN);
      } else if (isCustomer(occupant.callSid(), occupant.label())) {
        heardOfCustomer(occupant.callSid(), occupant.status());
        isIn(occupant);
      } else if (guests.has(occupant.label())) {
        guests.heardOf(occupant.label(), occupant.callSid(), occupant.status());
        isIn(occupant);
      }
      if (occupant.sound() != null) {
        change(occupant.callSid(), leg -> leg.tuned(leg.tuning().seen(occupant.sound(), turn.now)));
      }
    }
    if (turn.dial == Dial.UNCLEAR) {
      customerNotSeen();
    } else if (turn.ending == null && turn.dial == Dial.KNOWN) {
      doubtWhoIsMissing(event);
    }
    guests.looked();
  }

  /** Another room than that of the talk: of an offer that came to nothing. */
  private boolean isElsewhere(String conferenceSid) {
    return isInbound() && !conferenceSid.equals(turn.roomSid);
  }

  private void isIn(Event.Occupant occupant) {
    if (occupant.status() == LegStatus.IN_PROGRESS) {
      change(occupant.callSid(), leg -> leg.now(Presence.IN));
    }
  }

  private void customerNotSeen() {
    turn.misses++;
    turn.look = Errand.look(now.plus(Pace.UNCLEAR_LOOK));
    if (turn.misses >= Pace.UNCLEAR_MISSES) {
      turn.dial = Dial.NONE;
      turn.misses = 0;
    }
  }

  /** Absence may be staleness; so whoever is missing is asked after by their own call. */
  private void doubtWhoIsMissing(Event.RoomSeen event) {
    boolean agentMissing = isMissing(turn.agent, event);
    boolean customerMissing = isMissing(turn.customer, event);
    turn.misses = agentMissing ? turn.misses + 1 : 0;
    if (turn.misses >= Pace.AGENT_MISSES) {
      turn.agent = turn.agent.now(Presence.OUT);
    } else if (agentMissing) {
      turn.agent = askedAfter(turn.agent);
    }
    if (customerMissing) {
      turn.customer = askedAfter(turn.customer);
    }
    turn.guests.replaceAll(
        it -> it.leg() != null && isMissing(it.leg(), event) ? it.with(askedAfter(it.leg())) : it);
    turn.look = Errand.look(now.plus(agentMissing || customerMissing ? Pace.DOUBT_LOOK : pause()));
  }

  private Leg askedAfter(Leg leg) {
    return leg.errand() == null ? leg.with(Errand.look(now)) : leg;
  }

  private static boolean isMissing(Leg leg, Event.RoomSeen event) {
    return leg.isLive() && event.occupants().stream().noneMatch(o -> o.callSid().equals(leg.sid()));
  }

  @Override
  public void roomLookFailed(Event.RoomLookFailed event) {
    if (isInbound()) {
      turn.arrivals.looks.failed();
    }
    if (turn.look != null && turn.dial != Dial.SENT) {
      turn.look = turn.look.again(now);
    }
  }

  @Override
  public void roomEnded(Event.RoomEnded event) {
    if (!event.conferenceSid().equals(turn.roomSid) || turn.roomOver) {
      return;
    }
    turn.roomOver = true;
    if (turn.roomErrand != null && turn.agent.errand() != null) {
      turn.agent = turn.agent.with(Errand.look(now.plus(Pace.FAREWELL)));
    }
  }

  @Override
  public void endRoomRefused(Event.EndRoomRefused event) {
    turn.roomErrand = null;
    if (turn.ending != null) {
      turn.agent = waitNoLonger(turn.agent);
    }
  }

  @Override
  public void endRoomFailed(Event.EndRoomFailed event) {
    if (turn.roomErrand != null) {
      turn.roomErrand = turn.roomErrand.again(now);
    }
  }

  @Override
  public void pressed(Event.Pressed event) {
    turn.refusal = new Presses(turn).take(event);
  }

  @Override
  public void guestReported(Event.GuestReported event) {
    if (isOffers(event.label())) {
      turn.arrivals.offers.heardOf(event.label(), event.callSid(), event.status());
      return;
    }
    guests.heardOf(event.label(), event.callSid(), event.status());
  }

  @Override
  public void guestRefused(Event.GuestRefused event) {
    if (isOffers(event.label())) {
      turn.arrivals.offers.refused(event.label());
    }
    guests.refused(event.label());
  }

  @Override
  public void guestThrottled(Event.GuestThrottled event) {
    if (isOffers(event.label())) {
      turn.arrivals.offers.throttled(event.label());
    }
    guests.throttled(event.label());
  }

  @Override
  public void guestUnclear(Event.GuestUnclear event) {
    if (isOffers(event.label())) {
      turn.arrivals.offers.unclear(event.label());
    }
    guests.unclear(event.label());
  }

  @Override
  public void tuned(Event.Tuned event) {
    change(event.callSid(), leg -> leg.tuned(leg.tuning().confirmed(event.sound(), now)));
  }

  @Override
  public void tuneFailed(Event.TuneFailed event) {
    change(event.callSid(), leg -> askedAfter(leg.tuned(leg.tuning().failed(now))));
  }

  @Override
  public void woken(Event.Woken event) {
    turn.wokenAt(event.due());
  }

  // --- the customer's leg ---

  private boolean isCustomer(String callSid, String label) {
    return Conversation.CUSTOMER_LABEL.equals(label)
        || (turn.customer != null && turn.customer.sid().equals(callSid));
  }

  /** News of a leg dialled for this conversation, whether or not its dial was ever answered. */
  private void heardOfCustomer(String callSid, LegStatus status) {
    if (turn.customer == null) {
      turn.customer = Leg.heardOf(callSid, status).with(turn.ending == null ? null : atOnce());
      turn.dial = Dial.KNOWN;
      turn.misses = 0;
      turn.look = Errand.look(now.plus(pause()));
      turn.closed = false;
    } else if (isKnown(callSid)) {
      boolean wasAnswered = turn.customer.status().wasAnswered();
      change(callSid, leg -> leg.now(status));
      if (!wasAnswered && turn.customer.status() == LegStatus.IN_PROGRESS) {
        turn.look = Errand.look(now.plus(pause()));
      }
    } else {
      turn.strays.add(Leg.heardOf(callSid, status).with(atOnce()));
    }
  }

  private boolean isKnown(String callSid) {
    return callSid.equals(turn.customer.sid())
        || turn.strays.stream().anyMatch(stray -> stray.sid().equals(callSid));
  }

  private Duration pause() {
    if (guests.areAwaited()) {
      return Pace.GUEST_LOOK;
    }
    return turn.customer.status() == LegStatus.IN_PROGRESS ? Pace.TALK_LOOK : Pace.DIAL_LOOK;
  }

  // --- legs and errands ---

  private void change(String callSid, UnaryOperator<Leg> change) {
    turn.change(callSid, change);
  }

  private Errand atOnce() {
    return Errand.end(now);
  }

  private Leg tryAgain(Leg leg) {
    return leg.errand() == null ? leg : leg.with(leg.errand().again(now));
  }

  private Errand lookAgain(Errand errand, Duration wait) {
    return errand == null ? null : errand.next(Errand.Aim.LOOK, now.plus(wait));
  }
}
