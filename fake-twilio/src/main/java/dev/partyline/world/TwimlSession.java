package dev.partyline.world;

import dev.partyline.telephony.Call;
import dev.partyline.twiml.Dial;
import dev.partyline.twiml.Verb;
import java.util.List;

/** The document a leg is running and where it is in it; one document at a time (TWIML-17). */
final class TwimlSession {

  final Call call;

  /** URL of the document; null for one given inline, which has no base (TWIML-20). */
  String url;

  /** URL of the document that was asked for last; null for one given inline. */
  String requested;

  /** Asked after a fatal error, once (TWIML-11); null when there is none, or it was asked. */
  String fallbackUrl;

  String fallbackMethod;

  List<Verb> verbs = List.of();
  int next;

  /** The Dial the leg is in; null while it is in none. */
  Dial dialling;

  /** Raised whenever the leg gets another document or ends: what was under way is then stale. */
  int turn;

  boolean over;

  TwimlSession(Call call) {
    this.call = call;
  }

  /** Drops what was under way. */
  int interrupt() {
    dialling = null;
    verbs = List.of();
    next = 0;
    return ++turn;
  }
}
