package dev.partyline.telephony;

/**
 * What an update changes about a participant; null leaves a thing as it is (PART-39).
 *
 * @param coaching false ends coaching (PART-60); true needs a target, given here or before
 *     (PART-61)
 * @param coach call SID of the one to be coached; given alone it means coaching
 * @param beepOnExit whether the room hears a beep when the participant leaves
 * @param holdSound what is heard from now on while on hold
 * @param waitSound what is heard from now on while waiting for the start
 */
public record ParticipantChange(
    Boolean muted,
    Boolean hold,
    Boolean endOnExit,
    Boolean coaching,
    String coach,
    Boolean beepOnExit,
    SoundSource holdSound,
    SoundSource waitSound) {

  /** Only the three plain flags. */
  public static ParticipantChange flags(Boolean muted, Boolean hold, Boolean endOnExit) {
    return new ParticipantChange(muted, hold, endOnExit, null, null, null, null, null);
  }
}
