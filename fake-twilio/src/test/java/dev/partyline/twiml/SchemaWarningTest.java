package dev.partyline.twiml;

import static dev.partyline.twiml.Reading.codes;
import static dev.partyline.twiml.Reading.document;
import static dev.partyline.twiml.Reading.verb;
import static dev.partyline.twiml.Reading.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaWarningTest {

  @Test
  @Pins({"TWIML-15", "ERR-20"})
  void an_unknown_element_is_skipped_with_all_it_holds_and_execution_goes_on() {
    Document document =
        document("<Response><Shout><Say>unheard</Say></Shout><Say>heard</Say></Response>");

    assertEquals(List.of(Say.of("heard")), document.verbs());
    assertEquals(1, document.warnings().size());
    assertEquals(12200, document.warnings().get(0).code());
  }

  @Test
  @Pins({"TWIML-15", "ERR-20"})
  void an_unknown_attribute_is_ignored_and_the_message_lists_the_known_ones() {
    Document document = document("<Response><Say loops='2'>hi</Say></Response>");

    assertEquals(List.of(Say.of("hi")), document.verbs());
    Warning warning = document.warnings().get(0);
    assertEquals(12200, warning.code());
    assertEquals(
        "Line 1, column 11: <Say> has no attribute \"loops\"; it is ignored. Names are"
            + " case-sensitive; it knows voice, language, loop.",
        warning.message());
  }

  @Test
  @Pins("TWIML-15")
  void every_kind_of_element_is_checked_for_unknown_attributes() {
    assertEquals(List.of(12200), codes("<Hangup now='true'/>"));
    assertEquals(List.of(12200), codes("<Dial><Number x='1'>+1</Number></Dial>"));
    assertEquals(List.of(12200), codes("<Gather><Say x='1'>hi</Say></Gather>"));
    assertEquals(List.of(12200), codes("<Enqueue>q<Task x='1'>{}</Task></Enqueue>"));
    assertEquals(
        List.of(12200, 12200),
        codes("<Dial><Client><Identity x='1'>joe</Identity><Parameter nam='a'/></Client></Dial>"));
    assertEquals(
        List.of(12200),
        document("<Response x='1'/>").warnings().stream().map(Warning::code).toList());
  }

  @Test
  @Pins({"TWIML-15", "ERR-20"})
  void a_known_element_in_the_wrong_place_is_skipped() {
    assertEquals(List.of(12200), codes("<Number>+15550001111</Number>"));
    assertEquals(List.of(12200), codes("<Hangup><Say>bye</Say></Hangup>"));
    assertEquals(List.of(13320), codes("<Gather><Dial>+15550001111</Dial></Gather>"));
  }

  @Test
  void text_where_only_elements_belong_is_ignored_with_a_warning() {
    Document document = document("<Response>Hello<Hangup/></Response>");

    assertEquals(List.of(new Hangup()), document.verbs());
    assertEquals(12200, document.warnings().get(0).code());
    assertTrue(document.warnings().get(0).message().contains("\"Hello\""));
  }

  @Test
  void a_verb_of_the_platform_without_a_model_is_kept_apart_from_an_unknown_one() {
    Verb connect =
        verb("<Connect method='GET' action='/next'><Stream url='wss://example.com/s'/></Connect>");

    assertEquals(
        new UnsupportedVerb("Connect", Map.of("method", "GET", "action", "/next"), ""), connect);
    assertEquals(
        List.of("method", "action"),
        List.copyOf(((UnsupportedVerb) connect).attributes().keySet()));
  }

  @Test
  void warnings_come_in_the_order_of_the_document_and_point_at_the_element() {
    List<Warning> warnings =
        warnings(
            "\n"
                + " <Say>a</Say>\r\n"
                + "  <!-- <b> -->\n"
                + "\t<Pause length='x' y='&lt;'/>\n"
                + " text <Foo/><Bar/>");

    assertEquals(
        List.of("1:1", "4:2", "4:2", "5:7", "5:13"),
        warnings.stream().map(w -> w.line() + ":" + w.column()).toList());
  }

  @Test
  void a_message_quotes_long_values_short_and_on_one_line() {
    String message = warnings("<Pause length='" + "1&#10;2".repeat(40) + "'/>").get(0).message();

    assertTrue(message.length() < 250, message);
    assertTrue(message.lines().count() == 1, message);
    assertTrue(message.contains("…"), message);
  }
}
