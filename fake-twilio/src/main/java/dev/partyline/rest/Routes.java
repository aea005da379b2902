package dev.partyline.rest;

import dev.partyline.directory.Account;
import dev.partyline.telephony.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which handler answers which method and path. A resource adds its own routes; that a path is not
 * known (404) or not with this method (405, REST-13) follows from the table.
 *
 * <p>A template is a path without its format suffix: {@code
 * /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}}. A fixed word wins over a parameter in the same
 * place.
 */
final class Routes {

  /** Everything below one account of the voice API. */
  static final String ACCOUNT = "/2010-04-01/Accounts/{AccountSid}";

  /** Answers one method of one path. */
  interface Handler {

    /**
     * Answers.
     *
     * @throws Refusal what the platform answers as an error
     * @throws NotModelled what the fake cannot do yet
     */
    RestResponse answer(Exchange exchange);
  }

  private record Route(List<String> names, Handler handler) {}

  private static final class Node {
    private final Map<String, Node> words = new TreeMap<>();
    private final Map<String, Route> methods = new TreeMap<>();
    private Node any;
  }

  private final Node root = new Node();

  Routes get(String template, Handler handler) {
    return add("GET", template, handler);
  }

  Routes post(String template, Handler handler) {
    return add("POST", template, handler);
  }

  Routes delete(String template, Handler handler) {
    return add("DELETE", template, handler);
  }

  /**
   * A path which the platform serves and the fake does not: every method that is named says so, any
   * other is 405.
   */
  Routes notModelled(String methods, String template, String what) {
    for (String method : methods.split(" ")) {
      add(
          method,
          template,
          exchange -> {
            throw new NotModelled(what);
          });
    }
    return this;
  }

  private Routes add(String method, String template, Handler handler) {
    Node node = root;
    List<String> names = new ArrayList<>();
    for (String segment : template.substring(1).split("/")) {
      if (segment.startsWith("{")) {
        names.add(segment.substring(1, segment.length() - 1));
        node.any = node.any == null ? new Node() : node.any;
        node = node.any;
      } else {
        node = node.words.computeIfAbsent(segment, word -> new Node());
      }
    }
    if (node.methods.put(method, new Route(names, handler)) != null) {
      throw new IllegalStateException(method + " " + template + " is in the table twice");
    }
    return this;
  }

  /**
   * Hands a request to its handler.
   *
   * @param path decoded segments without the format suffix
   */
  RestResponse answer(RestRequest request, List<String> path, Account account, AsOf asOf) {
    List<String> values = new ArrayList<>();
    Node node = find(root, path, 0, values);
    if (node == null) {
      throw RestApi.notFound(request);
    }
    Route route = node.methods.get(request.method());
    if (route == null) {
      throw new Refusal(405, 20004, "Method not allowed");
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      named.put(route.names().get(i), values.get(i));
    }
    return route.handler().answer(new Exchange(request, account, asOf, named));
  }

  /** The node of a path, with what stands in place of its parameters; null when there is none. */
  private static Node find(Node node, List<String> path, int at, List<String> values) {
    if (at == path.size()) {
      return node.methods.isEmpty() ? null : node;
    }
    String segment = path.get(at);
    Node word = node.words.get(segment);
    Node found = word == null ? null : find(word, path, at + 1, values);
    if (found != null || node.any == null) {
      return found;
    }
    values.add(segment);
    found = find(node.any, path, at + 1, values);
    if (found == null) {
      values.remove(values.size() - 1);
    }
    return found;
  }
}
