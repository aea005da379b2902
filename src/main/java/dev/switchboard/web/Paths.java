package dev.switchboard.web;

/** The paths Switchboard answers at. */
public final class Paths {

  /** The TwiML app's voice URL: an agent's softphone calls. */
  public static final String OUTGOING = "/voice/outgoing";

  /** The TwiML app's status callback: the agent's leg is over. */
  public static final String CALL_ENDED = "/voice/call-ended";

  /** The action of the agent's Dial. */
  public static final String DIAL_ENDED = "/voice/dial-ended";

  /** The conference's status callback. */
  public static final String CONFERENCE_EVENT = "/voice/conference-event";

  /** The customer's leg's status callback. */
  public static final String CUSTOMER_STATUS = "/voice/customer-status";

  /** The verdict on who answered the customer's leg. */
  public static final String ANSWERED_BY = "/voice/answered-by";

  /** The voice URL of our number: somebody calls us. */
  public static final String INCOMING = "/voice/incoming";

  /** A caller has left the queue and nobody told them where to: most likely it is full. */
  public static final String QUEUE_LEFT = "/voice/queue-left";

  /** A caller's room ended while the caller stayed on the line. */
  public static final String ROOM_LEFT = "/voice/room-left";

  /** The workflow's assignment callback, and its fallback. */
  public static final String ASSIGNMENT = "/voice/assignment";

  /** The workspace's event callback. */
  public static final String ROUTING_EVENT = "/voice/routing-event";

  /** The parameter of callbacks that names their conversation. */
  public static final String CONVERSATION = "conversation";

  /** The parameter of {@link #CUSTOMER_STATUS} that names a guest whose leg it is instead. */
  public static final String GUEST = "guest";

  /** The parameter of {@link #OUTGOING} that holds the number when we rang the agent ourselves. */
  public static final String DIAL = "dial";

  private Paths() {}
}
