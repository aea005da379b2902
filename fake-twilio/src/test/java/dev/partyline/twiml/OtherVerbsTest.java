package dev.partyline.twiml;

import static dev.partyline.twiml.Reading.codes;
import static dev.partyline.twiml.Reading.document;
import static dev.partyline.twiml.Reading.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherVerbsTest {

  @Test
  @Pins("TWIML-39")
  void hangup_and_leave_have_nothing_to_say() {
    assertEquals(new Hangup(), verb("<Hangup/>"));
    assertEquals(new Leave(), verb("<Leave></Leave>"));
  }

  @Test
  @Pins("TWIML-40")
  void reject_says_rejected_unless_told_busy() {
    assertEquals(new Reject(Reject.Reason.REJECTED), verb("<Reject/>"));
    assertEquals(new Reject(Reject.Reason.BUSY), verb("<Reject reason='busy'/>"));
    assertEquals(List.of(12200), codes("<Reject reason='asleep'/>"));
  }

  @Test
  @Pins("TWIML-41")
  void pause_lasts_one_second_by_default() {
    assertEquals(new Pause(1), verb("<Pause/>"));
    assertEquals(new Pause(90), verb("<Pause length='90'/>"));
    assertEquals(List.of(13910), codes("<Pause length='a while'/>"));
    assertEquals(List.of(13910), codes("<Pause length='0'/>"));
  }

  @Test
  @Pins("TWIML-42")
  void say_and_play_loop_once_by_default_and_for_ever_at_zero() {
    assertEquals(new Say("hi", 1, null, null), verb("<Say>hi</Say>"));
    assertEquals(
        new Say("今日は", 0, "Polly.Mizuki", "ja-JP"),
        verb("<Say loop='0' voice='Polly.Mizuki' language='ja-JP'>\n今日は </Say>"));
    assertEquals(new Play("/a.mp3", 1, null), verb("<Play>/a.mp3</Play>"));
    assertEquals(new Play("", 2, "ww12#"), verb("<Play digits='ww12#' loop='2'/>"));
    assertEquals(List.of(13510), codes("<Say loop='-1'>hi</Say>"));
    assertEquals(List.of(13410, 13430), codes("<Play loop='x' digits='hello'>/a.mp3</Play>"));
  }

  @Test
  void nothing_to_say_or_to_play_is_skipped_with_a_warning() {
    assertEquals(List.of(13520, 12200), codes("<Say> </Say><Play/>"));
    assertEquals(List.of(), document("<Response><Say/><Play> </Play></Response>").verbs());
  }

  @Test
  void speech_mark_up_is_reduced_to_its_words_in_order() {
    assertEquals(
        Say.of("Your code is 12, thanks"),
        verb(
            "<Say>Your <emphasis level='strong'>code <s>is</s></emphasis>"
                + " <say-as interpret-as='digits'>12</say-as>,<break time='1s'/> thanks</Say>"));
    assertEquals(
        Say.of("psst"), verb("<Say><amazon:effect name='whispered'>psst</amazon:effect></Say>"));
  }

  @Test
  @Pins("TWIML-43")
  void redirect_posts_unless_told_to_get() {
    assertEquals(new Redirect("/next", HttpMethod.POST), verb("<Redirect>\n/next\n</Redirect>"));
    assertEquals(
        new Redirect("/a?b=1&c=2", HttpMethod.GET),
        verb("<Redirect method='GET'>/a?b=1&amp;c=2</Redirect>"));
    assertEquals(new Redirect("", HttpMethod.POST), verb("<Redirect/>"));
    assertEquals(List.of(13710), codes("<Redirect method='DELETE'>/next</Redirect>"));
  }

  @Test
  @Pins("TWIML-44")
  void a_bare_gather_has_the_documented_defaults() {
    Gather gather = (Gather) verb("<Gather/>");

    assertEquals(Gather.withDefaults(), gather);
    assertEquals(List.of(Gather.Input.DTMF), gather.inputs());
    assertEquals(5, gather.timeoutSeconds());
    assertEquals("#", gather.finishOnKey());
    assertEquals(null, gather.numDigits());
    assertEquals(HttpMethod.POST, gather.method());
    assertEquals(false, gather.actionOnEmptyResult());
  }

  @Test
  @Pins("TWIML-44")
  void every_attribute_and_prompt_of_gather_is_read() {
    assertEquals(
        new Gather(
            List.of(Gather.Input.SPEECH, Gather.Input.DTMF),
            "/got",
            HttpMethod.GET,
            9,
            "auto",
            30,
            false,
            "",
            4,
            "/partial",
            HttpMethod.GET,
            "ja-JP",
            "東京,大阪",
            false,
            true,
            true,
            "phone_call",
            true,
            List.of(Say.of("code?"), new Pause(1), Play.of("/beep.wav"))),
        verb(
            "<Gather input='speech dtmf' action='/got' method='GET' timeout='9'"
                + " speechTimeout='auto' maxSpeechTime='30' profanityFilter='false' finishOnKey=''"
                + " numDigits='4' partialResultCallback='/partial'"
                + " partialResultCallbackMethod='GET' language='ja-JP' hints='東京,大阪'"
                + " bargeIn='false' debug='true' actionOnEmptyResult='true'"
                + " speechModel='phone_call' enhanced='true'>"
                + "<Say>code?</Say><Pause/><Play>/beep.wav</Play></Gather>"));
  }

  @ParameterizedTest
  @CsvSource({
    "finishOnKey=Q, 13310",
    "method=x, 13312",
    "timeout=0, 13313",
    "numDigits=all, 13314",
    "input=voice, 13326",
    "'input=dtmf,speech', 13326",
    "speechTimeout=soon, 13327",
    "maxSpeechTime=x, 13328",
    "partialResultCallbackMethod=x, 13329",
    "bargeIn=x, 13332",
    "profanityFilter=x, 13333",
    "actionOnEmptyResult=x, 13338"
  })
  void a_bad_value_of_gather_is_logged_with_its_own_code_and_the_default_is_used(
      String attribute, int code) {
    Document document =
        document("<Response><Gather " + attribute.replaceFirst("=", "='") + "'/></Response>");

    assertEquals(List.of(code), document.warnings().stream().map(Warning::code).toList());
    assertEquals(List.of(Gather.withDefaults()), document.verbs());
  }

  @Test
  @Pins("TWIML-45")
  void a_bare_record_has_the_documented_defaults() {
    RecordVerb record = (RecordVerb) verb("<Record/>");

    assertEquals(RecordVerb.withDefaults(), record);
    assertEquals(5, record.timeoutSeconds());
    assertEquals("1234567890*#", record.finishOnKey());
    assertEquals(3600, record.maxLengthSeconds());
    assertTrue(record.playBeep());
    assertEquals(Trim.TRIM_SILENCE, record.trim());
  }

  @Test
  @Pins("TWIML-45")
  void every_attribute_of_record_is_read() {
    assertEquals(
        new RecordVerb(
            "/done",
            HttpMethod.GET,
            7,
            "*",
            20,
            false,
            Trim.DO_NOT_TRIM,
            new RecordingCallback(
                "/rec", HttpMethod.GET, List.of(RecordingCallback.Event.IN_PROGRESS)),
            "RC1",
            true,
            "/text"),
        verb(
            "<Record action='/done' method='GET' timeout='7' finishOnKey='*' maxLength='20'"
                + " playBeep='false' trim='do-not-trim' recordingStatusCallback='/rec'"
                + " recordingStatusCallbackMethod='GET' recordingStatusCallbackEvent='in-progress'"
                + " recordingConfigurationId='RC1' transcribe='true'"
                + " transcribeCallback='/text'/>"));
  }

  @ParameterizedTest
  @CsvSource({
    "method=x, 13610",
    "timeout=x, 13611",
    "maxLength=0, 13612",
    "finishOnKey=any, 13613",
    "transcribe=x, 13614",
    "playBeep=x, 13616",
    "trim=x, 13699",
    "recordingStatusCallbackEvent=x, 13621",
    "transcribeCallback=ftp://x, 13257"
  })
  void a_bad_value_of_record_is_logged_with_its_own_code_and_the_default_is_used(
      String attribute, int code) {
    Document document =
        document("<Response><Record " + attribute.replaceFirst("=", "='") + "'/></Response>");

    assertEquals(List.of(code), document.warnings().stream().map(Warning::code).toList());
    assertEquals(List.of(RecordVerb.withDefaults()), document.verbs());
  }

  @Test
  @Pins({"TWIML-46", "LIMIT-14"})
  void enqueue_goes_to_a_queue_by_name_of_at_most_64_characters() {
    assertEquals(Enqueue.into("support"), verb("<Enqueue>\n support </Enqueue>"));
    assertEquals(List.of(), codes("<Enqueue>" + "待".repeat(64) + "</Enqueue>"));
    assertEquals(List.of(14205), codes("<Enqueue>" + "待".repeat(65) + "</Enqueue>"));
    assertEquals(List.of(14204), codes("<Enqueue/>"));
    assertEquals(
        new Enqueue(
            "support", "/left", HttpMethod.GET, WaitUrl.SILENCE, HttpMethod.GET, null, 5, null),
        verb(
            "<Enqueue action='/left' method='GET' waitUrl='' waitUrlMethod='GET'"
                + " maxQueueSize='5'>support</Enqueue>"));
    assertEquals(
        List.of(14201, 14202, 14206),
        codes("<Enqueue method='x' waitUrl='ftp://x' waitUrlMethod='y'>q</Enqueue>"));
  }

  @Test
  @Pins("TWIML-46")
  void enqueue_hands_a_task_to_a_workflow() {
    assertEquals(
        new Enqueue(
            null,
            null,
            HttpMethod.POST,
            WaitUrl.PLATFORM_MUSIC,
            HttpMethod.POST,
            "WW1",
            null,
            new Enqueue.Task("{\"言語\":\"ja\"}", 5, 30)),
        verb(
            "<Enqueue workflowSid='WW1'><Task priority='5' timeout='30'>{\"言語\":\"ja\"}</Task>"
                + "</Enqueue>"));
  }
}
