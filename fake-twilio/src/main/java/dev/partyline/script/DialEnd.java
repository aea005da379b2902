package dev.partyline.script;

import dev.partyline.knob.Knob;
import dev.partyline.twiml.Dial;
import java.util.Map;

/** The end of a Dial, whatever it dialled (TWIML-25, TWIML-26, TWIML-29). */
final class DialEnd {

  private static final int RELATIVE_IN_INLINE = 15_004;

  private final Session session;
  private final Documents documents;
  private final Dial dial;
  private final String url;

  DialEnd(Session session, Documents documents, Dial dial) {
    this.session = session;
    this.documents = documents;
    this.dial = dial;
    this.url = session.url();
  }

  /** The leg lives: the action decides what is next, or the next verb runs. */
  void goOn(Map<String, String> result) {
    if (dial.action() == null) {
      session.proceed();
    } else {
      session.jump("action", dial.action(), dial.method(), RELATIVE_IN_INLINE, result);
    }
  }

  /** The leg is gone: the action may be asked all the same, and its answer is of no use. */
  void tell(boolean byFarEnd, Map<String, String> result) {
    boolean ask =
        dial.action() != null
            && byFarEnd
            && session.platform().knobs().is(Knob.TWIML_DIAL_ACTION_ON_CALLER_HANGUP, "true");
    String action = ask ? session.resolve(url, dial.action(), RELATIVE_IN_INLINE) : null;
    if (action != null) {
      documents.request(
          session.call(), "action", action, Documents.word(dial.method()), result, ignored -> {});
    }
  }
}
