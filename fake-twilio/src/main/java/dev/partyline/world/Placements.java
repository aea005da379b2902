package dev.partyline.world;

import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.rest.Backend.Outgoing;
import dev.partyline.rest.Backend.Script;
import dev.partyline.script.Platform;
import dev.partyline.sim.Span;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Effect;
import dev.partyline.telephony.Participant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Legs that the platform dials: asked for by REST, by a Dial, or its own. */
final class Placements {

  private static final Span SECOND = Span.exactly(1000);

  private final World world;
  private final Map<String, Script> documents = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> handed = new LinkedHashMap<>();
  private long nextSlotAt;
  private String conversation;
  private String behalf;

  Placements(World world) {
    this.world = world;
  }

  /** Dials a leg that runs a document when it is answered. */
  Call dial(Outgoing what, Script script) {
    List<Effect> effects = new ArrayList<>();
    Call call = world.telephony().queue(origin(what), true, world.now(), effects);
    world.apply(effects);
    documents.put(call.sid(), script);
    world.answers().ask(call, what.onAnswer());
    place(call);
    return call;
  }

  /** Dials a leg into a conference; null finds or makes one by name. */
  Call dialInto(Outgoing what, Conference conference, String name, Participant.Settings settings) {
    List<Effect> effects = new ArrayList<>();
    Call.Origin origin = origin(what, conversationIn(conference));
    if (conference == null) {
      world.maybeSplit(name);
    }
    Conference room =
        world.telephony().bind(origin, conference, name, settings, world.now(), effects);
    world.apply(effects);
    List<Participant> all = room.everybody();
    Call call = all.get(all.size() - 1).call();
    world.answers().ask(call, what.onAnswer());
    place(call);
    return call;
  }

  /** A leg that the platform itself makes: no document runs on it. */
  Call ownLeg(String from, String to, long waitMs) {
    List<Effect> effects = new ArrayList<>();
    Outgoing what = new Outgoing(from, to, null, 60, World.LONGEST_CALL_SECONDS);
    Call call = world.telephony().queue(origin(what), true, world.now(), effects);
    world.apply(effects);
    world.in(call.origin().leg() + ".initiated", Span.exactly(waitMs), () -> initiate(call));
    return call;
  }

  /**
   * Legs of people who belong to no conversation are, from now on, part of that of this leg; null
   * ends it.
   */
  void inConversationOf(Call call) {
    conversation = call == null ? null : call.origin().conversation();
  }

  /** The conversation about which the program was told that asks now; null for none. */
  void onBehalfOf(String told) {
    behalf = told;
  }

  /** The conversation that those in a room have; null for none. */
  private static String conversationIn(Conference room) {
    if (room != null) {
      for (Participant one : room.everybody()) {
        if (one.call().origin().conversation() != null) {
          return one.call().origin().conversation();
        }
      }
    }
    return null;
  }

  private String conversationOf(Party party, String there) {
    if (party != null && party.conversation() != null) {
      return party.conversation();
    }
    if (conversation != null || !world.servesAny(party)) {
      return conversation;
    }
    return there == null ? behalf : there;
  }

  private Call.Origin origin(Outgoing what) {
    return origin(what, null);
  }

  /** {@code there} is the conversation of the room it goes to; null when there is none yet. */
  private Call.Origin origin(Outgoing what, String there) {
    Party party = world.party(what.to());
    return new Call.Origin(
        world.leg(party == null ? "stranger" : party.name()),
        conversationOf(party, there),
        party == null ? null : party.name(),
        "outbound-api",
        what.from(),
        what.to(),
        what.subscription(),
        what.timeoutSeconds(),
        what.timeLimitSeconds());
  }

  /** A Dial makes a leg; it is placed at once (TWIML-24, LIMIT-07). */
  Call dialFor(Call parent, Platform.Leg leg) {
    Party party = world.party(leg.to());
    Call.Origin origin =
        new Call.Origin(
            world.leg(party == null ? "stranger" : party.name()),
            party == null ? parent.origin().conversation() : party.conversation(),
            party == null ? null : party.name(),
            "outbound-dial",
            leg.from(),
            leg.to(),
            leg.subscription(),
            leg.timeoutSeconds(),
            leg.timeLimitSeconds());
    List<Effect> effects = new ArrayList<>();
    Call call = world.telephony().dial(parent, origin, world.now(), effects);
    world.apply(effects);
    world.note(new Happening.LegDialled(call.sid(), parent.sid(), leg.parameters()));
    if (!leg.parameters().isEmpty()) {
      handed.put(call.sid(), leg.parameters());
    }
    world.in(origin.leg() + ".initiated", world.times().queuedToInitiated(), () -> initiate(call));
    return call;
  }

  /** LIMIT-05: with a rate limit legs wait for their slot. */
  private void place(Call call) {
    double perSecond = world.knobs().number(Knob.LIMIT_CPS);
    long wait = 0;
    if (!Double.isNaN(perSecond)) {
      long slot = Math.max(world.now(), nextSlotAt);
      wait = slot - world.now();
      nextSlotAt = slot + (long) (SECOND.min() / perSecond);
    }
    call.queued(wait);
    Span usual = world.times().queuedToInitiated();
    world.in(
        call.origin().leg() + ".initiated",
        Span.of(usual.min() + wait, usual.typical() + wait, usual.max() + wait),
        () -> initiate(call));
  }

  private void initiate(Call call) {
    if (!call.isLive()) {
      return;
    }
    world.carryOut((model, now, effects) -> model.initiate(call, now, effects));
    String to = call.origin().to();
    if (to.startsWith("app:") || world.directory().dialled(to) != null) {
      world.selfCalls().dialled(call);
    } else if (world.devices().knows(to)) {
      world.devices().dialled(call, handed(call));
    } else if (world.party(to) != null || world.phones().book().knows(to)) {
      world.phones().dialled(call);
    } else if (to.startsWith("client:")) {
      world.phones().dialledUnregistered(call, world.knobs().get(Knob.CALL_UNREGISTERED_CLIENT));
    } else {
      world.phones().dialledNobody(call);
    }
  }

  /** The document that an answered leg gets; null when it has none or was given another. */
  Script takeDocument(Call call) {
    return documents.remove(call.sid());
  }

  /** What a Dial handed to the client or application at the other end of this leg. */
  Map<String, String> handed(Call placed) {
    return handed.getOrDefault(placed.sid(), Map.of());
  }

  void forget(String callSid) {
    documents.remove(callSid);
    handed.remove(callSid);
  }
}
