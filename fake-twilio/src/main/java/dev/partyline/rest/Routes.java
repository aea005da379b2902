package dev.partyline.rest;

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
public final class Routes {

  /** Everything below one account of the voice API. */
  public static final String ACCOUNT = "/2010-04-01/Accounts/{AccountSid}";

  /** Answers one method of one path. */
  public interface Handler {

    /**
     * Answers.
     *
     * @throws Refusal what the platform answers as an error
     * @throws NotModelled what the fake cannot do yet
     */
    RestResponse answer(Exchange exchange);
  }

  /**
   * One method of one path.
   *
   * @param parameters names of the parameters it takes; null when any is taken
   */
  private record Route(List<String> names, List<String> parameters, Handler handler) {}

  private static final class Node {
    private final Map<String, Node> words = new TreeMap<>();
    private final Map<String, Route> methods = new TreeMap<>();
    private Node any;
  }

  private final Node root = new Node();

  public Routes get(String template, Handler handler) {
    return add("GET", template, handler);
  }

  public Routes post(String template, Handler handler) {
    return add("POST", template, handler);
  }

  /**
   * A write whose parameters are all known: any other is refused when {@code rest.unknownParams}
   * says so (REST-10).
   */
  public Routes post(String template, List<String> parameters, Handler handler) {
    return add("POST", template, parameters, handler);
  }

  public Routes delete(String template, Handler handler) {
    return add("DELETE", template, handler);
  }

  /**
   * A path which the platform serves and the fake does not: every method that is named says so, any
   * other is 405.
   */
  public Routes notModelled(String methods, String template, String what) {
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

  /** Like {@link #notModelled}, for each method that nobody has added to this path before. */
  public Routes gap(String methods, String template, String what) {
    Node node = node(template, new ArrayList<>());
    for (String method : methods.split(" ")) {
      if (!node.methods.containsKey(method)) {
        notModelled(method, template, what);
      }
    }
    return this;
  }

  private Routes add(String method, String template, Handler handler) {
    return add(method, template, null, handler);
  }

  private Routes add(String method, String template, List<String> parameters, Handler handler) {
    List<String> names = new ArrayList<>();
    Node node = node(template, names);
    if (node.methods.put(method, new Route(names, parameters, handler)) != null) {
      throw new IllegalStateException(method + " " + template + " is in the table twice");
    }
    return this;
  }

  /** The place of a template in the table, made when there is none; its parameters into names. */
  private Node node(String template, List<String> names) {
    Node node = root;
    for (String segment : template.substring(1).split("/")) {
      if (segment.startsWith("{")) {
        names.add(segment.substring(1, segment.length() - 1));
        node.any = node.any == null ? new Node() : node.any;
        node = node.any;
      } else {
        node = node.words.computeIfAbsent(segment, word -> new Node());
      }
    }
    return node;
  }

  /**
   * A route that was found.
   *
   * @param path what stands in place of the template's parameters
   */
  public record Match(Handler handler, List<String> parameters, Map<String, String> path) {

    /** A parameter of the request that the route does not know; null when there is none. */
    String unknown(RestRequest request) {
      if (parameters != null) {
        for (String name : request.params().keySet()) {
          if (!parameters.contains(name)) {
            return name;
          }
        }
      }
      return null;
    }
  }

  /**
   * The route of a request.
   *
   * @param path decoded segments without the format suffix
   * @throws Refusal 404 when nobody knows the path, 405 when it is not with this method
   */
  public Match find(RestRequest request, List<String> path) {
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
    return new Match(route.handler(), route.parameters(), named);
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
