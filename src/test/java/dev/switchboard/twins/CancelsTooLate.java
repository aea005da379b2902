package dev.switchboard.twins;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.taskrouter.v1.workspace.Task;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Say;
import com.twilio.type.Twiml;
import dev.partyline.explore.Scenario;
import dev.partyline.routing.FrontDesk;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who has waited long enough gets voicemail: the task is canceled and the caller moved. A task that
 * was just assigned cannot be canceled, and the caller is moved all the same, away from the agent
 * who has answered (ZOO-68, RACE-104).
 */
final class CancelsTooLate extends QueueDesk {

  static final Subject SUBJECT =
      new Twin(
          "cancels-too-late",
          "sends who has waited long to voicemail, though the task cannot be canceled any more",
          "ALONE",
          Scenario.INBOUND,
          CancelsTooLate::new);

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final String VOICEMAIL =
      new VoiceResponse.Builder()
          .say(new Say.Builder("Please leave a message.").build())
          .record(new Record.Builder().maxLength(60).build())
          .build()
          .toXml();

  /** Task by caller. */
  private final Map<String, String> tasks = new LinkedHashMap<>();

  private CancelsTooLate(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  VoiceResponse voice(Map<String, String> params) {
    String caller = params.get("CallSid");
    surroundings.after("voicemail", PATIENCE, () -> voicemail(caller));
    return super.voice(params);
  }

  private void voicemail(String caller) {
    String task = tasks.get(caller);
    if (task == null) {
      return;
    }
    try {
      Task.updater(FrontDesk.WORKSPACE, task)
          .setAssignmentStatus(Task.Status.CANCELED)
          .update(client);
    } catch (ApiException neitherPendingNorReserved) {
      // then it is canceled already, or so thought the author
    }
    try {
      Call.updater(caller).setTwiml(new Twiml(VOICEMAIL)).update(client);
    } catch (ApiException over) {
      // the caller has hung up
    }
  }

  @Override
  String offered(Map<String, String> params) {
    tasks.put(attribute(params.get("TaskAttributes"), "call_sid"), params.get("TaskSid"));
    return "{\"instruction\": \"conference\", \"region\": \"jp1\","
        + " \"end_conference_on_exit\": \"true\", \"conference_status_callback\": \""
        + surroundings.baseUrl()
        + "/events\", \"conference_status_callback_event\": \"leave\"}";
  }

  /** A caller who has hung up takes the room along; who was moved is coming back, they say. */
  @Override
  void event(Map<String, String> params) {
    if (params.get("StatusCallbackEvent").equals("participant-leave")
        && "completed".equals(params.get("ParticipantCallStatus"))) {
      try {
        endConference(params.get("ConferenceSid"));
      } catch (ApiException over) {
        // the agent has left, too
      }
    }
  }
}
