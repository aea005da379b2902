package dev.partyline.twiml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that differ in a name only are parsed once, and nobody can tell. */
class AlikeDocumentsTest {

  /** A body in bytes is always read itself. */
  private static void assertReadAsItself(String text) {
    ParsedTwiml itself = TwimlParser.parse(text.getBytes(StandardCharsets.UTF_8));
    assertEquals(itself, TwimlParser.parse(text), text);
    assertEquals(itself, TwimlParser.parse(text), text);
  }

  @Property(tries = 500)
  void a_document_is_what_it_is_by_itself(
      @ForAll("beginnings") String before,
      @ForAll("names") String name,
      @ForAll("ends") String after) {
    assertReadAsItself(before + name + after);
    assertReadAsItself(before + name + "2" + after);
  }

  @Provide
  Arbitrary<String> beginnings() {
    return Arbitraries.of(
        "<Response><Dial><Conference>",
        "<Response><Say>hello</Say><Dial timeout=\"7\"><Conference beep=\"false\" muted=\"true\">",
        "<Response><Dial><Conference beep=\"sometimes\">",
        "<Response><Dial wait=\"long\"><Conference>",
        "<Response><Dial><Conference>one</Conference><Conference>",
        "<Response><Dial><Conference>x</Conference></Dial><!-- <Conference>",
        "<Response><Dial><Conference>a<!-- b -->",
        "<Response><Dial><Conference><![CDATA[a]]>",
        "<Response><Dial><Conference startConferenceOnEnter=\"false\"\n  >",
        "<Response><Dial><Number>+15005550006</Number></Dial><Dial><Conference>",
        "<Response><Conference>",
        "<Dial><Conference>",
        "<Conference>",
        "<Response><Dial><conference>",
        "\uFEFF<Response><Dial><Conference>");
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.strings().alpha().numeric().withChars('-', '_').ofMinLength(1).ofMaxLength(140),
        Arbitraries.of(
            "", " ", " a ", "a b", "a&amp;b", "a&b", "日本", "a.b", "\uE000", "a>b", "<b/>"));
  }

  @Provide
  Arbitrary<String> ends() {
    return Arbitraries.of(
        "</Conference></Dial></Response>",
        "</Conference>\n</Dial>\n</Response>\n",
        "</Conference></Dial><Hangup/></Response>",
        "</Conference></Dial><Dial><Conference>last</Conference></Dial></Response>",
        "</Conference> --></Response>",
        "</Conference></Dial>",
        "</Conference></Dial></Response><!-- </Conference> -->",
        "</Conference></Conference></Dial></Response>",
        "");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 127, 128, 129, 500})
  void the_length_of_the_name_is_still_looked_at(int length) {
    assertReadAsItself(
        "<Response><Dial><Conference>" + "n".repeat(length) + "</Conference></Dial></Response>");
  }

  @Test
  void the_same_shape_with_another_name_is_filled_in() {
    Shape shape = Shape.of("<Response><Dial><Conference>one</Conference></Dial></Response>");
    assertNotNull(shape);
    assertEquals("one", shape.name());
    assertEquals(
        shape.text(),
        Shape.of("<Response><Dial><Conference>two</Conference></Dial></Response>").text());
    Document filled = shape.filled(TwimlParser.parse(shape.text()));
    Dial dial = assertInstanceOf(Dial.class, filled.verbs().get(0));
    assertEquals(List.of(ConferenceNoun.named("one")), dial.nouns());
  }
}
