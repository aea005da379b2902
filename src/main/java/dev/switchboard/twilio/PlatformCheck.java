package dev.switchboard.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;

/** Asks whether the platform is there and lets us in; changes nothing. */
public final class PlatformCheck {

  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final TwilioRestClient client;
  private final String accountSid;

  public PlatformCheck(HttpClient http, String accountSid, String authToken) {
    this.accountSid = accountSid;
    this.client =
        new TwilioRestClient.Builder(accountSid, authToken)
            .httpClient(new OnceOnlyHttpClient(http))
            .build();
  }

  /** What it said. */
  public enum Result {
    /** It is there and knows us. */
    LETS_US_IN,
    /** It is there and refuses account or token. */
    REFUSES_US,
    /** It cannot be reached, or is in trouble. */
    NOT_REACHED
  }

  /** Asks; waits for the answer. */
  public Result ask() {
    try {
      Account account = Account.fetcher(accountSid).fetch(client);
      return account.getStatus() == Account.Status.ACTIVE ? Result.LETS_US_IN : Result.REFUSES_US;
    } catch (ApiException failed) {
      Integer status = failed.getStatusCode();
      boolean refused = status != null && (status == UNAUTHORIZED || status == NOT_FOUND);
      return refused ? Result.REFUSES_US : Result.NOT_REACHED;
    }
  }
}
