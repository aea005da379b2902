package dev.switchboard.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The offers of a conversation: rings each agent once, and keeps what is known of their legs. */
final class Offers {

  private final Turn turn;
  private final List<Offer> offers;

  Offers(Turn turn, List<Offer> before) {
    this.turn = turn;
    this.offers = new ArrayList<>(before);
  }

  List<Offer> all() {
    return offers;
  }

  /** One that is to be accepted on the page rings when it is, or else when its time is over. */
  void add(Event.Offered event) {
    Offer offer =
        Offer.made(
            offers.size() + 1,
            event.reservation(),
            event.task(),
            event.worker(),
            event.address(),
            turn.now);
    offers.add(event.byPage() ? offer.with(Errand.look(offer.until())) : offer);
  }

  /**
   * The open offer that such a press is about: of this leg, or of this phone when none is known.
   */
  Optional<Offer> pressed(Event.Pressed press) {
    return offers.stream()
        .filter(Offer::isOpen)
        .filter(
            it ->
                it.is(press.callSid())
                    || press.callSid().isEmpty() && it.address().equals(press.address()))
        .findFirst();
  }

  boolean any(Predicate<Offer> such) {
    return offers.stream().anyMatch(such);
  }

  /** The latest; null when there is none yet. */
  Offer last() {
    return offers.isEmpty() ? null : offers.get(offers.size() - 1);
  }

  /** Whether there was an offer by this task. */
  boolean by(String task) {
    return any(it -> it.task().equals(task));
  }

  /** Whether there was one, and one by another task since. */
  boolean outdated(String task) {
    return by(task) && !last().task().equals(task);
  }

  /** Whether caller and an agent have met. */
  boolean met() {
    return any(Offer::met);
  }

  boolean has(String label) {
    return any(it -> it.label().equals(label));
  }

  void change(Predicate<Offer> which, UnaryOperator<Offer> change) {
    offers.replaceAll(it -> which.test(it) ? change.apply(it) : it);
  }

  void changeReserved(String reservation, UnaryOperator<Offer> change) {
    change(it -> it.reservation().equals(reservation), change);
  }

  private void changeLabelled(String label, UnaryOperator<Offer> change) {
    change(it -> it.label().equals(label), change);
  }

  // ---- what is known of the agents' legs ----

  boolean knows(String callSid) {
    return any(it -> it.is(callSid));
  }

  void changeLeg(String callSid, UnaryOperator<Leg> change) {
    change(it -> it.is(callSid), it -> it.with(change.apply(it.leg())));
  }

  /** News of an agent's leg, whether or not its dial was ever answered. */
  void heardOf(String label, String callSid, LegStatus status) {
    if (turn.knows(callSid)) {
      turn.change(callSid, leg -> leg.now(status));
      return;
    }
    Leg leg = Leg.heardOf(callSid, status);
    changeLabelled(
        label,
        it -> {
          if (it.isOpen() && it.leg() == null && turn.ending == null) {
            return it.with(leg).with((Errand) null);
          }
          end(leg);
          return it.mayHideALeg() ? it.with(Dial.KNOWN, null) : it;
        });
  }

  void joined(String room, String callSid, String label) {
    heardOf(label, callSid, LegStatus.IN_PROGRESS);
    turn.change(callSid, leg -> leg.now(Presence.IN));
    change(it -> it.is(callSid), it -> it.in(room));
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

  /** The offer as one that nobody gets; ends the agent's leg, if there is one. */
  Offer lost(Offer offer) {
    if (offer.leg() != null) {
      end(offer.leg());
    }
    Dial dial = offer.dial() == Dial.NOT_YET ? Dial.NONE : offer.dial();
    Offer over = offer.with(Offer.State.OVER).with((Leg) null);
    return over.mayHideALeg() ? over : over.with(dial, null);
  }

  private void end(Leg leg) {
    turn.strays.add(leg.with(leg.isLive() ? Errand.end(turn.now) : null));
  }

  // ---- what is due ----

  /** Rings, looks for whom should be in a room, and does what is due about each leg. */
  void goOn() {
    boolean takenByOne =
        any(it -> it.state() == Offer.State.ANSWERED || it.state() == Offer.State.ACCEPTED);
    offers.replaceAll(
        it -> {
          if (it.mayHideALeg() && it.errand().isDue(turn.now)) {
            Errand now = Errand.look(turn.now);
            return lookFor(it.dial() == Dial.SENT ? it.with(Dial.UNCLEAR, now) : it);
          }
          if (it.state() == Offer.State.ACCEPTED && it.errand().isDue(turn.now)) {
            return lookFor(it);
          }
          boolean mayRing = it.state() == Offer.State.RINGING && it.dial() == Dial.NOT_YET;
          Errand errand = it.errand() == null ? Errand.look(turn.now) : it.errand();
          if (mayRing && !takenByOne && errand.isDue(turn.now)) {
            turn.commands.add(new Command.RingAgent(it.reservation(), it.label(), it.address()));
            return it.with(Dial.SENT, errand.run(turn.now));
          }
          return it;
        });
    change(it -> it.isOpen() && it.leg() != null, it -> it.with(turn.runWhenDue(it.leg())));
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
  }
}
