package dev.switchboard.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;

/**
 * Makes every request exactly once.
 *
 * <p>The library's own client repeats a request, a POST too, up to three times on a 5xx: a dial
 * that was carried out and answered 503 would ring the customer three times (RACE-26). Here whoever
 * asked decides whether to ask again, and when, without a sleeping thread. The delegate must not
 * repeat requests in its transport either; {@link LiveHttp} makes one which does not.
 */
public final class OnceOnlyHttpClient extends HttpClient {

  private final HttpClient delegate;

  public OnceOnlyHttpClient(HttpClient delegate) {
    this.delegate = delegate;
  }

  @Override
  public Response makeRequest(Request request) {
    return delegate.makeRequest(request);
  }

  @Override
  public Response reliableRequest(Request request) {
    return delegate.makeRequest(request);
  }

  @Override
  public Response reliableRequest(
      Request request, int[] retryCodes, int retries, long delayMillis) {
    return delegate.makeRequest(request);
  }
}
