package dev.partyline.script;

import dev.partyline.telephony.CallStatus;
import dev.partyline.twiml.Redirect;
import dev.partyline.twiml.Reject;
import java.util.Map;

/** Hangup, Reject and Redirect: what ends the leg or the document (TWIML-39, 40, 43). */
final class EndVerbs {

  void hangup(Session session) {
    session.answer();
    session.hangUp();
  }

  /** Only a leg that has not been answered can be rejected; another is hung up. */
  void reject(Session session, Reject reject) {
    if (session.call().status() != CallStatus.RINGING) {
      hangup(session);
      return;
    }
    session.endUnanswered(
        reject.reason() == Reject.Reason.BUSY ? CallStatus.BUSY : CallStatus.NO_ANSWER);
  }

  /** An empty reference is the document itself. */
  void redirect(Session session, Redirect redirect) {
    boolean again = redirect.url().isEmpty() && session.url() != null;
    String reference = again ? session.url() : redirect.url();
    session.jump("twiml", reference, redirect.method(), 11_100, Map.of());
  }
}
