package dev.switchboard.conversation;

/** How far the one attempt to dial the customer has come. */
public enum Dial {
  /** Not asked of the platform, or asked and certainly not accepted, with another try to come. */
  NOT_YET,
  /** Asked; the answer has not come. */
  SENT,
  /** Asked, and the answer was lost: the leg may exist (CALL-33). Never asked again. */
  UNCLEAR,
  /** The customer's leg is known. */
  KNOWN,
  /** There is no leg, and there will be none. */
  NONE;

  /** Whether a leg that nobody has told us of may be alive. */
  boolean mayHideALeg() {
    return this == SENT || this == UNCLEAR;
  }
}
