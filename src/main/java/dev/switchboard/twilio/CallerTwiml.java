package dev.switchboard.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Enqueue;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.Task;
import dev.switchboard.conversation.Conversation;
import dev.switchboard.web.CallerDocuments;
import java.util.List;
import java.util.Locale;

/**
 * The TwiML documents for a caller's leg. After Enqueue and Dial comes a Redirect instead of an
 * action: an action is also requested when the caller hangs up or is moved, which would be one more
 * webhook for nothing.
 */
final class CallerTwiml implements CallerDocuments {

  private static final String A_ROOM = "A-ROOM";
  private static final String A_CALL = "CA00000000000000000000000000000000";
  private static final String HANG_UP =
      new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build().toXml();

  private final String intoQueue;
  private final String again;
  private final String goodbye;
  private final String intoRoom;

  /** With no plan nobody can call us, and everybody hears so. */
  CallerTwiml(Callbacks callbacks, Locale language, String callerId, RoutingPlan plan) {
    Sentences say = Sentences.in(language);
    goodbye =
        new VoiceResponse.Builder()
            .say(said(say, say.goodbye()))
            .hangup(new Hangup.Builder().build())
            .build()
            .toXml();
    intoQueue = plan == null ? goodbye : queue(callbacks, plan, said(say, say.welcome()), 0);
    again = plan == null ? goodbye : queue(callbacks, plan, null, 1);
    intoRoom = room(callbacks, MixingRegion.of(callerId));
  }

  private static Say said(Sentences say, String text) {
    return new Say.Builder(text).language(say.language()).build();
  }

  private static String queue(Callbacks callbacks, RoutingPlan plan, Say first, int priority) {
    VoiceResponse.Builder document = new VoiceResponse.Builder();
    if (first != null) {
      document.say(first);
    }
    return document
        .enqueue(
            new Enqueue.Builder()
                .workflowSid(plan.workflowSid())
                .task(new Task.Builder("{}").priority(priority).build())
                .build())
        .redirect(new Redirect.Builder(callbacks.queueLeft()).method(HttpMethod.POST).build())
        .build()
        .toXml();
  }

  /** The caller's leaving ends the room; who comes first names its region. */
  private static String room(Callbacks callbacks, Conference.Region region) {
    Conference.Builder conference =
        new Conference.Builder(A_ROOM)
            .participantLabel(Conversation.CUSTOMER_LABEL)
            .startConferenceOnEnter(true)
            .endConferenceOnExit(true)
            .beep(Conference.Beep.FALSE)
            .statusCallback(callbacks.conferenceEvent(A_CALL))
            .statusCallbackMethod(HttpMethod.POST)
            .statusCallbackEvents(List.of(Conference.Event.JOIN));
    if (region != null) {
      conference.region(region);
    }
    return new VoiceResponse.Builder()
        .dial(new Dial.Builder().conference(conference.build()).build())
        .redirect(new Redirect.Builder(callbacks.roomLeft()).method(HttpMethod.POST).build())
        .build()
        .toXml();
  }

  @Override
  public String intoQueue() {
    return intoQueue;
  }

  /** Into the queue again, before those who came later. */
  String intoQueueAgain() {
    return again;
  }

  @Override
  public String goodbye() {
    return goodbye;
  }

  @Override
  public String hangUp() {
    return HANG_UP;
  }

  String intoRoom(String caller, String room) {
    return intoRoom.replace(A_CALL, caller).replace(A_ROOM, room);
  }
}
