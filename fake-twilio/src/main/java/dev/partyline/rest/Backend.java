package dev.partyline.rest;

import dev.partyline.knob.Knobs;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.Subscription;
import dev.partyline.telephony.Telephony;

/** What the API needs of the platform behind it. */
public interface Backend {

  /** The account's SID. */
  String accountSid();

  /** The account's auth token. */
  String authToken();

  /** Settings of the platform. */
  Knobs knobs();

  /** Simulated milliseconds. */
  long now();

  /** A simulated time as the API writes it; null for a negative number. */
  String time(long ms);

  /** The state to read; changed only through the methods below. */
  Telephony telephony();

  /** A TwiML application's voice URL by its SID; null when there is none. */
  String applicationUrl(String sid);

  /** Milliseconds until a leg queued now is dialled, beyond the usual (CALL-11, LIMIT-05). */
  long queueTime();

  /** Dials a leg that runs a document when it is answered. */
  Call dial(Outgoing what, String url, String method, String twiml);

  /**
   * Dials a leg into a conference.
   *
   * @param conference live, or null to find or make one by name
   */
  Call dialInto(Outgoing what, Conference conference, String name, Participant.Settings settings);

  /** Ends a leg whatever its state (CALL-37). */
  void end(Call call, boolean cancel);

  /** Gives a leg another document (CALL-41). */
  void redirect(Call call, String url, String method, String twiml);

  /** Completes a conference. */
  void complete(Conference conference);

  /** Removes a participant. */
  void kick(Participant participant);

  /** Changes flags; null leaves one as it is. */
  void change(Participant participant, Boolean muted, Boolean hold, Boolean endOnExit);

  /**
   * A leg to be dialled.
   *
   * @param subscription for its call events; null when none
   */
  record Outgoing(
      String from, String to, Subscription subscription, int timeoutSeconds, int timeLimitSeconds) {}
}
