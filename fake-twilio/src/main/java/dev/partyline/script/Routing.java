package dev.partyline.script;

import dev.partyline.telephony.Call;
import dev.partyline.twiml.Enqueue;

/** What TaskRouter does with callers that documents hand to it. */
public interface Routing {

  /** There is no TaskRouter: nobody takes a caller. */
  Routing NONE =
      new Routing() {
        @Override
        public boolean enqueued(Call call, String account, Enqueue enqueue) {
          return false;
        }

        @Override
        public void left(Call call, String how) {}

        @Override
        public Claim claim(Call agent, String reservationSid) {
          return Claim.refused(14_217, "there is no reservation " + reservationSid);
        }

        @Override
        public void bridged(Call agent, Call caller, String reservationSid) {}
      };

  /**
   * What becomes of a Dial to the caller of a reservation.
   *
   * @param callSid the caller's leg; null when it is refused
   * @param code why it is refused; 0 when it is not
   */
  record Claim(String callSid, int code, String text) {

    /** This caller is to be bridged. */
    public static Claim of(String callSid) {
      return new Claim(callSid, 0, "");
    }

    /** Nobody is. */
    public static Claim refused(int code, String text) {
      return new Claim(null, code, text);
    }
  }

  /**
   * A caller is in the hidden queue of a workflow; a task is made (TR-ENQ-02).
   *
   * @return false when no task can be made, which was logged (TR-ENQ-13)
   */
  boolean enqueued(Call call, String account, Enqueue enqueue);

  /**
   * A caller is in the queue no more.
   *
   * @param how as {@code QueueLeft} writes it
   */
  void left(Call call, String how);

  /** An agent's Dial asks for the caller of a reservation (TR-ENQ-15). */
  Claim claim(Call agent, String reservationSid);

  /** That agent and that caller are bridged now. */
  void bridged(Call agent, Call caller, String reservationSid);
}
