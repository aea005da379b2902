package dev.partyline.twiml;

import static dev.partyline.twiml.Reading.document;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.partyline.twiml.TwimlElement.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TwimlElementTest {

  /** Every attribute of every element, each with a place where the element may stand. */
  static Stream<Arguments> attributes() {
    return Arrays.stream(TwimlElement.values())
        .flatMap(
            element ->
                element.attributes().stream().map(name -> Arguments.of(frame(element), name)));
  }

  static Stream<TwimlElement> elements() {
    return Arrays.stream(TwimlElement.values());
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void a_listed_attribute_is_read_and_no_other_spelling_of_it(String frame, String attribute) {
    Document without = document(frame.replace("@", ""));
    Document with = document(frame.replace("@", attribute + "='?'"));
    Document misspelled = document(frame.replace("@", attribute + "_='?'"));

    assertNotEquals(without, with, "reading " + attribute + " changes something");
    assertEquals(without.verbs(), misspelled.verbs());
    assertEquals(List.of(12200), misspelled.warnings().stream().map(Warning::code).toList());
  }

  @ParameterizedTest
  @MethodSource("elements")
  void a_listed_element_is_understood_in_its_place(TwimlElement element) {
    assertEquals(List.of(), document(frame(element).replace("@", "")).warnings());
  }

  /** A document with one element of this kind; {@code @} marks where an attribute may go. */
  private static String frame(TwimlElement element) {
    String tag = "<" + element.tag() + " @>" + text(element) + "</" + element.tag() + ">";
    return switch (element) {
      case RESPONSE -> "<Response @/>";
      case IDENTITY, PARAMETER -> inside("Dial", inside("Client", tag + identity(element)));
      case APPLICATION_SID -> inside("Dial", inside("Application", tag));
      case URI -> inside("Dial", inside("Sip", tag));
      case HEADERS -> inside("Dial", "<Sip>sip:a&#64;b" + tag + "</Sip>");
      case HEADER -> inside("Dial", "<Sip>sip:a&#64;b<Headers>" + tag + "</Headers></Sip>");
      case TASK -> inside("Response", "<Enqueue workflowSid='WW1'>" + tag + "</Enqueue>");
      default ->
          element.role() == Role.NOUN || element.role() == Role.UNSUPPORTED_NOUN
              ? inside("Dial", tag)
              : inside("Response", tag);
    };
  }

  private static String identity(TwimlElement element) {
    return element == TwimlElement.PARAMETER ? "<Identity>joe</Identity>" : "";
  }

  private static String text(TwimlElement element) {
    return switch (element) {
      case SIP, URI -> "sip:a&#64;b";
      case SAY, PLAY, DIAL, REDIRECT, ENQUEUE, NUMBER, CLIENT, QUEUE, CONFERENCE, APPLICATION ->
          "x";
      case IDENTITY, APPLICATION_SID, TASK -> "x";
      default -> "";
    };
  }

  private static String inside(String parent, String content) {
    String whole = "<" + parent + ">" + content + "</" + parent + ">";
    return parent.equals("Dial") ? inside("Response", whole) : whole;
  }
}
