package dev.switchboard.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.sync.v1.Service;
import com.twilio.type.PhoneNumber;
import dev.switchboard.web.Paths;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes on the platform what Switchboard needs there. Everything is found by its name, so asking
 * again changes nothing.
 */
public final class PlatformSetup {

  /** The name of everything that is made. */
  public static final String NAME = "Switchboard";

  private static final int NOT_SERVED = 501;

  private final TwilioRestClient client;
  private final String publicUrl;
  private final String callerId;
  private final List<String> agents;

  /**
   * Sets up an account.
   *
   * @param publicUrl scheme, host and port under which the platform reaches us
   * @param callerId the number that customers see and call
   * @param agents the identities of the softphones of those who take calls
   */
  public PlatformSetup(
      HttpClient http,
      String accountSid,
      String authToken,
      String publicUrl,
      String callerId,
      List<String> agents) {
    this.client = client(http, accountSid, authToken);
    this.publicUrl = publicUrl;
    this.callerId = callerId;
    this.agents = List.copyOf(agents);
  }

  /**
   * Something on the platform.
   *
   * @param name what it is, for people
   * @param sid empty when it could not be made
   * @param what became of it: {@code made}, {@code put right}, {@code as it should be}, or why not
   */
  public record Thing(String name, String sid, String what) {

    static Thing made(String name, String sid) {
      return new Thing(name, sid, "made");
    }

    static Thing kept(String name, String sid, boolean right) {
      return new Thing(name, sid, right ? "as it should be" : "put right");
    }
  }

  /**
   * Makes or puts right everything, in an order in which each finds what it needs. A product that
   * is not served there is told and passed over.
   *
   * @throws IllegalArgumentException when the platform refuses; the message says what and why
   */
  public List<Thing> makeAll() {
    List<Thing> things = new ArrayList<>();
    things.addAll(asked("TwiML application", () -> List.of(application())));
    things.addAll(
        asked(
            "workspace",
            () -> new RoutingSetup(client, new Callbacks(publicUrl), agents).makeAll()));
    things.addAll(asked("number", this::number));
    things.addAll(asked("Sync service", () -> List.of(syncService())));
    return things;
  }

  private static List<Thing> asked(String what, Supplier<List<Thing>> request) {
    try {
      return request.get();
    } catch (ApiException refused) {
      if (refused.getStatusCode() != null && refused.getStatusCode() == NOT_SERVED) {
        return List.of(new Thing(what, "", "not served there: " + refused.getMessage()));
      }
      throw new IllegalArgumentException(
          "The platform did not set up the "
              + what
              + ": "
              + refused.getMessage()
              + (refused.getCode() == null ? "" : " (error " + refused.getCode() + ")"),
          refused);
    }
  }

  private Thing application() {
    String name = "TwiML application";
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
      return Thing.kept(name, found.getSid(), right);
    }
    Application made =
        Application.creator()
            .setFriendlyName(NAME)
            .setVoiceUrl(voice)
            .setVoiceMethod(HttpMethod.POST)
            .setStatusCallback(ended)
            .setStatusCallbackMethod(HttpMethod.POST)
            .create(client);
    return Thing.made(name, made.getSid());
  }

  /** What those hear who call the number that customers see; nothing to do when it is not ours. */
  private List<Thing> number() {
    URI voice = URI.create(publicUrl + Paths.INCOMING);
    URI ended = URI.create(publicUrl + Paths.CALL_ENDED);
    List<Thing> things = new ArrayList<>();
    for (IncomingPhoneNumber found :
        IncomingPhoneNumber.reader().setPhoneNumber(new PhoneNumber(callerId)).read(client)) {
      boolean right = voice.equals(found.getVoiceUrl()) && ended.equals(found.getStatusCallback());
      if (!right) {
        IncomingPhoneNumber.updater(found.getSid())
            .setVoiceUrl(voice)
            .setVoiceMethod(HttpMethod.POST)
            .setStatusCallback(ended)
            .setStatusCallbackMethod(HttpMethod.POST)
            .update(client);
      }
      things.add(Thing.kept("number " + callerId, found.getSid(), right));
    }
    return things;
  }

  /** What {@link #makeAll} made for those who call us; empty when it was not asked yet. */
  public static Optional<RoutingPlan> routing(
      HttpClient http, String accountSid, String authToken) {
    try {
      return RoutingSetup.find(client(http, accountSid, authToken));
    } catch (ApiException refused) {
      return Optional.empty();
    }
  }

  /** The Sync service that {@link #makeAll} made; empty when it was not asked yet. */
  public static Optional<String> syncService(HttpClient http, String accountSid, String authToken) {
    try {
      return findSyncService(client(http, accountSid, authToken));
    } catch (ApiException refused) {
      return Optional.empty();
    }
  }

  private static TwilioRestClient client(HttpClient http, String accountSid, String authToken) {
    return new TwilioRestClient.Builder(accountSid, authToken)
        .httpClient(new OnceOnlyHttpClient(http))
        .build();
  }

  private static Optional<String> findSyncService(TwilioRestClient client) {
    for (Service found : Service.reader().read(client)) {
      if (NAME.equals(found.getFriendlyName())) {
        return Optional.of(found.getSid());
      }
    }
    return Optional.empty();
  }

  private Thing syncService() {
    Optional<String> found = findSyncService(client);
    if (found.isPresent()) {
      return Thing.kept("Sync service", found.get(), true);
    }
    Service made = Service.creator().setFriendlyName(NAME).setAclEnabled(true).create(client);
    return Thing.made("Sync service", made.getSid());
  }
}
