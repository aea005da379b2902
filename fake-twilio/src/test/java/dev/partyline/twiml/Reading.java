package dev.partyline.twiml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** What the tests say about reading a document. */
final class Reading {

  private Reading() {}

  /** The document must be one that can be run; warnings are allowed. */
  static Document document(String twiml) {
    return accepted(TwimlParser.parse(twiml));
  }

  static Document accepted(ParsedTwiml parsed) {
    return parsed.fold(
        document -> document,
        problem -> {
          throw new AssertionError("refused: " + problem);
        });
  }

  static TwimlProblem problem(String twiml) {
    return refused(TwimlParser.parse(twiml));
  }

  static TwimlProblem refused(ParsedTwiml parsed) {
    return parsed.fold(
        document -> {
          throw new AssertionError("accepted: " + document);
        },
        problem -> problem);
  }

  /** The verbs of a Response with this content, which must raise no warning. */
  static List<Verb> verbs(String content) {
    Document document = document("<Response>" + content + "</Response>");
    assertEquals(List.of(), document.warnings());
    return document.verbs();
  }

  /** The one verb of a Response with this content, which must raise no warning. */
  static Verb verb(String content) {
    List<Verb> verbs = verbs(content);
    assertEquals(1, verbs.size(), "one verb in " + verbs);
    return verbs.get(0);
  }

  static List<Warning> warnings(String content) {
    return document("<Response>" + content + "</Response>").warnings();
  }

  /** The codes of all warnings of a Response with this content. */
  static List<Integer> codes(String content) {
    return warnings(content).stream().map(Warning::code).toList();
  }

  /** The only noun of the only Dial; warnings are allowed. */
  static Noun noun(String nounElement) {
    Document document = document("<Response><Dial>" + nounElement + "</Dial></Response>");
    return ((Dial) document.verbs().get(0)).nouns().get(0);
  }

  /** A conference called "room" with these attributes; warnings are allowed. */
  static ConferenceNoun conference(String attributes) {
    return (ConferenceNoun) noun("<Conference " + attributes + ">room</Conference>");
  }

  /** The codes of the warnings about these attributes of a Conference. */
  static List<Integer> conferenceCodes(String attributes) {
    return codes("<Dial><Conference " + attributes + ">room</Conference></Dial>");
  }
}
