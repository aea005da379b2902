package dev.partyline.twiml;

import static dev.partyline.twiml.HttpMethod.GET;
import static dev.partyline.twiml.HttpMethod.POST;
import static dev.partyline.twiml.SdkDocument.dialling;
import static dev.partyline.twiml.SdkDocument.response;
import static dev.partyline.twiml.SdkDocument.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.voice.Application;
import com.twilio.twiml.voice.ApplicationSid;
import com.twilio.twiml.voice.Client;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Header;
import com.twilio.twiml.voice.Headers;
import com.twilio.twiml.voice.Identity;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Queue;
import com.twilio.twiml.voice.Sim;
import com.twilio.twiml.voice.Sip;
import com.twilio.twiml.voice.SipUri;
import dev.partyline.behaviour.Pins;
import dev.partyline.twiml.ConferenceNoun.Beep;
import dev.partyline.twiml.ConferenceNoun.Event;
import dev.partyline.twiml.ConferenceNoun.JitterBufferSize;
import dev.partyline.twiml.ConferenceNoun.Region;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the platform's own Java SDK writes into a Dial is read back equal and without a warning. */
class NounsWrittenByTheSdkTest {

  private static final String NUMBER = "+15550001111";

  static List<Arguments> documents() {
    return List.of(
        row(
            "a plain number",
            response().dial(new com.twilio.twiml.voice.Dial.Builder(NUMBER).build()),
            Dial.to(NumberNoun.of(NUMBER))),
        row(
            "a bare conference",
            dialling(new Conference.Builder("room").build()),
            Dial.to(ConferenceNoun.named("room"))),
        row(
            "a conference with a Japanese name",
            dialling(new Conference.Builder("会議 & 室").build()),
            Dial.to(ConferenceNoun.named("会議 & 室"))),
        row("a conference with everything", dialling(fullConference()), Dial.to(fullRoom())),
        row(
            "a conference waiting in silence",
            dialling(new Conference.Builder("room").waitUrl("").build()),
            Dial.to(silentRoom())),
        row(
            "a dial with everything",
            response().dial(fullDial()),
            new Dial(
                List.of(NumberNoun.of(NUMBER)),
                "/after",
                GET,
                20,
                600,
                true,
                "+15550002222",
                true,
                Dial.Recording.RECORD_FROM_ANSWER_DUAL,
                Trim.TRIM_SILENCE,
                Dial.Track.OUTBOUND,
                new RecordingCallback(
                    "/rec",
                    GET,
                    List.of(RecordingCallback.Event.IN_PROGRESS, RecordingCallback.Event.ABSENT)),
                "RC1",
                "us-old",
                true,
                "/refer",
                GET,
                null,
                "call-progress-event",
                "token")),
        row(
            "two numbers at once",
            response()
                .dial(
                    new com.twilio.twiml.voice.Dial.Builder()
                        .number(new Number.Builder(NUMBER).build())
                        .number(new Number.Builder("+15550002222").build())
                        .build()),
            Dial.to(NumberNoun.of(NUMBER), NumberNoun.of("+15550002222"))),
        row(
            "a number with everything",
            dialling(fullNumber()),
            Dial.to(
                new NumberNoun(
                    NUMBER,
                    "/screen",
                    GET,
                    "wwww1928",
                    "BY1",
                    new CallStatusCallback(
                        "/events",
                        GET,
                        List.of(
                            CallStatusCallback.Event.INITIATED, CallStatusCallback.Event.RINGING)),
                    new MachineDetection("DetectMessageEnd", "/amd", GET, 10, 2000, 1000, 4000)))),
        row("a client", dialling(new Client.Builder("joe").build()), Dial.to(ClientNoun.of("joe"))),
        row(
            "a client with identity and parameters",
            dialling(
                new Client.Builder()
                    .identity(new Identity.Builder("太郎").build())
                    .parameter(parameter("tier", "gold"))
                    .parameter(parameter("tone", "丁寧"))
                    .build()),
            Dial.to(
                new ClientNoun(
                    "太郎",
                    List.of(new Parameter("tier", "gold"), new Parameter("tone", "丁寧")),
                    null,
                    POST,
                    CallStatusCallback.NONE))),
        row(
            "a SIP endpoint",
            dialling(
                new Sip.Builder("sip:amy@example.com;transport=tls")
                    .username("u")
                    .password("p")
                    .build()),
            Dial.to(
                new SipNoun(
                    "sip:amy@example.com;transport=tls",
                    List.of(),
                    List.of(),
                    "u",
                    "p",
                    null,
                    POST,
                    CallStatusCallback.NONE,
                    MachineDetection.OFF))),
        row(
            "SIP endpoints with priorities and headers",
            dialling(
                new Sip.Builder()
                    .uri(new SipUri.Builder("sip:a@example.com").priority("1").weight("2").build())
                    .headers(
                        new Headers.Builder()
                            .header(new Header.Builder().name("x-a").value("1").build())
                            .build())
                    .build()),
            Dial.to(
                new SipNoun(
                    null,
                    List.of(new SipNoun.Endpoint("sip:a@example.com", "1", "2", null, null)),
                    List.of(new Parameter("x-a", "1")),
                    null,
                    null,
                    null,
                    POST,
                    CallStatusCallback.NONE,
                    MachineDetection.OFF))),
        row(
            "a queue",
            dialling(new Queue.Builder("support").url("/whisper").build()),
            Dial.to(new QueueNoun("support", "/whisper", POST, null, null))),
        row(
            "an application",
            dialling(
                new Application.Builder()
                    .applicationSid(new ApplicationSid.Builder("AP1").build())
                    .copyParentTo(true)
                    .build()),
            Dial.to(
                new ApplicationNoun(
                    "AP1", List.of(), null, POST, CallStatusCallback.NONE, null, true))),
        row(
            "a SIM card",
            dialling(new Sim.Builder("DE1").build()),
            Dial.to(new UnsupportedNoun("Sim", Map.of(), "DE1"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  @Pins({"CONF-40", "TWIML-21", "TWIML-23"})
  void is_read_back_equal(String situation, String twiml, List<Verb> expected) {
    assertEquals(new Document(expected, List.of()), Reading.document(twiml), twiml);
  }

  private static com.twilio.twiml.voice.Parameter parameter(String name, String value) {
    return new com.twilio.twiml.voice.Parameter.Builder().name(name).value(value).build();
  }

  private static Conference fullConference() {
    return new Conference.Builder("room")
        .muted(true)
        .beep(Conference.Beep.ONENTER)
        .startConferenceOnEnter(false)
        .endConferenceOnExit(true)
        .participantLabel("agent")
        .jitterBufferSize(Conference.JitterBufferSize.SMALL)
        .coach("CA1")
        .waitUrl("/wait")
        .waitMethod(HttpMethod.GET)
        .maxParticipants(5)
        .record(Conference.Record.RECORD_FROM_START)
        .trim(Conference.Trim.DO_NOT_TRIM)
        .region(Conference.Region.JP1)
        .statusCallback("https://app.example/c?a=1&b=2")
        .statusCallbackEvents(
            List.of(Conference.Event.START, Conference.Event.END, Conference.Event.JOIN))
        .statusCallbackMethod(HttpMethod.GET)
        .recordingStatusCallback("/rec")
        .recordingStatusCallbackMethod(HttpMethod.GET)
        .recordingStatusCallbackEvents(Conference.RecordingEvent.ABSENT)
        .recordingConfigurationId("RC1")
        .eventCallbackUrl("/old")
        .build();
  }

  private static ConferenceNoun fullRoom() {
    return new ConferenceNoun(
        "room",
        true,
        Beep.ON_ENTER,
        false,
        true,
        "agent",
        JitterBufferSize.SMALL,
        "CA1",
        new WaitUrl("/wait"),
        GET,
        5,
        ConferenceNoun.Recording.RECORD_FROM_START,
        Trim.DO_NOT_TRIM,
        Region.JP1,
        "https://app.example/c?a=1&b=2",
        List.of(Event.START, Event.END, Event.JOIN),
        GET,
        new RecordingCallback("/rec", GET, List.of(RecordingCallback.Event.ABSENT)),
        "RC1",
        "/old");
  }

  private static ConferenceNoun silentRoom() {
    ConferenceNoun silent = Reading.conference("waitUrl=''");
    assertEquals(WaitUrl.SILENCE, silent.waitUrl());
    return silent;
  }

  private static com.twilio.twiml.voice.Dial fullDial() {
    return new com.twilio.twiml.voice.Dial.Builder(NUMBER)
        .action("/after")
        .method(HttpMethod.GET)
        .timeout(20)
        .timeLimit(600)
        .hangupOnStar(true)
        .callerId("+15550002222")
        .answerOnBridge(true)
        .record(com.twilio.twiml.voice.Dial.Record.RECORD_FROM_ANSWER_DUAL)
        .trim(com.twilio.twiml.voice.Dial.Trim.TRIM_SILENCE)
        .recordingTrack(com.twilio.twiml.voice.Dial.RecordingTrack.OUTBOUND)
        .recordingStatusCallback("/rec")
        .recordingStatusCallbackMethod(HttpMethod.GET)
        .recordingStatusCallbackEvents(
            List.of(
                com.twilio.twiml.voice.Dial.RecordingEvent.IN_PROGRESS,
                com.twilio.twiml.voice.Dial.RecordingEvent.ABSENT))
        .recordingConfigurationId("RC1")
        .ringTone(com.twilio.twiml.voice.Dial.RingTone.US_OLD)
        .sequential(true)
        .referUrl("/refer")
        .referMethod(HttpMethod.GET)
        .events(com.twilio.twiml.voice.Dial.Events.CALL_PROGRESS_EVENT)
        .passports("token")
        .build();
  }

  private static Number fullNumber() {
    return new Number.Builder(NUMBER)
        .url("/screen")
        .method(HttpMethod.GET)
        .sendDigits("wwww1928")
        .byoc("BY1")
        .statusCallback("/events")
        .statusCallbackMethod(HttpMethod.GET)
        .statusCallbackEvents(List.of(Number.Event.INITIATED, Number.Event.RINGING))
        .machineDetection("DetectMessageEnd")
        .amdStatusCallback("/amd")
        .amdStatusCallbackMethod(HttpMethod.GET)
        .machineDetectionTimeout(10)
        .machineDetectionSpeechThreshold(2000)
        .machineDetectionSpeechEndThreshold(1000)
        .machineDetectionSilenceTimeout(4000)
        .build();
  }
}
