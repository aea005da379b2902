package dev.partyline.contract;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * The SDK's network client, turned to a door on this machine. Every answer is held against the
 * vendor's documents, and what the platform sent as headers is kept.
 */
final class LoopbackClient extends NetworkHttpClient {

  /** An answer as it came over the wire. */
  record Seen(String method, String path, Response response) {}

  private final int port;
  private final List<Seen> seen = new ArrayList<>();

  LoopbackClient(int port) {
    this.port = port;
  }

  /** All answers so far; repeats inside the transport show as one. */
  List<Seen> seen() {
    return seen;
  }

  @Override
  public Response makeRequest(Request request) {
    String url = request.getUrl();
    int path = url.indexOf('/', "https://".length());
    Request here =
        new Request(request.getMethod(), "http://localhost:" + port + url.substring(path));
    here.setAuth(request.getUsername(), request.getPassword());
    request.getQueryParams().forEach((name, all) -> all.forEach(v -> here.addQueryParam(name, v)));
    request.getPostParams().forEach((name, all) -> all.forEach(v -> here.addPostParam(name, v)));
    request
        .getHeaderParams()
        .forEach((name, all) -> all.forEach(v -> here.addHeaderParam(name, v)));
    here.setContentType(request.getContentType());
    here.setBody(request.getBody());
    Response answer = super.makeRequest(here);
    String body = answer.getStatusCode() == 204 ? "" : answer.getContent();
    Response response = new Response(body, answer.getStatusCode(), answer.getHeaders());
    String sent = here.constructURL().getPath();
    seen.add(new Seen(request.getMethod().toString(), sent, response));
    Contract.check(request.getMethod().toString(), sent, answer.getStatusCode(), body);
    return response;
  }
}
