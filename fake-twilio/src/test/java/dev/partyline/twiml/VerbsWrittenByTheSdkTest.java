package dev.partyline.twiml;

import static dev.partyline.twiml.HttpMethod.GET;
import static dev.partyline.twiml.HttpMethod.POST;
import static dev.partyline.twiml.SdkDocument.response;
import static dev.partyline.twiml.SdkDocument.row;
import static dev.partyline.twiml.SdkDocument.say;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Connect;
import com.twilio.twiml.voice.Echo;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Stream;
import com.twilio.twiml.voice.Task;
import dev.partyline.behaviour.Pins;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the platform's own Java SDK writes is read back equal and without a warning. */
class VerbsWrittenByTheSdkTest {

  static List<Arguments> documents() {
    return List.of(
        row("nothing", response()),
        row("a greeting", response().say(say("Hello").build()), Say.of("Hello")),
        row(
            "a greeting in Japanese",
            response()
                .say(
                    say("お待たせしました <&> \"再度\"")
                        .language(com.twilio.twiml.voice.Say.Language.JA_JP)
                        .voice(com.twilio.twiml.voice.Say.Voice.POLLY_MIZUKI)
                        .loop(2)
                        .build()),
            new Say("お待たせしました <&> \"再度\"", 2, "Polly.Mizuki", "ja-JP")),
        row(
            "music for ever",
            response()
                .play(
                    new com.twilio.twiml.voice.Play.Builder("https://m.example/a.mp3?x=1&y=2")
                        .loop(0)
                        .build()),
            new Play("https://m.example/a.mp3?x=1&y=2", 0, null)),
        row(
            "keys",
            response().play(new com.twilio.twiml.voice.Play.Builder().digits("ww12#").build()),
            new Play("", 1, "ww12#")),
        row(
            "pauses",
            response()
                .pause(new com.twilio.twiml.voice.Pause.Builder().build())
                .pause(new com.twilio.twiml.voice.Pause.Builder().length(7).build()),
            new Pause(1),
            new Pause(7)),
        row(
            "hang-up",
            response().hangup(new com.twilio.twiml.voice.Hangup.Builder().build()),
            new Hangup()),
        row(
            "leaving a queue",
            response().leave(new com.twilio.twiml.voice.Leave.Builder().build()),
            new Leave()),
        row(
            "refusal as busy",
            response()
                .reject(
                    new com.twilio.twiml.voice.Reject.Builder()
                        .reason(com.twilio.twiml.voice.Reject.Reason.BUSY)
                        .build()),
            new Reject(Reject.Reason.BUSY)),
        row(
            "redirect",
            response().redirect(new com.twilio.twiml.voice.Redirect.Builder("/next").build()),
            new Redirect("/next", POST)),
        row(
            "redirect by GET",
            response()
                .redirect(
                    new com.twilio.twiml.voice.Redirect.Builder("/n?a=1&b=2")
                        .method(HttpMethod.GET)
                        .build()),
            new Redirect("/n?a=1&b=2", GET)),
        row("a gather with prompts", response().gather(fullGather()), gathered()),
        row(
            "a bare gather",
            response().gather(new com.twilio.twiml.voice.Gather.Builder().build()),
            Gather.withDefaults()),
        row(
            "a recording",
            response()
                .record(
                    new Record.Builder()
                        .action("/done")
                        .maxLength(20)
                        .playBeep(false)
                        .trim(Record.Trim.DO_NOT_TRIM)
                        .recordingStatusCallback("/rec")
                        .recordingStatusCallbackEvents(Record.RecordingEvent.COMPLETED)
                        .build()),
            new RecordVerb(
                "/done",
                POST,
                5,
                "1234567890*#",
                20,
                false,
                Trim.DO_NOT_TRIM,
                new RecordingCallback("/rec", POST, List.of(RecordingCallback.Event.COMPLETED)),
                null,
                false,
                null)),
        row(
            "a queue by name",
            response()
                .enqueue(new com.twilio.twiml.voice.Enqueue.Builder().name("support").build()),
            Enqueue.into("support")),
        row(
            "a task for a workflow",
            response()
                .enqueue(
                    new com.twilio.twiml.voice.Enqueue.Builder()
                        .workflowSid("WW1")
                        .waitUrl("/wait")
                        .task(
                            new Task.Builder("{\"skill\":\"請求\"}").priority(5).timeout(30).build())
                        .build()),
            new Enqueue(
                null,
                null,
                POST,
                new WaitUrl("/wait"),
                POST,
                "WW1",
                null,
                new Enqueue.Task("{\"skill\":\"請求\"}", 5, 30))),
        row(
            "verbs without a model",
            response()
                .echo(new Echo.Builder().build())
                .connect(
                    new Connect.Builder()
                        .action("/after").stream(
                                new Stream.Builder().url("wss://s.example/").build())
                            .build()),
            new UnsupportedVerb("Echo", Map.of(), ""),
            new UnsupportedVerb("Connect", Map.of("action", "/after"), "")),
        row(
            "an agent put into a conference, then told goodbye",
            response()
                .say(say("Connecting you").build())
                .dial(
                    new com.twilio.twiml.voice.Dial.Builder()
                        .conference(new Conference.Builder("N").build())
                        .build())
                .say(say("Goodbye").build())
                .hangup(new com.twilio.twiml.voice.Hangup.Builder().build()),
            Say.of("Connecting you"),
            Dial.to(ConferenceNoun.named("N")),
            Say.of("Goodbye"),
            new Hangup()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  @Pins({"TWIML-17", "TWIML-42", "TWIML-44", "TWIML-46"})
  void is_read_back_equal(String situation, String twiml, List<Verb> expected) {
    assertEquals(new Document(expected, List.of()), Reading.document(twiml), twiml);
  }

  private static com.twilio.twiml.voice.Gather fullGather() {
    return new com.twilio.twiml.voice.Gather.Builder()
        .inputs(
            List.of(
                com.twilio.twiml.voice.Gather.Input.DTMF,
                com.twilio.twiml.voice.Gather.Input.SPEECH))
        .action("/got")
        .method(HttpMethod.GET)
        .timeout(9)
        .speechTimeout("auto")
        .maxSpeechTime(30)
        .profanityFilter(false)
        .finishOnKey("*")
        .numDigits(4)
        .partialResultCallback("/partial")
        .partialResultCallbackMethod(HttpMethod.GET)
        .language(com.twilio.twiml.voice.Gather.Language.JA_JP)
        .hints("東京, 大阪")
        .bargeIn(false)
        .debug(true)
        .actionOnEmptyResult(true)
        .speechModel("phone_call")
        .enhanced(true)
        .say(say("Your code?").build())
        .pause(new com.twilio.twiml.voice.Pause.Builder().length(1).build())
        .play(new com.twilio.twiml.voice.Play.Builder("/beep.wav").build())
        .build();
  }

  private static Gather gathered() {
    return new Gather(
        List.of(Gather.Input.DTMF, Gather.Input.SPEECH),
        "/got",
        GET,
        9,
        "auto",
        30,
        false,
        "*",
        4,
        "/partial",
        GET,
        "ja-JP",
        "東京, 大阪",
        false,
        true,
        true,
        "phone_call",
        true,
        List.of(Say.of("Your code?"), new Pause(1), Play.of("/beep.wav")));
  }
}
