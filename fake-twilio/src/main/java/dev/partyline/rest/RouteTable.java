package dev.partyline.rest;

import dev.partyline.telephony.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which route of which resource answers which method and path; that a path is not known (404) or
 * not with this method (405, REST-13) follows from it. It holds places in a list of resources and
 * no resource, so that every platform of a process can share one: making it takes longer than a
 * whole simulated call.
 */
final class RouteTable {

  /** A table that is made of the first resources it is asked for, and is the same for all. */
  static final class Shared {
    private RouteTable made;
    private List<? extends Class<?>> kinds;

    /**
     * The table of these resources.
     *
     * @throws IllegalStateException when they are not of the same kinds in the same order as the
     *     first time: a request would reach the handler of another
     */
    synchronized RouteTable of(List<Resource> resources) {
      if (made == null) {
        kinds = resources.stream().map(Resource::getClass).toList();
        made = new RouteTable(resources);
      }
      for (int i = 0; i < Math.max(kinds.size(), resources.size()); i++) {
        if (i >= kinds.size()
            || i >= resources.size()
            || kinds.get(i) != resources.get(i).getClass()) {
          throw new IllegalStateException(
              "resource "
                  + i
                  + " is not of the kind that the shared table of routes was made of: "
                  + kinds);
        }
      }
      return made;
    }
  }

  /**
   * Where a handler is.
   *
   * @param names of the template's parameters, in their order
   * @param parameters names of the request's parameters; null when any is taken
   * @param resource place of the resource in the list
   * @param number place among the routes of this resource
   */
  private record Place(List<String> names, List<String> parameters, int resource, int number) {}

  private static final class Node {
    private final Map<String, Node> words = new TreeMap<>();
    private final Map<String, Place> methods = new TreeMap<>();
    private Node any;
  }

  private final Node root = new Node();

  RouteTable(List<Resource> resources) {
    for (int i = 0; i < resources.size(); i++) {
      List<Routes.Route> routes = Routes.of(resources.get(i)).added();
      for (int number = 0; number < routes.size(); number++) {
        add(routes.get(number), i, number);
      }
    }
  }

  private void add(Routes.Route route, int resource, int number) {
    List<String> names = new ArrayList<>();
    Node node = node(route.template(), names);
    Place place = new Place(List.copyOf(names), route.parameters(), resource, number);
    Place before = node.methods.putIfAbsent(route.method(), place);
    if (before != null && !route.gap()) {
      throw new IllegalStateException(
          route.method() + " " + route.template() + " is in the table twice");
    }
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
   * @param resource place of the resource in the list
   * @param number place among the routes of this resource
   * @param parameters names of the parameters it takes; null when any is taken
   * @param path what stands in place of the template's parameters
   */
  record Match(int resource, int number, List<String> parameters, Map<String, String> path) {

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
  Match find(RestRequest request, List<String> path) {
    List<String> values = new ArrayList<>();
    Node node = find(root, path, 0, values);
    if (node == null) {
      throw RestApi.notFound(request);
    }
    Place place = node.methods.get(request.method());
    if (place == null) {
      throw new Refusal(405, 20004, "Method not allowed");
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      named.put(place.names().get(i), values.get(i));
    }
    return new Match(place.resource(), place.number(), place.parameters(), named);
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
