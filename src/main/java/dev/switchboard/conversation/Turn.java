package dev.switchboard.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One event's turn at a conversation: first the event is taken in as facts, then it is decided from
 * all facts what to do. Lives for that one turn.
 */
final class Turn {

  final Instant now;
  final List<Command> commands = new ArrayList<>();

  final String id;
  String number;
  String agentAddress;
  Instant began;
  boolean hangUpAsked;
  Leg agent;
  String roomSid;
  boolean roomOver;
  Errand roomErrand;
  Dial dial;
  Leg customer;
  final List<Leg> strays;
  final List<Guest> guests;
  Wishes wishes;
  String refusal;

  /** Whether this turn has brought the news that a machine has the customer's call. */
  boolean machine;

  Ending ending;
  Errand look;
  int misses;
  Instant joinBy;
  boolean closed;
  Arrivals arrivals;
  private final TreeMap<String, Instant> wakes;

  Turn(Conversation before, Instant now) {
    this.now = now;
    this.id = before.id();
    this.number = before.number();
    this.agentAddress = before.agentAddress();
    this.began = before.began();
    this.hangUpAsked = before.hangUpAsked();
    this.agent = before.agent();
    this.roomSid = before.roomSid();
    this.roomOver = before.roomOver();
    this.roomErrand = before.roomErrand();
    this.dial = before.dial();
    this.customer = before.customer();
    this.strays = new ArrayList<>(before.strays());
    this.guests = new ArrayList<>(before.guests());
    this.wishes = before.wishes();
    this.ending = before.ending();
    this.look = before.look();
    this.misses = before.misses();
    this.joinBy = before.joinBy();
    this.wakes = new TreeMap<>(before.wakes());
    this.closed = before.closed();
    this.arrivals = before.reception() == null ? null : new Arrivals(this, before.reception());
  }

  Step take(Event event) {
    event.accept(new Facts(this));
    decide();
    wake();
    return new Step(
        new Conversation(
            id,
            number,
            agentAddress,
            began,
            hangUpAsked,
            agent,
            roomSid,
            roomOver,
            roomErrand,
            dial,
            customer,
            strays,
            guests,
            wishes,
            ending,
            look,
            misses,
            joinBy,
            wakes,
            closed,
            arrivals == null ? null : arrivals.state()),
        commands,
        refusal);
  }

  private void decide() {
    if (number == null) {
      closed = look == null || look.isDue(now);
      return;
    }
    if (arrivals == null) {
      decideOnCall();
      return;
    }
    if (ending == null && !arrivals.met() && customer.status().isFinal()) {
      arrivals.leftUnmet();
    }
    arrivals.advance();
    if (arrivals.met()) {
      decideOnCall();
      arrivals.advance();
    } else {
      decideOnWaiting();
    }
    arrivals.goOn();
    closed = closed && arrivals.state().isSettled();
  }

  /** Nobody has met the caller yet. */
  private void decideOnWaiting() {
    if (ending == null && customer.status().isFinal()) {
      ending = Ending.CALLER_GONE;
      arrivals.advance();
      new Settling(this).begin();
    }
    if (ending == null) {
      runErrands();
    } else {
      new Settling(this).goOn();
    }
  }

  private void decideOnCall() {
    giveUpWaitingForDial();
    Guests company = new Guests(this);
    company.giveUpWaiting();
    if (ending == null) {
      new Handovers(this).advance();
      ending = reasonToEnd();
      if (ending != null) {
        new Settling(this).begin();
      }
    }
    if (ending == null) {
      carryOn();
      new Sounds(this).tune();
      company.dial();
    } else {
      if (dial == Dial.UNCLEAR || company.mayHideALeg()) {
        lookWhenDue();
      }
      new Settling(this).goOn();
    }
  }

  /** A dial whose answer does not come is unclear; an unclear one is not looked for for ever. */
  private void giveUpWaitingForDial() {
    if (!dial.mayHideALeg() || !look.isDue(now)) {
      return;
    }
    boolean looked = dial == Dial.UNCLEAR && look.tries() >= Pace.MOST_TRIES;
    dial = looked ? Dial.NONE : Dial.UNCLEAR;
  }

  private Ending reasonToEnd() {
    if (hangUpAsked) {
      return Ending.AGENT_ASKED;
    }
    if (customer != null && (customer.status().isFinal() || customer.hasLeft())) {
      return customer.status().wasAnswered() ? Ending.CUSTOMER_LEFT : Ending.NOT_REACHED;
    }
    if (machine) {
      return Ending.MACHINE;
    }
    boolean agentLeft = agent.status().isFinal() || agent.presence() == Presence.OUT;
    if (agentLeft && wishes.handover() == null) {
      return Ending.AGENT_LEFT;
    }
    if (dial == Dial.NONE) {
      return Ending.NOT_DIALLED;
    }
    if (roomOver || agent.presence() == Presence.RELEASED) {
      return Ending.ROOM_ENDED;
    }
    return roomSid == null && !now.isBefore(joinBy) ? Ending.NEVER_JOINED : null;
  }

  /** Nothing is wrong: dial if the agent is there, and look at the room when it is time. */
  private void carryOn() {
    runErrands();
    if (dial == Dial.NOT_YET && roomSid != null) {
      if (look == null || look.isDue(now)) {
        commands.add(new Command.DialCustomer(roomSid, number));
        dial = Dial.SENT;
        look = (look == null ? Errand.look(now) : look).run(now);
      }
    } else {
      lookWhenDue();
    }
  }

  private void lookWhenDue() {
    if (dial == Dial.SENT || !look.isDue(now)) {
      return;
    }
    commands.add(
        roomSid == null
            ? new Command.FindRoom(Conversation.roomName(id))
            : new Command.LookIntoRoom(roomSid));
    look = look.run(now);
  }

  /** Does what is due about each leg. */
  void runErrands() {
    agent = runWhenDue(agent);
    if (customer != null) {
      customer = runWhenDue(customer);
    }
    strays.replaceAll(this::runWhenDue);
    guests.replaceAll(it -> it.leg() == null ? it : it.with(runWhenDue(it.leg())));
  }

  Leg runWhenDue(Leg leg) {
    Errand errand = leg.errand();
    if (!leg.isLive() || errand == null || !errand.isDue(now)) {
      return leg;
    }
    if (isStillWhisperedTo(leg) || stillEndsTheRoom(leg)) {
      return leg;
    }
    if (errand.tries() >= Pace.MOST_TRIES) {
      commands.add(new Command.GiveUp(leg.sid()));
      return leg.with(null);
    }
    commands.add(
        errand.aim() == Errand.Aim.END
            ? new Command.EndLeg(leg.sid())
            : new Command.LookAtLeg(leg.sid()));
    return leg.with(errand.run(now));
  }

  /**
   * Whether a supervisor may be talking to this leg alone: when it goes before they are silenced,
   * the customer might hear them (PART-65).
   */
  private boolean isStillWhisperedTo(Leg leg) {
    return ending == null
        && strays.stream().anyMatch(it -> it.sid().equals(leg.sid()))
        && now.isBefore(leg.errand().due().plus(Pace.LAST_WHISPER))
        && guests.stream()
            .filter(it -> it.supervises() && it.isIn() && !it.is(leg.sid()))
            .anyMatch(it -> Sounds.mayBeWhispering(it.leg().tuning(), leg.sid()));
  }

  /** Whether the customer would go with this leg, who handed over, and not stay. */
  private boolean stillEndsTheRoom(Leg leg) {
    return ending == null
        && leg.isIn()
        && leg.tuning().guard() != Guard.OFF
        && strays.stream().anyMatch(it -> it.sid().equals(leg.sid()))
        && now.isBefore(leg.errand().due().plus(Pace.LAST_WHISPER));
  }

  boolean knows(String callSid) {
    return callSid.equals(agent.sid())
        || (arrivals != null && arrivals.offers.knows(callSid))
        || (customer != null && callSid.equals(customer.sid()))
        || strays.stream().anyMatch(it -> it.sid().equals(callSid))
        || guests.stream().anyMatch(it -> it.is(callSid));
  }

  /** Changes the leg of this SID, whoever's it is; does nothing when it is not known. */
  void change(String callSid, UnaryOperator<Leg> change) {
    if (callSid.equals(agent.sid())) {
      agent = change.apply(agent);
    }
    if (customer != null && callSid.equals(customer.sid())) {
      customer = change.apply(customer);
    }
    strays.replaceAll(it -> it.sid().equals(callSid) ? change.apply(it) : it);
    if (arrivals != null) {
      arrivals.offers.changeLeg(callSid, change);
    }
    guests.replaceAll(it -> it.is(callSid) ? it.with(change.apply(it.leg())) : it);
  }

  /** Sees to it that the next look is no later than this. */
  void lookWithin(Duration wait) {
    Instant latest = now.plus(wait);
    if (look == null || look.due().isAfter(latest)) {
      look = Errand.look(latest);
    }
  }

  /** A wake-up has come. */
  void wokenAt(Instant due) {
    wakes.values().removeIf(due::equals);
  }

  /**
   * Asks to be woken for each thing that is due, once, when it is first known to be: so a wake-up
   * is always a fixed time away from what led to it, whatever happens in between.
   */
  private void wake() {
    Map<String, Instant> dues = dues();
    wakes.keySet().retainAll(dues.keySet());
    dues.forEach(
        (what, due) -> {
          if (due.isAfter(now) && !due.equals(wakes.put(what, due))) {
            commands.add(new Command.WakeAt(due));
          }
        });
  }

  private Map<String, Instant> dues() {
    Map<String, Instant> dues = new TreeMap<>();
    if (closed) {
      return dues;
    }
    if (arrivals != null) {
      arrivals.dues(dues);
    }
    boolean looking = ending == null || dial.mayHideALeg() || new Guests(this).mayHideALeg();
    if (looking && look != null) {
      dues.put("look", look.due());
    }
    if (ending == null && roomSid == null && joinBy != null) {
      dues.put("join", joinBy);
    }
    if (roomErrand != null) {
      dues.put("room", roomErrand.due());
    }
    addDue(dues, agent);
    addDue(dues, customer);
    for (Leg stray : strays) {
      addDue(dues, stray);
    }
    for (Guest guest : guests) {
      addDue(dues, guest.leg());
      if (guest.leg() == null && guest.dialErrand() != null && guest.dial() != Dial.NONE) {
        dues.put(guest.label(), guest.dialErrand().due());
      }
    }
    return dues;
  }

  private void addDue(Map<String, Instant> dues, Leg leg) {
    if (leg != null && ending == null && leg.isIn() && leg.tuning().errand() != null) {
      dues.put("tune " + leg.sid(), leg.tuning().errand().due());
    }
    if (leg != null && leg.errand() != null && leg.isLive()) {
      dues.put(leg.sid(), leg.errand().due());
    }
  }
}
