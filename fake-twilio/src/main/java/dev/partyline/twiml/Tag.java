package dev.partyline.twiml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One element of a document being read: what stands there, and typed access to it that warns and
 * falls back instead of failing.
 */
final class Tag {

  private final Source source;
  private final int offset;
  private final String name;
  private final TwimlElement element;
  private final String[] attributes;
  private final boolean spoken;
  private final StringBuilder text;
  private final List<Tag> children = new ArrayList<>(4);

  /**
   * @param attributes names and values by turns
   * @param parent null for the root; the words inside an element that is spoken are collected by
   *     that element, whatever mark-up they stand in
   */
  Tag(Source source, int offset, String name, String[] attributes, Tag parent) {
    this.source = source;
    this.offset = offset;
    this.name = name;
    this.element = TwimlElement.named(name);
    this.attributes = attributes;
    this.spoken = element == TwimlElement.SAY || parent != null && parent.spoken;
    this.text = parent != null && parent.spoken ? parent.text : new StringBuilder();
  }

  String name() {
    return name;
  }

  /** Null when TwiML has no element of this name. */
  TwimlElement element() {
    return element;
  }

  List<Tag> children() {
    return children;
  }

  /** The children that are one particular element; all others are skipped with a warning. */
  List<Tag> children(TwimlElement wanted) {
    List<Tag> found = new ArrayList<>();
    for (Tag child : children) {
      if (child.element == wanted) {
        found.add(child);
      } else {
        child.warnMisplacedIn(this, Codes.SCHEMA);
      }
    }
    return found;
  }

  StringBuilder words() {
    return text;
  }

  /** The text between the tags, exactly. */
  String exactText() {
    return text.toString();
  }

  /** The text between the tags, without the white space around it. */
  String text() {
    return exactText().strip();
  }

  /** The attribute as written, or null when it is absent. */
  String value(String attribute) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(attribute)) {
        return attributes[i + 1];
      }
    }
    return null;
  }

  String valueOr(String attribute, String otherwise) {
    String value = value(attribute);
    return value == null ? otherwise : value;
  }

  /** The attribute without the white space around it, or null when it is absent. */
  String url(String attribute) {
    String value = value(attribute);
    return value == null ? null : value.strip();
  }

  /** The attribute without the white space around it, or null when it is absent or blank. */
  String filled(String attribute) {
    String value = value(attribute);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** A URL that is only ever requested beside the call; null when absent, blank or not a URL. */
  String callbackUrl(String attribute, int code) {
    String url = filled(attribute);
    if (url == null || looksLikeUrl(url)) {
      return url;
    }
    complain(code, attribute, url, "an http or https URL, absolute or relative", "none");
    return null;
  }

  boolean flag(String attribute, boolean otherwise, int code) {
    String value = value(attribute);
    if (value == null) {
      return otherwise;
    }
    if (value.equals("true") || value.equals("false")) {
      return value.equals("true");
    }
    complain(code, attribute, value, "true or false", String.valueOf(otherwise));
    return otherwise;
  }

  int whole(String attribute, int otherwise, int least, int most, int code) {
    Integer value = whole(attribute, least, most, code, String.valueOf(otherwise));
    return value == null ? otherwise : value;
  }

  /** A whole number, or null when it is absent or not usable. */
  Integer wholeOrNull(String attribute, int least, int most, int code) {
    return whole(attribute, least, most, code, "the platform's own value");
  }

  private Integer whole(String attribute, int least, int most, int code, String otherwise) {
    String value = value(attribute);
    if (value == null) {
      return null;
    }
    Integer number = digits(value);
    if (number != null && number >= least && number <= most) {
      return number;
    }
    String range =
        most == Integer.MAX_VALUE ? "at least " + least : "from " + least + " to " + most;
    complain(code, attribute, value, "a whole number " + range, otherwise);
    return null;
  }

  <E extends Enum<E> & Word> E word(String attribute, E otherwise, int code) {
    return word(attribute, otherwise.getDeclaringClass(), otherwise, code);
  }

  /** One word of a vocabulary; {@code otherwise} may be null. */
  <E extends Enum<E> & Word> E word(String attribute, Class<E> vocabulary, E otherwise, int code) {
    String value = value(attribute);
    if (value == null) {
      return otherwise;
    }
    E word = find(vocabulary, value);
    if (word != null) {
      return word;
    }
    String used = otherwise == null ? "the platform's own choice" : otherwise.word();
    complain(code, attribute, value, "one of " + all(vocabulary), used);
    return otherwise;
  }

  /**
   * Words separated by white space, in the order written, without repetition. A word that is not in
   * the vocabulary is left out with a warning; when nothing usable remains the default applies.
   */
  <E extends Enum<E> & Word> List<E> words(
      String attribute, Class<E> vocabulary, List<E> otherwise, int code) {
    String value = value(attribute);
    if (value == null) {
      return otherwise;
    }
    List<E> words = new ArrayList<>();
    for (String written : value.strip().split("\\s+")) {
      E word = find(vocabulary, written);
      if (word == null && !written.isEmpty()) {
        complainAboutWord(code, attribute, written, vocabulary);
      } else if (word != null && !words.contains(word)) {
        words.add(word);
      }
    }
    return words.isEmpty() ? otherwise : words;
  }

  /** Telephone keys; null when absent. Not usable ones are replaced by the default. */
  String keys(String attribute, String allowed, String otherwise, int code) {
    String value = value(attribute);
    if (value == null) {
      return otherwise;
    }
    for (int i = 0; i < value.length(); i++) {
      if (allowed.indexOf(value.charAt(i)) < 0) {
        String used = otherwise == null ? "none" : Source.quoted(otherwise);
        complain(code, attribute, value, "made of " + allowed, used);
        return otherwise;
      }
    }
    return value;
  }

  Map<String, String> allAttributes() {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      all.put(attributes[i], attributes[i + 1]);
    }
    return all;
  }

  void warn(int code, String message) {
    source.warn(code, offset, "<" + name + "> " + message);
  }

  Refused refusal(int code, String message) {
    return source.refusal(code, offset, "<" + name + "> " + message);
  }

  /** One schema warning for each attribute this element does not have (TWIML-15). */
  void warnAboutUnknownAttributes() {
    for (int i = 0; i < attributes.length; i += 2) {
      String attribute = attributes[i];
      if (!element.attributes().contains(attribute) && !belongsToXml(attribute)) {
        warn(
            Codes.SCHEMA,
            "has no attribute \""
                + attribute
                + "\"; it is ignored. Names are case-sensitive; it knows "
                + (element.attributes().isEmpty()
                    ? "none."
                    : String.join(", ", element.attributes()) + "."));
      }
    }
  }

  /** One schema warning for each child; for elements that hold no others. */
  void warnAboutChildren() {
    for (Tag child : children) {
      child.warnMisplacedIn(this, Codes.SCHEMA);
    }
  }

  /** One schema warning when there is text where only elements belong. */
  void warnAboutText() {
    String stray = text();
    if (!stray.isEmpty()) {
      warn(
          Codes.SCHEMA,
          "holds the text "
              + Source.quoted(stray)
              + " where only elements belong; it is ignored. Put it into an element such as Say.");
    }
  }

  /** Says that this element is skipped, for being unknown or for standing in the wrong place. */
  void warnMisplacedIn(Tag parent, int codeWhenKnown) {
    if (element == null) {
      TwimlElement meant = TwimlElement.spelledLike(name);
      warn(
          Codes.SCHEMA,
          "is not a TwiML element; it is skipped with all it holds. "
              + (meant == null
                  ? "Remove it or correct its name."
                  : "Names are case-sensitive: write <" + meant.tag() + ">."));
    } else {
      warn(
          codeWhenKnown,
          "may not stand inside <"
              + parent.name
              + ">; it is skipped with all it holds. Move it to where it belongs.");
    }
  }

  private void complain(int code, String attribute, String got, String expected, String used) {
    warn(
        code,
        attribute
            + "="
            + Source.quoted(got)
            + " is not "
            + expected
            + "; "
            + used
            + " is used. Correct the value or leave the attribute out.");
  }

  private <E extends Enum<E> & Word> void complainAboutWord(
      int code, String attribute, String written, Class<E> vocabulary) {
    warn(
        code,
        attribute
            + " holds "
            + Source.quoted(written)
            + ", which is not one of "
            + all(vocabulary)
            + "; it is left out."
            + (written.indexOf(',') >= 0 ? " Separate words by spaces, not by commas." : ""));
  }

  private static <E extends Enum<E> & Word> E find(Class<E> vocabulary, String word) {
    for (E candidate : vocabulary.getEnumConstants()) {
      if (candidate.word().equals(word)) {
        return candidate;
      }
    }
    return null;
  }

  private static <E extends Enum<E> & Word> String all(Class<E> vocabulary) {
    List<String> words = new ArrayList<>();
    for (E candidate : vocabulary.getEnumConstants()) {
      words.add(candidate.word());
    }
    return String.join(", ", words);
  }

  private static Integer digits(String value) {
    if (value.isEmpty() || value.length() > 9) {
      return null;
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return null;
      }
    }
    return Integer.valueOf(value);
  }

  private static boolean looksLikeUrl(String url) {
    for (int i = 0; i < url.length(); i++) {
      if (Character.isWhitespace(url.charAt(i)) || Character.isISOControl(url.charAt(i))) {
        return false;
      }
    }
    int colon = url.indexOf(':');
    int path = firstOf(url, '/', '?', '#');
    boolean absolute = colon >= 0 && (path < 0 || colon < path);
    return !absolute
        || url.regionMatches(true, 0, "http://", 0, 7)
        || url.regionMatches(true, 0, "https://", 0, 8);
  }

  private static int firstOf(String url, char... wanted) {
    int first = -1;
    for (char c : wanted) {
      int at = url.indexOf(c);
      if (at >= 0 && (first < 0 || at < first)) {
        first = at;
      }
    }
    return first;
  }

  private static boolean belongsToXml(String attribute) {
    return attribute.equals("xmlns")
        || attribute.startsWith("xmlns:")
        || attribute.startsWith("xsi:")
        || attribute.startsWith("xml:");
  }
}
