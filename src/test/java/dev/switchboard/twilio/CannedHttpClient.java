package dev.switchboard.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.util.ArrayList;
import java.util.List;

/** Answers every request with the same answer, without a network, and keeps the requests. */
final class CannedHttpClient extends HttpClient {

  private final List<Request> requests = new ArrayList<>();
  private final int status;
  private final String body;

  CannedHttpClient(int status, String body) {
    this.status = status;
    this.body = body;
  }

  List<Request> requests() {
    return requests;
  }

  Request only() {
    if (requests.size() != 1) {
      throw new AssertionError(requests.size() + " requests");
    }
    return requests.get(0);
  }

  @Override
  public Response makeRequest(Request request) {
    requests.add(request);
    return new Response(body, status);
  }
}
