package dev.partyline.twiml;

import java.util.ArrayList;
import java.util.List;

/**
 * A document that dials one conference, apart from the name of the conference. Programs make such
 * documents by the thousand, each with a name of its own and otherwise alike, so that what they
 * have in common is parsed once.
 *
 * @param text the document with {@link #PLACE} for the name; it is well-formed when the document is
 * @param name what stood there
 */
record Shape(String text, String name) {

  /** A private character: nobody names a conference so. */
  private static final String PLACE = "\uE000";

  private static final String END = "</Conference>";

  /** The shape of a document; null when it does not look as if it had one. */
  static Shape of(String body) {
    int end = body.lastIndexOf(END);
    int begin = body.lastIndexOf('>', end - 1) + 1;
    if (end < 0 || begin == 0 || begin == end || end - begin > ConferenceNoun.LONGEST_NAME) {
      return null;
    }
    for (int i = begin; i < end; i++) {
      if (!isPlain(body.charAt(i))) {
        return null;
      }
    }
    return new Shape(
        body.substring(0, begin) + PLACE + body.substring(end), body.substring(begin, end));
  }

  /** A letter, a digit or a mark that means itself in XML. */
  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '_';
  }

  /**
   * The document, made of its parsed shape.
   *
   * @return null when the place of the name turned out to be another, or something is to be said of
   *     the document that may depend on the name: it has to be read itself
   */
  Document filled(ParsedTwiml parsed) {
    if (!(parsed instanceof Document shape) || !shape.warnings().isEmpty()) {
      return null;
    }
    List<Verb> verbs = new ArrayList<>(shape.verbs());
    int last = verbs.size() - 1;
    if (last < 0
        || !(verbs.get(last) instanceof Dial dial)
        || dial.nouns().size() != 1
        || !(dial.nouns().get(0) instanceof ConferenceNoun conference)
        || !conference.name().equals(PLACE)) {
      return null;
    }
    verbs.set(last, dial.with(List.of(conference.renamed(name))));
    return new Document(verbs, List.of());
  }
}
