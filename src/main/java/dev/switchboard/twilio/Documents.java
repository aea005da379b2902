package dev.switchboard.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Say;
import dev.switchboard.conversation.Conversation;
import dev.switchboard.conversation.Farewell;
import dev.switchboard.web.AgentDocuments;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The TwiML documents for the agent's leg. Building one takes longer than ten REST calls, so each
 * is built once; only the call SID is put into the document afterwards.
 */
public final class Documents implements AgentDocuments {

  private static final String A_CALL = "CA00000000000000000000000000000000";
  private static final String NOTHING = new VoiceResponse.Builder().build().toXml();
  private static final String HANG_UP =
      new VoiceResponse.Builder().hangup(new Hangup.Builder().build()).build().toXml();

  private final String intoRoom;
  private final Spoken spoken;

  /**
   * Makes the documents.
   *
   * @param language Japanese or, for anything else, English
   * @param callerId in E.164; calls are mixed in the region nearest to its country
   */
  public Documents(Callbacks callbacks, Locale language, String callerId) {
    intoRoom = intoRoomOfACall(callbacks, MixingRegion.of(callerId));
    spoken = Spoken.in(Sentences.in(language));
  }

  @Override
  public String intoRoom(String agentCallSid) {
    return intoRoom.replace(A_CALL, agentCallSid);
  }

  @Override
  public String farewell(Farewell farewell) {
    return spoken.farewells.get(farewell);
  }

  @Override
  public String invalidNumber() {
    return spoken.invalidNumber;
  }

  @Override
  public String broken() {
    return spoken.broken;
  }

  @Override
  public String nothing() {
    return NOTHING;
  }

  /**
   * The agent's own leaving must not end the room, so that the customer can stay when the agent
   * moves on; the customer's does (RACE-07).
   */
  private static String intoRoomOfACall(Callbacks callbacks, Conference.Region region) {
    Conference.Builder room =
        new Conference.Builder(Conversation.roomName(A_CALL))
            .participantLabel(Conversation.AGENT_LABEL)
            .startConferenceOnEnter(true)
            .endConferenceOnExit(false)
            .beep(Conference.Beep.FALSE)
            .statusCallback(callbacks.conferenceEvent(A_CALL))
            .statusCallbackMethod(HttpMethod.POST)
            .statusCallbackEvents(List.of(Conference.Event.JOIN));
    if (region != null) {
      room.region(region);
    }
    Dial dial =
        new Dial.Builder()
            .action(callbacks.dialEnded())
            .method(HttpMethod.POST)
            .conference(room.build())
            .build();
    return new VoiceResponse.Builder().dial(dial).build().toXml();
  }

  /** The documents that only depend on the language, each language's built when first needed. */
  private static final class Spoken {

    private static final Map<Sentences, Spoken> BUILT = new ConcurrentHashMap<>();

    final String invalidNumber;
    final String broken;
    final Map<Farewell, String> farewells = new EnumMap<>(Farewell.class);

    Spoken(Sentences say) {
      invalidNumber = say(say.invalidNumber(), say);
      broken = say(say.broken(), say);
      for (Farewell farewell : Farewell.values()) {
        String text = say.farewell(farewell);
        farewells.put(farewell, text.isEmpty() ? HANG_UP : say(text, say));
      }
    }

    static Spoken in(Sentences say) {
      return BUILT.computeIfAbsent(say, Spoken::new);
    }

    private static String say(String text, Sentences say) {
      return new VoiceResponse.Builder()
          .say(new Say.Builder(text).language(say.language()).build())
          .hangup(new Hangup.Builder().build())
          .build()
          .toXml();
    }
  }
}
