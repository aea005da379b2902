package dev.partyline.javasdk;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;

/**
 * The SDK's own HTTP client, turned to the plain door of a live Partyline: every product of the
 * platform is reached there, by the host that the SDK would have asked. Safe to share between
 * threads.
 */
public final class DoorHttpClient extends NetworkHttpClient {

  private final String door;

  /**
   * A client of this door.
   *
   * @param door its base URL, for example {@code http://127.0.0.1:8080}
   * @throws IllegalArgumentException when it is no base URL: scheme and host, no path
   */
  public DoorHttpClient(String door) {
    URI uri = URI.create(door);
    String path = uri.getRawPath();
    if (uri.getScheme() == null
        || uri.getHost() == null
        || !(path.isEmpty() || path.equals("/"))
        || uri.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "'" + door + "' is no door; write its base URL, for example http://127.0.0.1:8080");
    }
    this.door = uri.getScheme() + "://" + uri.getRawAuthority();
  }

  @Override
  public Response makeRequest(Request request) {
    Request here = new Request(request.getMethod(), there(request.getUrl()));
    if (request.requiresAuthentication()) {
      here.setAuth(request.getUsername(), request.getPassword());
    }
    request.getQueryParams().forEach((name, all) -> all.forEach(v -> here.addQueryParam(name, v)));
    request.getPostParams().forEach((name, all) -> all.forEach(v -> here.addPostParam(name, v)));
    request
        .getHeaderParams()
        .forEach((name, all) -> all.forEach(v -> here.addHeaderParam(name, v)));
    here.setUserAgentExtensions(request.getUserAgentExtensions());
    here.setContentType(request.getContentType());
    here.setBody(request.getBody());
    return super.makeRequest(here);
  }

  /** The door takes the platform's host as the first segment of the path. */
  private String there(String url) {
    URI asked = URI.create(url);
    String authority = asked.getRawAuthority();
    return door
        + "/"
        + asked.getHost()
        + url.substring(url.indexOf(authority) + authority.length());
  }
}
