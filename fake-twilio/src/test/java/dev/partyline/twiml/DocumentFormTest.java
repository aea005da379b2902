package dev.partyline.twiml;

import static dev.partyline.twiml.Reading.accepted;
import static dev.partyline.twiml.Reading.document;
import static dev.partyline.twiml.Reading.problem;
import static dev.partyline.twiml.Reading.refused;
import static dev.partyline.twiml.Reading.verb;
import static dev.partyline.twiml.Reading.verbs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.behaviour.Pins;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFormTest {

  @Test
  @Pins("TWIML-17")
  void verbs_come_out_top_to_bottom() {
    assertEquals(
        List.of(Say.of("one"), new Pause(2), Say.of("three"), new Hangup()),
        verbs("<Say>one</Say><Pause length='2'/><Say>three</Say><Hangup/>"));
  }

  @Test
  @Pins("TWIML-18")
  void an_empty_response_is_a_document_without_verbs() {
    assertEquals(new Document(List.of(), List.of()), document("<Response/>"));
    assertEquals(new Document(List.of(), List.of()), document("<Response>\n\n</Response>"));
  }

  @Test
  @Pins({"TWIML-14", "ERR-19"})
  void a_root_that_is_not_response_is_12102_and_the_message_says_what_stood_there() {
    TwimlProblem problem = problem("<Dial><Conference>room</Conference></Dial>");

    assertEquals(12102, problem.code());
    assertTrue(problem.message().contains("<Dial>"), problem.message());
  }

  @Test
  @Pins("TWIML-14")
  void names_are_case_sensitive_down_to_the_root() {
    assertEquals(12102, problem("<response/>").code());

    Document document = document("<Response><say>hi</say><Say Voice='alice'>ho</Say></Response>");
    assertEquals(List.of(Say.of("ho")), document.verbs());
    assertEquals(List.of(12200, 12200), document.warnings().stream().map(Warning::code).toList());
    assertTrue(
        document.warnings().get(0).message().contains("write <Say>"),
        document.warnings().get(0).message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Response><Say>tea & milk</Say></Response>",
        "<Response><Say>unclosed</Response>",
        "<Response><Say voice=alice>hi</Say></Response>",
        "<Response><Say voice='a' voice='b'>hi</Say></Response>",
        "<Response></Response><Response></Response>",
        "<Response>",
        "<Response><Say>&undeclared;</Say></Response>",
        "<Response><Say>&#0;</Say></Response>",
        "<?xml version='2.0'?><Response/>",
        "\n<?xml version='1.0' encoding='UTF-8'?><Response/>",
      })
  @Pins({"TWIML-14", "ERR-17"})
  void what_is_not_well_formed_is_12100(String twiml) {
    assertEquals(12100, problem(twiml).code());
  }

  @Test
  @Pins("ERR-17")
  void a_well_formedness_error_tells_line_and_column_and_what_to_look_for() {
    TwimlProblem problem = problem("<Response>\n  <Say>tea & milk</Say>\n</Response>");

    assertEquals(2, problem.line());
    assertEquals(13, problem.column());
    assertTrue(problem.message().startsWith("Line 2, column 13: "), problem.message());
    assertTrue(problem.message().contains("&amp;"), problem.message());
  }

  @Test
  @Pins("ERR-17")
  void an_empty_body_is_12100_and_the_message_tells_how_to_do_nothing() {
    for (String body : List.of("", " ", "\r\n\t", "\uFEFF")) {
      TwimlProblem problem = problem(body);
      assertEquals(12100, problem.code());
      assertTrue(problem.message().contains("<Response/>"), problem.message());
    }
  }

  @Test
  @Pins("ERR-17")
  void a_body_that_is_plain_text_is_12100_and_the_message_quotes_it() {
    TwimlProblem problem = problem("Hello, 東京!\nBye");

    assertEquals(12100, problem.code());
    assertTrue(problem.message().contains("\"Hello, 東京! Bye\""), problem.message());
  }

  @Test
  void white_space_before_the_xml_declaration_has_its_own_message() {
    TwimlProblem problem = problem("\n\n <?xml version='1.0'?><Response/>");

    assertEquals(12100, problem.code());
    assertEquals(3, problem.line());
    assertEquals(2, problem.column());
    assertTrue(problem.message().contains("before the XML declaration"), problem.message());
  }

  @Test
  void white_space_before_the_root_alone_is_fine() {
    assertEquals(List.of(new Hangup()), document("\n  <Response><Hangup/></Response>\n").verbs());
  }

  @Test
  @Pins("TWIML-14")
  void comments_processing_instructions_and_cdata_are_read_past_or_as_text() {
    assertEquals(
        Say.of("a < b & c"),
        verb("<!-- note --><?php echo 1; ?><Say>a <!-- inner --><![CDATA[< b & c]]></Say>"));
  }

  @Test
  void japanese_text_and_character_references_come_through_whole() {
    String twiml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say>"
            + "お待ちください &#x6771;&#20140; 𠮷&amp;野</Say></Response>";

    Document document = accepted(TwimlParser.parse(twiml.getBytes(StandardCharsets.UTF_8)));

    assertEquals(List.of(Say.of("お待ちください 東京 𠮷&野")), document.verbs());
  }

  @Test
  void a_byte_order_mark_is_read_past() {
    byte[] body =
        "\uFEFF<?xml version='1.0'?><Response><Hangup/></Response>"
            .getBytes(StandardCharsets.UTF_8);

    assertEquals(List.of(new Hangup()), accepted(TwimlParser.parse(body)).verbs());
  }

  @Test
  void the_replacement_character_itself_is_no_encoding_error() {
    byte[] body = "<Response><Say>\uFFFD</Say></Response>".getBytes(StandardCharsets.UTF_8);

    assertEquals(List.of(Say.of("\uFFFD")), accepted(TwimlParser.parse(body)).verbs());
  }

  @Test
  @Pins("ERR-17")
  void bytes_that_are_not_utf_8_are_12100_at_the_first_bad_byte() {
    byte[] body = "<Response>\n<Say>あ東京</Say></Response>".getBytes(Charset.forName("Shift_JIS"));

    TwimlProblem problem = refused(TwimlParser.parse(body));

    assertEquals(12100, problem.code());
    assertEquals(2, problem.line());
    assertEquals(6, problem.column());
    assertTrue(problem.message().contains("byte 0x82 at offset 16"), problem.message());
  }

  @Test
  void a_character_cut_off_at_the_end_is_not_utf_8() {
    byte[] body = {'<', 'R', '/', '>', (byte) 0xE3, (byte) 0x81};

    assertEquals(5, refused(TwimlParser.parse(body)).column());
  }

  @Test
  @Pins({"TWIML-09", "ERR-15", "LIMIT-10"})
  void a_body_of_64_kb_is_read_and_one_byte_more_is_11750() {
    String frame = "<Response><!----></Response>";
    String fits = frame.replace("--><", "x".repeat(64 * 1024 - frame.length()) + "--><");
    String over = fits.replace("--><", "x--><");

    assertEquals(
        List.of(), accepted(TwimlParser.parse(fits.getBytes(StandardCharsets.UTF_8))).verbs());
    assertEquals(List.of(), document(fits).verbs());
    assertEquals(11750, refused(TwimlParser.parse(over.getBytes(StandardCharsets.UTF_8))).code());
    assertEquals(11750, problem(over).code());
  }

  @Test
  @Pins("LIMIT-10")
  void the_size_of_text_counts_in_utf_8_bytes() {
    String fits = "<Response><Say>" + "あ".repeat(21_800) + "</Say></Response>";
    String over = "<Response><Say>" + "あ".repeat(21_850) + "</Say></Response>";

    assertEquals(1, document(fits).verbs().size());
    assertEquals(11750, problem(over).code());
  }

  @Test
  void schema_attributes_of_xml_itself_are_no_attributes_of_twiml() {
    String twiml =
        "<Response xmlns='http://www.twilio.com/docs/api/twiml'"
            + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
            + " xsi:noNamespaceSchemaLocation='twiml.xsd'><Hangup/></Response>";

    assertEquals(new Document(List.of(new Hangup()), List.of()), document(twiml));
  }
}
