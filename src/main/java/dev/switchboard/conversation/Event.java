package dev.switchboard.conversation;

import java.time.Instant;
import java.util.List;

/** What a conversation can see. Any event may come late, twice, out of order or never. */
public sealed interface Event {

  /** Takes in the one of these that fits. */
  interface Visitor {
    void agentCalled(AgentCalled event);

    void hangUpAsked(HangUpAsked event);

    void joined(Joined event);

    void left(Left event);

    void agentLeftDial(AgentLeftDial event);

    void legReported(LegReported event);

    void machineAnswered(MachineAnswered event);

    void dialAccepted(DialAccepted event);

    void dialRefused(DialRefused event);

    void dialThrottled(DialThrottled event);

    void dialUnclear(DialUnclear event);

    void legEnded(LegEnded event);

    void legAlreadyOver(LegAlreadyOver event);

    void endLegFailed(EndLegFailed event);

    void legSeen(LegSeen event);

    void legNotFound(LegNotFound event);

    void lookAtLegFailed(LookAtLegFailed event);

    void roomFound(RoomFound event);

    void noRoomFound(NoRoomFound event);

    void roomSeen(RoomSeen event);

    void roomLookFailed(RoomLookFailed event);

    void roomEnded(RoomEnded event);

    void endRoomRefused(EndRoomRefused event);

    void endRoomFailed(EndRoomFailed event);

    void pressed(Pressed event);

    void guestReported(GuestReported event);

    void guestRefused(GuestRefused event);

    void guestThrottled(GuestThrottled event);

    void guestUnclear(GuestUnclear event);

    void tuned(Tuned event);

    void tuneFailed(TuneFailed event);

    void woken(Woken event);

    void callerArrived(CallerArrived event);

    void offered(Offered event);

    void offerRanOut(OfferRanOut event);

    void taskCanceled(TaskCanceled event);

    void did(Did event);
  }

  void accept(Visitor visitor);

  // --- what webhooks and people tell ---

  /**
   * The agent's softphone called the TwiML app and wants this number dialled; {@code agentAddress}
   * is the softphone's, or empty.
   */
  record AgentCalled(String number, String agentAddress, LegStatus status) implements Event {
    /** A call of somebody who is not told. */
    public AgentCalled(String number, LegStatus status) {
      this(number, "", status);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.agentCalled(this);
    }
  }

  /** The agent pressed the page's hang-up button. */
  record HangUpAsked() implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.hangUpAsked(this);
    }
  }

  /** A leg entered the conference. {@code label} is null when it has none. */
  record Joined(String conferenceSid, String callSid, String label) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.joined(this);
    }
  }

  /**
   * A leg left the conference, or failed before it entered (PART-32). {@code label} and {@code
   * callStatus} are null when not told; a status in progress means that the call lives on outside.
   */
  record Left(String conferenceSid, String callSid, String label, LegStatus callStatus)
      implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.left(this);
    }
  }

  /** The agent's Dial is over; {@code status} is that of the agent's own leg (TWIML-29). */
  record AgentLeftDial(LegStatus status) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.agentLeftDial(this);
    }
  }

  /** A leg's own status callback. A leg not known before is the customer's. */
  record LegReported(String callSid, LegStatus status) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.legReported(this);
    }
  }

  /** The platform is sure that no person answered this leg, which is the customer's. */
  record MachineAnswered(String callSid) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.machineAnswered(this);
    }
  }

  // --- answers to DialCustomer ---

  record DialAccepted(String callSid, LegStatus status) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.dialAccepted(this);
    }
  }

  /** The dial was refused for good and no leg exists. */
  record DialRefused() implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.dialRefused(this);
    }
  }

  /** The dial was refused for its rate; no leg exists and it may be asked again (REST-12). */
  record DialThrottled() implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.dialThrottled(this);
    }
  }

  /** The answer was lost or says nothing: a leg may or may not exist (REST-11). */
  record DialUnclear() implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.dialUnclear(this);
    }
  }

  // --- answers to EndLeg ---

  record LegEnded(String callSid, LegStatus status) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.legEnded(this);
    }
  }

  /** There was nothing to end (CALL-40): that counts as done, but does not say how it ended. */
  record LegAlreadyOver(String callSid) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.legAlreadyOver(this);
    }
  }

  record EndLegFailed(String callSid) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.endLegFailed(this);
    }
  }

  // --- answers to LookAtLeg; may be stale ---

  record LegSeen(String callSid, LegStatus status) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.legSeen(this);
    }
  }

  record LegNotFound(String callSid) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.legNotFound(this);
    }
  }

  record LookAtLegFailed(String callSid) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.lookAtLegFailed(this);
    }
  }

  // --- answers to FindRoom and LookIntoRoom; may be stale ---

  /** {@code name} is the one that was asked for. */
  record RoomFound(String name, String conferenceSid, boolean over) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.roomFound(this);
    }
  }

  /** {@code name} is the one that was asked for. */
  record NoRoomFound(String name) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.noRoomFound(this);
    }
  }

  /** Who was listed in this conference; legs that are leaving are not in it. */
  record RoomSeen(String conferenceSid, List<Occupant> occupants) implements Event {
    public RoomSeen {
      occupants = List.copyOf(occupants);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.roomSeen(this);
    }
  }

  /**
   * Somebody in the conference; {@code label} is null when they have none, {@code sound} when it
   * was not told.
   */
  record Occupant(String callSid, String label, LegStatus status, Sound sound) {
    /** Of whose sound nothing is told. */
    public Occupant(String callSid, String label, LegStatus status) {
      this(callSid, label, status, null);
    }
  }

  record RoomLookFailed() implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.roomLookFailed(this);
    }
  }

  // --- answers to EndRoom ---

  /** The conference is over: by our request, by an earlier one (CONF-38), or as its event told. */
  record RoomEnded(String conferenceSid) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.roomEnded(this);
    }
  }

  /** The platform will not complete this conference (CONF-39): legs must be ended one by one. */
  record EndRoomRefused() implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.endRoomRefused(this);
    }
  }

  record EndRoomFailed() implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.endRoomFailed(this);
    }
  }

  /**
   * Somebody pressed a button of a page.
   *
   * @param callSid an agent's own leg; of no concern for a supervisor
   * @param address a supervisor's phone, such as {@code client:kumi}; of no concern for an agent
   * @param to whom to call in: a number, or {@code client:} and an identity; empty when nobody
   */
  record Pressed(Button button, String callSid, String address, String to) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.pressed(this);
    }
  }

  // --- answers to DialGuest, and a guest's own status callbacks ---

  /** The guest's leg is known, by the dial's answer or by itself. */
  record GuestReported(String label, String callSid, LegStatus status) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.guestReported(this);
    }
  }

  /** The dial was refused for good and no leg exists. */
  record GuestRefused(String label) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.guestRefused(this);
    }
  }

  /** Refused for its rate; no leg exists (REST-12). */
  record GuestThrottled(String label) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.guestThrottled(this);
    }
  }

  /** The answer was lost: a leg may or may not exist (REST-11). */
  record GuestUnclear(String label) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.guestUnclear(this);
    }
  }

  // --- answers to Tune ---

  record Tuned(String callSid, Sound sound) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.tuned(this);
    }
  }

  /** Whether it worked is not known, or it did not. */
  record TuneFailed(String callSid) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.tuneFailed(this);
    }
  }

  // --- inbound calls: what webhooks of the routing tell, and answers to Do ---

  /** Somebody called our number and is about to wait in the queue. */
  record CallerArrived(String number, LegStatus status) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.callerArrived(this);
    }
  }

  /**
   * The caller is offered to an agent.
   *
   * @param number the caller's, for a conversation that was not heard of yet
   * @param address the agent's phone
   * @param busy whether the agent is on another call, of which the routing knows nothing (RACE-110)
   * @param byPage whether the agent's phone is rung only when they accept on their page
   */
  record Offered(
      String number,
      String reservation,
      String task,
      String worker,
      String address,
      boolean busy,
      boolean byPage)
      implements Event {
    /** Of an agent who accepts by answering the phone. */
    public Offered(
        String number,
        String reservation,
        String task,
        String worker,
        String address,
        boolean busy) {
      this(number, reservation, task, worker, address, busy, false);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.offered(this);
    }
  }

  /** An offer ran out, and its worker was taken offline for it (TR-RES-09). */
  record OfferRanOut(String reservation, String task, String worker) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.offerRanOut(this);
    }
  }

  /** A task is offered to nobody any more; its caller may live on (TR-ENQ-05). */
  record TaskCanceled(String task) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.taskCanceled(this);
    }
  }

  /** What came of a {@link Command.Do}. */
  record Did(Chore.Kind kind, String subject, String detail, Chore.Result result) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.did(this);
    }
  }

  /** The time asked for by {@link Command.WakeAt} has come, or will within a moment. */
  record Woken(Instant due) implements Event {
    @Override
    public void accept(Visitor visitor) {
      visitor.woken(this);
    }
  }
}
