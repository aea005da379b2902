package dev.switchboard.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Application;
import dev.switchboard.web.Paths;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes on the platform what Switchboard needs there. Everything is found by its name, so asking
 * again changes nothing.
 */
public final class PlatformSetup {

  /** The name of everything that is made. */
  public static final String NAME = "Switchboard";

  private final TwilioRestClient client;
  private final String publicUrl;

  /** {@code publicUrl} is scheme, host and port under which the platform reaches us. */
  public PlatformSetup(HttpClient http, String accountSid, String authToken, String publicUrl) {
    this.client =
        new TwilioRestClient.Builder(accountSid, authToken)
            .httpClient(new OnceOnlyHttpClient(http))
            .build();
    this.publicUrl = publicUrl;
  }

  /**
   * Something on the platform.
   *
   * @param name what it is, for people
   * @param what {@code made}, {@code put right} or {@code as it should be}
   */
  public record Thing(String name, String sid, String what) {}

  /**
   * Makes or puts right everything, in an order in which each finds what it needs.
   *
   * @throws IllegalArgumentException when the platform refuses; the message says what and why
   */
  public List<Thing> makeAll() {
    List<Thing> things = new ArrayList<>();
    things.add(asked("the TwiML application", this::application));
    return things;
  }

  private static Thing asked(String what, Supplier<Thing> request) {
    try {
      return request.get();
    } catch (ApiException refused) {
      throw new IllegalArgumentException(
          "The platform did not set up "
              + what
              + ": "
              + refused.getMessage()
              + (refused.getCode() == null ? "" : " (error " + refused.getCode() + ")"),
          refused);
    }
  }

  private Thing application() {
    URI voice = URI.create(publicUrl + Paths.OUTGOING);
    URI ended = URI.create(publicUrl + Paths.CALL_ENDED);
    for (Application found : Application.reader().setFriendlyName(NAME).read(client)) {
      boolean right = voice.equals(found.getVoiceUrl()) && ended.equals(found.getStatusCallback());
      if (!right) {
        Application.updater(found.getSid())
            .setVoiceUrl(voice)
            .setVoiceMethod(HttpMethod.POST)
            .setStatusCallback(ended)
            .setStatusCallbackMethod(HttpMethod.POST)
            .update(client);
      }
      return new Thing("TwiML application", found.getSid(), right ? AS_IS : "put right");
    }
    Application made =
        Application.creator()
            .setFriendlyName(NAME)
            .setVoiceUrl(voice)
            .setVoiceMethod(HttpMethod.POST)
            .setStatusCallback(ended)
            .setStatusCallbackMethod(HttpMethod.POST)
            .create(client);
    return new Thing("TwiML application", made.getSid(), "made");
  }

  private static final String AS_IS = "as it should be";
}
