package dev.partyline.rest;

import dev.partyline.directory.Directory;
import dev.partyline.directory.Voice;
import dev.partyline.knob.Knobs;
import dev.partyline.queue.Queues;
import dev.partyline.recording.Recording;
import dev.partyline.recording.RecordingOrder;
import dev.partyline.recording.Recordings;
import dev.partyline.telephony.AnswerDetection;
import dev.partyline.telephony.Call;
import dev.partyline.telephony.Conference;
import dev.partyline.telephony.Participant;
import dev.partyline.telephony.ParticipantChange;
import dev.partyline.telephony.SoundSource;
import dev.partyline.telephony.Subscription;
import dev.partyline.telephony.Telephony;
import java.util.List;
import java.util.Map;

/** What the API needs of the platform behind it. */
public interface Backend {

  /** What is set up: accounts, keys, numbers, applications. The API may change it. */
  Directory directory();

  /** The account that a leg or a conference with this SID is of. */
  String accountOf(String sid);

  /** What is carried out until the next call of this method is done for this account. */
  void actFor(String accountSid);

  /** Settings of the platform. */
  Knobs knobs();

  /** Simulated milliseconds. */
  long now();

  /** A simulated time as the API writes it; null for a negative number. */
  String time(long ms);

  /** The state to read; changed only through the methods below. */
  Telephony telephony();

  /** Hands a message of the application's own to the client at the far end of a leg. */
  void passToClient(Call call, String messageSid, String content);

  /** What the client at the far end says from now on goes to this callback, too. */
  void subscribe(Call call, String subscriptionSid, Subscription subscriber);

  /** Ends such a subscription; false when there was none. */
  boolean unsubscribe(Call call, String subscriptionSid);

  /** The errors and warnings that were logged, oldest first (CALL-62). */
  List<Note> notes();

  /** The HTTP requests about a leg that are done, oldest first (CALL-62). */
  List<Requested> requests(String callSid);

  /** The queues of callers. The API may change it. */
  Queues queues();

  /** The recordings to read; changed only through the methods below. */
  Recordings recordings();

  /**
   * Begins to record a leg.
   *
   * @param news who hears of it; null when nobody does
   */
  Recording record(RecordingOrder order, Subscription news);

  /** Begins to record a leg when it is answered. */
  void recordWhenAnswered(RecordingOrder order, Subscription news);

  /**
   * Pauses a recording that is in-progress.
   *
   * @param skip whether the pause is left out; otherwise it is silence in the recording
   */
  void pause(Recording recording, boolean skip);

  /** Goes on with a paused recording. */
  void resume(Recording recording);

  /** Ends a recording. */
  void stop(Recording recording);

  /** Deletes a recording that is over. */
  void delete(Recording recording);

  /** Dials a leg that runs a document when it is answered. */
  Call dial(Outgoing what, Script script);

  /**
   * Dials a leg into a conference.
   *
   * @param conference live, or null to find or make one by name
   */
  Call dialInto(Outgoing what, Conference conference, String name, Participant.Settings settings);

  /**
   * Calls somebody to have a number confirmed as caller id: it is, when the call is answered and
   * the code keyed in. How that went is told to the callback.
   *
   * @param callback null when nobody is told
   */
  Call confirm(String number, String friendlyName, int delaySeconds, Subscription callback);

  /** Ends a leg whatever its state (CALL-37). */
  void end(Call call, boolean cancel);

  /** Gives a leg another document (CALL-41). */
  void redirect(Call call, Script script);

  /** Ends a leg this many seconds after its answer (CALL-28). */
  void limit(Call call, int seconds);

  /** Completes a conference. */
  void complete(Conference conference);

  /** Removes a participant. */
  void kick(Participant participant);

  /**
   * Changes a participant.
   *
   * @throws dev.partyline.telephony.Refusal when the coaching asked for is not possible
   */
  void change(Participant participant, ParticipantChange change);

  /** Lets one connected participant hear a document or a file (PART-45). */
  void announce(Participant participant, SoundSource what);

  /** Lets everybody in a live conference hear a document or a file (CONF-49). */
  void announce(Conference conference, SoundSource what);

  /**
   * An error or a warning that was logged.
   *
   * @param sid {@code NO} and 32 hexadecimal digits
   * @param call the leg it is about; null when it is about none
   * @param error whether it is more than a warning
   * @param request the last request about the leg before it; null when there was none
   */
  record Note(
      String sid, String call, int code, boolean error, String text, long at, Requested request) {}

  /**
   * A request to the application or of it, with its answer.
   *
   * @param status HTTP status; 0 when there was no answer
   * @param contentType null when there was no answer
   * @param body of the answer, or why there was none
   * @param at when it was sent, in simulated milliseconds
   */
  record Requested(
      String method,
      String url,
      Map<String, String> params,
      int status,
      String contentType,
      String body,
      long at,
      long tookMs) {}

  /**
   * Where a leg's TwiML comes from.
   *
   * @param url null when the document is given inline
   * @param twiml the document itself; null when it is fetched
   * @param fallbackUrl asked after a fatal error (TWIML-11); null when there is none
   */
  record Script(
      String url, String method, String twiml, String fallbackUrl, String fallbackMethod) {

    /** What a number or an application runs. */
    public static Script of(Voice voice) {
      return new Script(
          voice.url(), voice.method(), null, voice.fallbackUrl(), voice.fallbackMethod());
    }
  }

  /**
   * What is to be done when a leg is answered, before its document (CALL-29, CALL-32).
   *
   * @param sendDigits keys to play; null when none, and then detection is done
   * @param detection null when it was not asked for
   * @param background whether the document does not wait for the verdict
   * @param callback told of the verdict; null when nobody is
   */
  record OnAnswer(
      String sendDigits, AnswerDetection detection, boolean background, Subscription callback) {

    /** Nothing is to be done. */
    public static final OnAnswer NOTHING = new OnAnswer(null, null, false, null);
  }

  /**
   * A leg to be dialled.
   *
   * @param subscription for its call events; null when none
   */
  record Outgoing(
      String from,
      String to,
      Subscription subscription,
      int timeoutSeconds,
      int timeLimitSeconds,
      OnAnswer onAnswer) {

    /** A leg with nothing to be done when it is answered. */
    public Outgoing(
        String from, String to, Subscription subscription, int timeoutSeconds, int limitSeconds) {
      this(from, to, subscription, timeoutSeconds, limitSeconds, OnAnswer.NOTHING);
    }
  }
}
