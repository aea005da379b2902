package dev.switchboard.conversation;

/**
 * Whether the room ends when this leg leaves it. That guards a customer against hearing who
 * whispers to an agent that drops out: there is no instant at which both are left (PART-65).
 */
public enum Guard {
  /** It does not. */
  OFF,
  /** A change was asked for, and has not been confirmed. */
  UNCLEAR,
  /** It does. */
  ON;

  Guard asked(Boolean endsRoom) {
    boolean same = endsRoom == null || endsRoom == (this == ON) && this != UNCLEAR;
    return same ? this : UNCLEAR;
  }

  Guard confirmed(Boolean endsRoom) {
    return endsRoom == null ? this : endsRoom ? ON : OFF;
  }
}
