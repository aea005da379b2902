package dev.partyline.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request to the API.
 *
 * @param method GET, POST or DELETE
 * @param path as sent, percent-encoded, without host and query
 * @param params query and form parameters by name, each with its values in order
 * @param user user name of Basic authentication; null when none was sent
 * @param password password of Basic authentication; null when none was sent
 * @param headers those that change what is done, by name in lower case: {@code if-match}
 */
public record RestRequest(
    String method,
    String path,
    Map<String, List<String>> params,
    String user,
    String password,
    Map<String, String> headers) {

  /** Names of the headers that change what is done, in lower case. */
  public static final List<String> HEADERS = List.of("if-match");

  /** Under what name a JSON body stands among the parameters, for operations that take one. */
  public static final String JSON_BODY = "application/json";

  /** The one operation of the platform's that takes JSON, by how its path ends. */
  private static final String JSON_PATH = "/TaskQueues/RealTimeStatistics";

  /** Whether the operation with this path takes a JSON body. */
  public static boolean takesJson(String path) {
    return path.endsWith(JSON_PATH);
  }

  /** A request without a header that matters. */
  public RestRequest(
      String method, String path, Map<String, List<String>> params, String user, String password) {
    this(method, path, params, user, password, Map.of());
  }

  /** What a header says, its name in any case; null when it was not sent or is empty. */
  public String header(String name) {
    String value = headers.get(name.toLowerCase(Locale.ROOT));
    return value == null || value.isEmpty() ? null : value;
  }

  /** The first value of a parameter; null when it is absent. */
  public String first(String name) {
    List<String> values = params.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  /** The first value, where an empty one means absent; null when it is absent. */
  public String filled(String name) {
    String value = first(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
