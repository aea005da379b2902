package dev.partyline.twiml;

import static dev.partyline.twiml.Reading.codes;
import static dev.partyline.twiml.Reading.document;
import static dev.partyline.twiml.Reading.noun;
import static dev.partyline.twiml.Reading.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.partyline.behaviour.Pins;
import dev.partyline.twiml.CallStatusCallback.Event;
import dev.partyline.twiml.Dial.Recording;
import dev.partyline.twiml.Dial.Track;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialTest {

  private static final String NUMBER = "+15550001111";

  @Test
  @Pins({"TWIML-21", "TWIML-23"})
  void a_bare_dial_of_a_plain_number_has_the_documented_defaults() {
    Dial dial = (Dial) verb("<Dial>\n  +15550001111\n</Dial>");

    assertEquals(Dial.to(NumberNoun.of(NUMBER)), dial);
    assertNull(dial.action());
    assertEquals(HttpMethod.POST, dial.method());
    assertEquals(30, dial.timeoutSeconds());
    assertEquals(14_400, dial.timeLimitSeconds());
    assertFalse(dial.hangupOnStar());
    assertNull(dial.callerId());
    assertFalse(dial.answerOnBridge());
    assertEquals(Recording.DO_NOT_RECORD, dial.record());
    assertEquals(Trim.DO_NOT_TRIM, dial.trim());
    assertEquals(Track.BOTH, dial.recordingTrack());
    assertEquals(RecordingCallback.NONE, dial.recordingCallback());
    assertNull(dial.ringTone());
    assertFalse(dial.sequential());
  }

  @Test
  @Pins("TWIML-21")
  void every_attribute_is_read() {
    assertEquals(
        new Dial(
            List.of(NumberNoun.of(NUMBER)),
            "/after",
            HttpMethod.GET,
            5,
            60,
            true,
            "client:joe",
            true,
            Recording.RECORD_FROM_RINGING_DUAL,
            Trim.TRIM_SILENCE,
            Track.INBOUND,
            new RecordingCallback("/rec", HttpMethod.GET, List.of(RecordingCallback.Event.ABSENT)),
            "RC1",
            "jp",
            true,
            "/refer",
            HttpMethod.GET,
            "要件",
            "call-progress-event",
            "token"),
        verb(
            "<Dial action='/after' method='GET' timeout='5' timeLimit='60' hangupOnStar='true'"
                + " callerId='client:joe' answerOnBridge='true' record='record-from-ringing-dual'"
                + " trim='trim-silence' recordingTrack='inbound' recordingStatusCallback='/rec'"
                + " recordingStatusCallbackMethod='GET' recordingStatusCallbackEvent='absent'"
                + " recordingConfigurationId='RC1' ringTone='jp' sequential='true'"
                + " referUrl='/refer' referMethod='GET' callReason='要件'"
                + " events='call-progress-event' passports='token'>+15550001111</Dial>"));
  }

  @ParameterizedTest
  @CsvSource({
    "method=get, 13210",
    "timeout=4, 13212",
    "timeout=601, 13212",
    "timeout=-5, 13212",
    "timeout=30.5, 13212",
    "timeout=99999999999, 13212",
    "timeout=３０, 13212",
    "hangupOnStar=*, 13213",
    "timeLimit=0, 13216",
    "timeLimit=14401, 13216",
    "record=yes, 13217",
    "sequential=1, 13218",
    "answerOnBridge=TRUE, 13219",
    "ringTone=moon, 13220",
    "recordingStatusCallback=ws://x, 13256",
    "trim=no, 12200",
    "recordingTrack=left, 12200"
  })
  @Pins({"ERR-25", "ERR-28", "LIMIT-12"})
  void a_bad_value_is_logged_with_its_own_code_and_the_default_is_used(String attribute, int code) {
    String written = attribute.replaceFirst("=", "='") + "'";
    Document document =
        document("<Response><Dial " + written + ">" + NUMBER + "</Dial></Response>");

    assertEquals(List.of(code), document.warnings().stream().map(Warning::code).toList());
    assertEquals(List.of(Dial.to(NumberNoun.of(NUMBER))), document.verbs());
  }

  @Test
  @Pins("TWIML-22")
  void record_may_also_be_written_as_true_or_false() {
    assertEquals(
        Recording.RECORD_FROM_ANSWER, ((Dial) verb("<Dial record='true'>+1555</Dial>")).record());
    assertEquals(
        Recording.DO_NOT_RECORD, ((Dial) verb("<Dial record='false'>+1555</Dial>")).record());
  }

  @Test
  void an_action_that_is_empty_is_not_an_action_that_is_absent() {
    assertEquals("", ((Dial) verb("<Dial action=''>+1555</Dial>")).action());
    assertNull(((Dial) verb("<Dial>+1555</Dial>")).action());
  }

  @Test
  @Pins({"TWIML-23", "TWIML-34", "TWIML-35", "TWIML-36"})
  void several_nouns_come_out_in_document_order() {
    Dial dial =
        (Dial)
            verb(
                "<Dial><Number>+15550001111</Number><Client>joe</Client>"
                    + "<Sip>sip:amy@example.com</Sip><Application>AP1</Application></Dial>");

    assertEquals(
        List.of(
            NumberNoun.of(NUMBER),
            ClientNoun.of("joe"),
            SipNoun.of("sip:amy@example.com"),
            ApplicationNoun.of("AP1")),
        dial.nouns());
  }

  @Test
  @Pins({"TWIML-23", "LIMIT-12"})
  void ten_nouns_are_dialled_and_the_eleventh_is_skipped_with_a_warning() {
    String noun = "<Number>+15550001111</Number>";

    assertEquals(List.of(), codes("<Dial>" + noun.repeat(10) + "</Dial>"));
    Document document = document("<Response><Dial>" + noun.repeat(11) + "</Dial></Response>");
    assertEquals(10, ((Dial) document.verbs().get(0)).nouns().size());
    assertEquals(13250, document.warnings().get(0).code());
  }

  @Test
  @Pins("ERR-27")
  void a_verb_inside_a_dial_is_skipped_with_13215_and_an_unknown_element_with_12200() {
    assertEquals(
        List.of(13215, 12200), codes("<Dial><Say>hi</Say><Bell/><Number>+1555</Number></Dial>"));
  }

  @Test
  void text_beside_nouns_is_ignored_with_a_warning() {
    Document document =
        document("<Response><Dial>+1666<Number>+15550001111</Number></Dial></Response>");

    assertEquals(List.of(Dial.to(NumberNoun.of(NUMBER))), document.verbs());
    assertEquals(12200, document.warnings().get(0).code());
  }

  @Test
  @Pins("ERR-30")
  void a_dial_of_nobody_is_kept_without_nouns_and_warned_about() {
    Document document = document("<Response><Dial action='/after'/></Response>");

    assertEquals(List.of(), ((Dial) document.verbs().get(0)).nouns());
    assertEquals(13223, document.warnings().get(0).code());
    assertEquals(List.of(13223), codes("<Dial><Number> </Number></Dial>"));
  }

  @Test
  @Pins("TWIML-34")
  void a_number_has_its_attributes_and_reports_completed_unless_told_otherwise() {
    assertEquals(
        new NumberNoun(
            NUMBER,
            "/screen",
            HttpMethod.GET,
            "wwww1#",
            "BY1",
            new CallStatusCallback(
                "/events", HttpMethod.GET, List.of(Event.INITIATED, Event.ANSWERED)),
            new MachineDetection("Enable", "/amd", HttpMethod.GET, 20, 2500, 1300, 6000)),
        only(
            "<Number url='/screen' method='GET' sendDigits='wwww1#' byoc='BY1'"
                + " statusCallback='/events' statusCallbackMethod='GET'"
                + " statusCallbackEvent='initiated answered' machineDetection='Enable'"
                + " amdStatusCallback='/amd' amdStatusCallbackMethod='GET'"
                + " machineDetectionTimeout='20' machineDetectionSpeechThreshold='2500'"
                + " machineDetectionSpeechEndThreshold='1300'"
                + " machineDetectionSilenceTimeout='6000'>+15550001111</Number>"));
    assertEquals(
        List.of(Event.COMPLETED),
        ((NumberNoun) noun("<Number>+1555</Number>")).statusCallback().events());
  }

  @Test
  @Pins("ERR-29")
  void a_number_with_a_bad_method_or_bad_digits_is_dialled_without_them() {
    assertEquals(
        List.of(13221, 13222),
        codes("<Dial><Number method='PUT' sendDigits='call me'>+15550001111</Number></Dial>"));
    assertEquals(
        NumberNoun.of(NUMBER),
        noun("<Number method='PUT' sendDigits='call me'>+15550001111</Number>"));
  }

  @Test
  @Pins({"TWIML-35", "LIMIT-15"})
  void a_client_has_an_identity_and_parameters() {
    assertEquals(
        new ClientNoun(
            "joe",
            List.of(new Parameter("tier", "gold"), new Parameter("言語", "日本語")),
            null,
            HttpMethod.POST,
            CallStatusCallback.NONE),
        only(
            "<Client><Identity>joe</Identity><Parameter name='tier' value='gold'/>"
                + "<Parameter name='言語' value='日本語'/></Client>"));
    assertEquals(List.of(12200), codes("<Dial><Client>" + "j".repeat(257) + "</Client></Dial>"));
    assertEquals(List.of(), codes("<Dial><Client>" + "j".repeat(256) + "</Client></Dial>"));
  }

  @Test
  @Pins({"TWIML-36", "LIMIT-15", "ERR-44"})
  void a_sip_noun_wants_a_sip_uri_of_at_most_255_characters() {
    assertEquals(List.of(13243), codes("<Dial><Sip>amy@example.com</Sip></Dial>"));
    String longest = "sip:" + "a".repeat(239) + "@example.com";
    assertEquals(SipNoun.of(longest), only("<Sip>" + longest + "</Sip>"));
    assertEquals(List.of(13243), codes("<Dial><Sip>" + longest + "x</Sip></Dial>"));
    String headers = longest + "?x-one=" + "1".repeat(300);
    assertEquals(SipNoun.of(headers), only("<Sip>" + headers + "</Sip>"));
    assertEquals(List.of(13241), codes("<Dial><Sip method='x'>sip:a@b</Sip></Dial>"));
  }

  @Test
  void a_sip_noun_may_hold_several_endpoints_and_headers() {
    SipNoun sip =
        (SipNoun)
            only(
                "<Sip><Uri priority='1' weight='2' username='u' password='p'>sip:a@b</Uri>"
                    + "<Uri>sip:c@d</Uri><Headers><Header name='x-a' value='1'/></Headers></Sip>");

    assertNull(sip.uri());
    assertEquals(
        List.of(
            new SipNoun.Endpoint("sip:a@b", "1", "2", "u", "p"),
            new SipNoun.Endpoint("sip:c@d", null, null, null, null)),
        sip.uris());
    assertEquals(List.of(new Parameter("x-a", "1")), sip.headers());
  }

  @Test
  @Pins({"TWIML-37", "LIMIT-14"})
  void a_queue_has_a_name_of_at_most_64_characters_or_a_reservation() {
    assertEquals(QueueNoun.named("support"), only("<Queue>support</Queue>"));
    assertEquals(
        new QueueNoun(null, "/whisper", HttpMethod.POST, "WR1", "WA1"),
        only("<Queue url='/whisper' reservationSid='WR1' postWorkActivitySid='WA1'/>"));
    assertEquals(List.of(14212), codes("<Dial><Queue/></Dial>"));
    assertEquals(List.of(14213), codes("<Dial><Queue>" + "q".repeat(65) + "</Queue></Dial>"));
    assertEquals(List.of(14210), codes("<Dial><Queue method='x'>q</Queue></Dial>"));
  }

  @Test
  void an_application_takes_its_sid_from_the_text_or_from_an_element() {
    assertEquals(
        new ApplicationNoun(
            "AP1",
            List.of(new Parameter("a", "b")),
            "/u",
            HttpMethod.POST,
            CallStatusCallback.NONE,
            "C1",
            true),
        only(
            "<Application url='/u' customerId='C1' copyParentTo='true'>"
                + "<ApplicationSid>AP1</ApplicationSid><Parameter name='a' value='b'/>"
                + "</Application>"));
  }

  @Test
  void a_noun_of_the_platform_without_a_model_is_kept_apart_from_an_unknown_one() {
    assertEquals(
        new UnsupportedNoun("WhatsApp", Map.of("url", "/x"), "+15550001111"),
        only("<WhatsApp url='/x'>+15550001111</WhatsApp>"));
  }

  /** The only noun of a Dial that raises no warning. */
  private static Noun only(String nounElement) {
    return ((Dial) verb("<Dial>" + nounElement + "</Dial>")).nouns().get(0);
  }
}
