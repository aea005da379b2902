package dev.switchboard.twins;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.conference.ParticipantCreator;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.type.PhoneNumber;
import dev.partyline.javasdk.SimHttpClient;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Application;
import dev.partyline.world.Surroundings;
import java.util.Map;

/** What every twin does the same way: routing by path, the SDK's client, the usual calls. */
abstract class TwinProgram implements Application {

  final Surroundings surroundings;
  final TwilioRestClient client;

  TwinProgram(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.client =
        new TwilioRestClient.Builder(surroundings.accountSid(), surroundings.authToken())
            .httpClient(new SimHttpClient(surroundings))
            .build();
  }

  @Override
  public WebhookReply handle(WebhookRequest request) {
    String path = request.url().substring(surroundings.baseUrl().length());
    if (path.equals("/voice")) {
      return WebhookReply.twiml(voice(request.params()).toXml());
    }
    if (path.equals("/events")) {
      event(request.params());
    } else if (path.equals("/calls")) {
      call(request.params());
    }
    return WebhookReply.empty();
  }

  /** The agent's leg wants its document; {@code To} is the customer's number. */
  abstract VoiceResponse voice(Map<String, String> params);

  /** A conference event came. */
  void event(Map<String, String> params) {}

  /** A call event came. */
  void call(Map<String, String> params) {}

  /** The button ends the agent's own leg, which is all the page can name. */
  @Override
  public void hangUpPressed(String callSid) {
    endCall(callSid);
  }

  final void endCall(String callSid) {
    Call.updater(callSid).setStatus(Call.UpdateStatus.COMPLETED).update(client);
  }

  final void endConference(String conferenceSid) {
    Conference.updater(conferenceSid).setStatus(Conference.UpdateStatus.COMPLETED).update(client);
  }

  /** Ends the room that the event is about when the customer was never reached. */
  final void endIfCustomerFailed(Map<String, String> params) {
    boolean failed =
        "participant-leave".equals(params.get("StatusCallbackEvent"))
            && "participant_add_failed".equals(params.get("ReasonParticipantLeft"));
    if (failed) {
      try {
        endConference(params.get("ConferenceSid"));
      } catch (ApiException alreadyOver) {
        // the room is gone: nothing is left to end, or so these programs believe
      }
    }
  }

  /** The customer's leg, to be made in this room; the customer's leaving ends the room. */
  ParticipantCreator customer(String room, String number) {
    return com.twilio.rest.api.v2010.account.conference.Participant.creator(
            room, new PhoneNumber(surroundings.callerId()), new PhoneNumber(number))
        .setRegion("jp1")
        .setEndConferenceOnExit(true);
  }

  final VoiceResponse join(com.twilio.twiml.voice.Conference.Builder conference) {
    return new VoiceResponse.Builder()
        .dial(new Dial.Builder().conference(conference.build()).build())
        .build();
  }

  com.twilio.twiml.voice.Conference.Builder room(String name) {
    return new com.twilio.twiml.voice.Conference.Builder(name)
        .region(com.twilio.twiml.voice.Conference.Region.JP1);
  }
}
