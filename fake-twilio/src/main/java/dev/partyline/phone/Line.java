package dev.partyline.phone;

import dev.partyline.telephony.Call;
import dev.partyline.telephony.CallStatus;

/** What a phone can do to the leg that reached it. */
public interface Line {

  /** The phone alerts. */
  void rings(Call call);

  /** Somebody picks up. */
  void answers(Call call);

  /** A machine picks up. */
  void answersByMachine(Call call);

  /**
   * The leg ends from the far end.
   *
   * @param action a word of {@code PhoneAction}; null when it is nobody's doing
   */
  void ends(Call call, CallStatus last, int sip, String by, String action);

  /** The person presses keys of 0-9, A-D, # and *. */
  void presses(Call call, String keys);

  /** The person says something that takes so many simulated milliseconds. */
  void says(Call call, String words, long ms);

  /** The phone is gone and nobody tells the platform. */
  void vanished(Call call);
}
