package dev.partyline.rest;

import java.util.List;
import java.util.Map;

/**
 * A request to the API.
 *
 * @param method GET, POST or DELETE
 * @param path as sent, percent-encoded, without host and query
 * @param params query and form parameters by name, each with its values in order
 * @param user user name of Basic authentication; null when none was sent
 * @param password password of Basic authentication; null when none was sent
 */
public record RestRequest(
    String method, String path, Map<String, List<String>> params, String user, String password) {

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
