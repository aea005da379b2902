package dev.switchboard.web;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param method GET, POST and so on, in capitals
 * @param url the full public URL with its query, as the sender knows it
 * @param params the parameters of the query and of the form, decoded
 * @param headers the headers, under any capitalisation
 * @param body what was sent, as text; empty when it was a form or nothing
 * @param peer the address of who sent it; empty when not known
 */
public record Incoming(
    String method,
    String url,
    Map<String, String> params,
    Map<String, String> headers,
    String body,
    String peer) {

  /** A request with a form or nothing in it. */
  public Incoming(
      String method, String url, Map<String, String> params, Map<String, String> headers) {
    this(method, url, params, headers, "", "");
  }

  /** The path of the URL; empty when the URL is none. */
  public String path() {
    try {
      String path = URI.create(url).getPath();
      return path == null ? "" : path;
    } catch (IllegalArgumentException notAUrl) {
      return "";
    }
  }

  /** The parameter, or an empty text. */
  public String param(String name) {
    String value = params.get(name);
    return value == null ? "" : value;
  }

  /** The header of this name, in whatever case it is written. */
  public Optional<String> header(String name) {
    String asWritten = headers.get(name);
    if (asWritten != null) {
      return Optional.of(asWritten);
    }
    return headers.entrySet().stream()
        .filter(header -> name.equalsIgnoreCase(header.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
