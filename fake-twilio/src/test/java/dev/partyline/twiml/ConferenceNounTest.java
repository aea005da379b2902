package dev.partyline.twiml;

import static dev.partyline.twiml.Reading.codes;
import static dev.partyline.twiml.Reading.conference;
import static dev.partyline.twiml.Reading.conferenceCodes;
import static dev.partyline.twiml.Reading.document;
import static dev.partyline.twiml.Reading.noun;
import static dev.partyline.twiml.Reading.problem;
import static dev.partyline.twiml.Reading.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import dev.partyline.twiml.ConferenceNoun.Beep;
import dev.partyline.twiml.ConferenceNoun.Event;
import dev.partyline.twiml.ConferenceNoun.JitterBufferSize;
import dev.partyline.twiml.ConferenceNoun.Recording;
import dev.partyline.twiml.ConferenceNoun.Region;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConferenceNounTest {

  @Test
  @Pins({"CONF-40", "TWIML-38"})
  void a_bare_conference_has_the_documented_defaults() {
    ConferenceNoun bare = conference("");

    assertEquals(ConferenceNoun.named("room"), bare);
    assertFalse(bare.muted());
    assertEquals(Beep.TRUE, bare.beep());
    assertTrue(bare.startConferenceOnEnter());
    assertFalse(bare.endConferenceOnExit());
    assertNull(bare.participantLabel());
    assertEquals(JitterBufferSize.LARGE, bare.jitterBufferSize());
    assertNull(bare.coach());
    assertTrue(bare.waitUrl().isPlatformMusic());
    assertEquals(HttpMethod.POST, bare.waitMethod());
    assertEquals(250, bare.maxParticipants());
    assertEquals(Recording.DO_NOT_RECORD, bare.record());
    assertEquals(Trim.TRIM_SILENCE, bare.trim());
    assertNull(bare.region());
    assertNull(bare.statusCallback());
    assertEquals(HttpMethod.POST, bare.statusCallbackMethod());
    assertEquals(
        new RecordingCallback(null, HttpMethod.POST, List.of(RecordingCallback.Event.COMPLETED)),
        bare.recordingCallback());
    assertNull(bare.eventCallbackUrl());
  }

  @Test
  @Pins("CONF-40")
  void every_attribute_is_read() {
    ConferenceNoun full =
        conference(
            "muted='true' beep='onExit' startConferenceOnEnter='false' endConferenceOnExit='true'"
                + " participantLabel='顧客' jitterBufferSize='off'"
                + " coach='CA00000000000000000000000000000001' waitUrl='/wait' waitMethod='GET'"
                + " maxParticipants='3' record='record-from-start' trim='do-not-trim' region='jp1'"
                + " statusCallback='https://app.example/conf' statusCallbackEvent='start end'"
                + " statusCallbackMethod='GET' recordingStatusCallback='rec'"
                + " recordingStatusCallbackMethod='GET'"
                + " recordingStatusCallbackEvent='in-progress absent'"
                + " recordingConfigurationId='RC1' eventCallbackUrl='/old'");

    assertEquals(
        new ConferenceNoun(
            "room",
            true,
            Beep.ON_EXIT,
            false,
            true,
            "顧客",
            JitterBufferSize.OFF,
            "CA00000000000000000000000000000001",
            new WaitUrl("/wait"),
            HttpMethod.GET,
            3,
            Recording.RECORD_FROM_START,
            Trim.DO_NOT_TRIM,
            Region.JP1,
            "https://app.example/conf",
            List.of(Event.START, Event.END),
            HttpMethod.GET,
            new RecordingCallback(
                "rec",
                HttpMethod.GET,
                List.of(RecordingCallback.Event.IN_PROGRESS, RecordingCallback.Event.ABSENT)),
            "RC1",
            "/old"),
        full);
  }

  @ParameterizedTest
  @CsvSource({
    "muted=yes, 13230",
    "muted=True, 13230",
    "endConferenceOnExit=1, 13231",
    "endConferenceOnExit=, 13231",
    "startConferenceOnEnter=no, 13232",
    "waitUrl=ftp://example.com/music, 13233",
    "waitUrl=not a url, 13233",
    "waitMethod=PUT, 13234",
    "beep=onenter, 13235",
    "trim=yes, 13239",
    "maxParticipants=251, 16002",
    "maxParticipants=0, 16002",
    "maxParticipants=many, 16002",
    "record=true, 16002",
    "region=tokyo, 16002",
    "jitterBufferSize=huge, 16002",
    "statusCallback=mailto:me@example.com, 16002",
    "statusCallbackMethod=post, 16002",
    "statusCallbackEvent=started, 16002",
    "recordingStatusCallback=http ://x, 16002",
    "recordingStatusCallbackMethod=PATCH, 16002",
    "recordingStatusCallbackEvent=failed, 16002",
    "eventCallbackUrl=tel:1, 16002"
  })
  @Pins({
    "TWIML-16",
    "ERR-34",
    "ERR-35",
    "ERR-36",
    "ERR-37",
    "ERR-38",
    "ERR-42",
    "ERR-50",
    "LIMIT-02"
  })
  void a_bad_value_is_logged_with_its_own_code_and_the_default_is_used(String attribute, int code) {
    String name = attribute.substring(0, attribute.indexOf('='));
    String value = attribute.substring(name.length() + 1);
    String written = name + "='" + value + "'";

    assertEquals(List.of(code), conferenceCodes(written));
    assertEquals(ConferenceNoun.named("room"), conference(written));
    String message =
        warnings("<Dial><Conference " + written + ">room</Conference></Dial>").get(0).message();
    assertTrue(message.startsWith("Line 1, column 17: <Conference> " + name), message);
    assertTrue(
        message.contains('"' + (name.endsWith("Event") ? value.strip() : value) + '"'), message);
  }

  @Test
  @Pins({"CONF-08", "TWIML-38", "ERR-40", "LIMIT-04"})
  void a_name_has_from_1_to_128_characters_or_the_document_is_refused_with_13237() {
    String longest = "会".repeat(127) + "𠮷";

    assertEquals(
        longest, ((ConferenceNoun) noun("<Conference>" + longest + "</Conference>")).name());
    for (String bad : List.of(longest + "x", "", " \n ")) {
      TwimlProblem problem =
          problem("<Response><Dial><Conference>" + bad + "</Conference></Dial></Response>");
      assertEquals(13237, problem.code());
      assertEquals(17, problem.column());
    }
    assertEquals(13237, problem("<Response><Dial><Conference/></Dial></Response>").code());
  }

  @Test
  @Pins("CONF-09")
  void a_name_is_taken_exactly_as_written() {
    assertEquals(" Room 1", ((ConferenceNoun) noun("<Conference> Room 1</Conference>")).name());
  }

  @Test
  @Pins("CONF-47")
  void a_wait_url_that_is_absent_is_music_and_one_that_is_empty_is_silence() {
    assertTrue(conference("").waitUrl().isPlatformMusic());
    assertTrue(conference("waitUrl=''").waitUrl().isSilence());
    assertFalse(conference("waitUrl=''").waitUrl().isPlatformMusic());
    assertTrue(conference("waitUrl='/wait'").waitUrl().isDocument());
    assertEquals("/wait", conference("waitUrl='/wait'").waitUrl().given());
    assertEquals(List.of(), conferenceCodes("waitUrl=''"));
  }

  @Test
  @Pins("CONF-43")
  void a_status_callback_without_events_wants_none() {
    ConferenceNoun noun = conference("statusCallback='/events'");

    assertEquals("/events", noun.statusCallback());
    assertEquals(List.of(), noun.statusCallbackEvents());
  }

  @Test
  @Pins("CONF-40")
  void events_are_separated_by_white_space_and_keep_their_order_without_repetition() {
    assertEquals(
        List.of(Event.LEAVE, Event.START, Event.ANNOUNCEMENT),
        conference("statusCallbackEvent=' leave  start\n leave announcement '")
            .statusCallbackEvents());
  }

  @Test
  @Pins("CONF-40")
  void events_separated_by_commas_are_lost_with_a_warning_that_names_the_comma() {
    String commas = "statusCallback='/e' statusCallbackEvent='start,end, join leave'";

    assertEquals(List.of(Event.JOIN, Event.LEAVE), conference(commas).statusCallbackEvents());
    List<Warning> warnings = warnings("<Dial><Conference " + commas + ">room</Conference></Dial>");
    assertEquals(List.of(16002), warnings.stream().map(Warning::code).toList());
    assertTrue(warnings.get(0).message().contains("\"start,end,\""), warnings.get(0).message());
    assertTrue(warnings.get(0).message().contains("not by commas"), warnings.get(0).message());
  }

  @Test
  @Pins({"ERR-56", "LIMIT-04"})
  void a_label_of_more_than_128_characters_is_dropped_with_16023() {
    assertEquals(
        "x".repeat(128),
        conference("participantLabel='" + "x".repeat(128) + "'").participantLabel());
    assertNull(conference("participantLabel='" + "x".repeat(129) + "'").participantLabel());
    assertEquals(List.of(16023), conferenceCodes("participantLabel='" + "x".repeat(129) + "'"));
  }

  @Test
  @Pins("PART-63")
  void a_coach_that_is_no_call_sid_is_kept_for_the_call_to_fail_on() {
    assertEquals("nobody", conference("coach='nobody'").coach());
    assertEquals(List.of(), conferenceCodes("coach='nobody'"));
  }

  @ParameterizedTest
  @CsvSource({
    "<Conference>a</Conference><Number>+15550001111</Number>",
    "<Number>+15550001111</Number><Conference>a</Conference>",
    "<Conference>a</Conference><Conference>b</Conference>",
    "<Queue>q</Queue><Client>joe</Client>",
    "<Conference>a</Conference><Queue>q</Queue>",
    "<Sim>DE1</Sim><Conference>a</Conference>"
  })
  @Pins({"CONF-50", "TWIML-23", "ERR-23"})
  void a_conference_or_queue_beside_other_nouns_refuses_the_document_with_13000(String nouns) {
    assertEquals(13000, problem("<Response><Dial>" + nouns + "</Dial></Response>").code());
  }

  @Test
  void two_dials_may_each_have_their_conference() {
    assertEquals(
        2,
        document(
                "<Response><Dial><Conference>a</Conference></Dial>"
                    + "<Dial><Conference>b</Conference></Dial></Response>")
            .verbs()
            .size());
    assertEquals(List.of(), codes("<Dial><Conference>a</Conference></Dial><Dial>+1555</Dial>"));
  }
}
