package dev.switchboard.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/** Gives one prepared answer after the other, without a network, and keeps the requests. */
final class ScriptedHttpClient extends HttpClient {

  private final Deque<Response> answers = new ArrayDeque<>();
  private final List<Request> made = new ArrayList<>();

  /** Prepares the next answer, with these names and values for headers. */
  ScriptedHttpClient answers(int status, String body, String... headers) {
    Header[] all = new Header[headers.length / 2];
    for (int i = 0; i < all.length; i++) {
      all[i] = new BasicHeader(headers[2 * i], headers[2 * i + 1]);
    }
    answers.add(new Response(body, status, all));
    return this;
  }

  /** Prepares a refusal with the platform's own error code. */
  ScriptedHttpClient refuses(int status, int code) {
    return answers(
        status, "{\"status\":" + status + ",\"code\":" + code + ",\"message\":\"refused\"}");
  }

  /** Method and path of each request. */
  List<String> requests() {
    return made.stream()
        .map(it -> it.getMethod() + " " + it.getUrl().replaceAll("https://[^/]*", ""))
        .toList();
  }

  /** What was posted under this name; empty when nothing was. */
  String posted(int request, String name) {
    List<String> values = made.get(request).getPostParams().get(name);
    return values == null ? "" : values.get(0);
  }

  /** The header of this name; empty when there was none. */
  String header(int request, String name) {
    List<String> values = made.get(request).getHeaderParams().get(name);
    return values == null ? "" : values.get(0);
  }

  @Override
  public Response makeRequest(Request request) {
    made.add(request);
    if (answers.isEmpty()) {
      throw new AssertionError("no answer was prepared for " + request.getUrl());
    }
    return answers.remove();
  }
}
