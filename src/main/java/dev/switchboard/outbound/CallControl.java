package dev.switchboard.outbound;

import dev.switchboard.conversation.Command;
import dev.switchboard.conversation.Event.Occupant;
import dev.switchboard.conversation.LegStatus;
import java.util.List;
import java.util.Optional;

/**
 * What the outbound flow asks of the platform. Each method is exactly one request, never repeated
 * on its own, and throws {@link Refused} when it did not succeed.
 */
public interface CallControl {

  /**
   * Dials the customer into a live conference; the customer's leaving will end it. Not idempotent.
   *
   * @param conversation the agent's call SID, to be given back by the leg's callbacks
   * @return the leg as it was made
   */
  LegState dialCustomer(String conversation, String conferenceSid, String number);

  /**
   * Dials somebody else into a live conference; their leaving will not end it. Not idempotent.
   *
   * @param conversation to be given back by the leg's callbacks, with the guest's label
   * @return the leg as it was made
   */
  LegState dialGuest(String conversation, Command.DialGuest guest);

  /**
   * Rings an agent into a room that is made by it; their leaving will not end it. Not idempotent.
   *
   * @param conversation to be given back by the leg's callbacks, with the agent's label
   * @return the leg as it was made
   */
  LegState ringAgent(String conversation, Command.RingAgent agent);

  /** Makes somebody in a conference sound like this. */
  void tune(Command.Tune change);

  /** Ends a leg, whatever it is doing, and says how it is then. */
  LegStatus endLeg(String callSid);

  /** How a leg is, or was a moment ago. */
  LegStatus lookAtLeg(String callSid);

  /** Who is in a conference, or was a moment ago; legs that are leaving are left out. */
  List<Occupant> lookIntoRoom(String conferenceSid);

  /** The conference of this name, live or completed; the live one if there are several. */
  Optional<RoomState> findRoom(String name);

  /** Completes a conference, which lets everybody out. */
  void endRoom(String conferenceSid);

  /** A leg and how it is. */
  record LegState(String callSid, LegStatus status) {}

  /** A conference and whether it is completed. */
  record RoomState(String conferenceSid, boolean over) {}

  /** The platform did not do what it was asked for. */
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * {@code message} names the request and the platform's answer; numbers in it are not kept,
     * since it is logged.
     */
    public Refused(Reason reason, String message, Throwable cause) {
      super(message.replaceAll("\\+[0-9]{5,}", "+..."), cause, false, false);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }
  }

  /** Why not, and whether it happened. */
  enum Reason {
    /** There is no such thing, or it is over already. Nothing happened. */
    GONE,
    /** The request is not allowed as it stands. Nothing happened. */
    NOT_ALLOWED,
    /** Too many requests. Nothing happened, and it may be asked again (REST-12). */
    THROTTLED,
    /** An error of the platform or the line: it may have happened or not (REST-11). */
    UNCLEAR
  }
}
