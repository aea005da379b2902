package dev.partyline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One operation of a vendor's document.
 *
 * @param id the document's name of it, for example {@code FetchCall}
 * @param method GET, POST or DELETE
 * @param template its path, for example {@code /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json}
 * @param parameters of path, query and form, in the document's order
 * @param answers the strict schema of the body by success status; a null schema means no body
 * @param examples published answers by their names
 */
record Operation(
    String id,
    String method,
    String template,
    List<Parameter> parameters,
    Map<Integer, JsonNode> answers,
    Map<String, JsonNode> examples) {

  /** Where a parameter stands in a request. */
  enum Place {
    PATH,
    QUERY,
    FORM
  }

  /** A parameter; the schema says its type, its words and its pattern. */
  record Parameter(Place place, String name, boolean required, JsonNode schema) {}

  /** Whether this is the operation of a request; the path is as sent, without query. */
  boolean serves(String method, String path) {
    return this.method.equals(method) && fits(template, path);
  }

  private static boolean fits(String template, String path) {
    String[] expected = template.split("/", -1);
    String[] actual = path.split("/", -1);
    if (expected.length != actual.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      String word = expected[i];
      int open = word.indexOf('{');
      if (open < 0 ? !word.equals(actual[i]) : !fitsParameter(word, open, actual[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean fitsParameter(String word, int open, String actual) {
    String after = word.substring(word.indexOf('}') + 1);
    return actual.startsWith(word.substring(0, open))
        && actual.endsWith(after)
        && actual.length() > open + after.length();
  }

  @Override
  public String toString() {
    return id + " (" + method + " " + template + ")";
  }
}
