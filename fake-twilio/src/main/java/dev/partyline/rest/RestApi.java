package dev.partyline.rest;

import dev.partyline.directory.Account;
import dev.partyline.telephony.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Answers requests to the voice API (REST-01). */
public final class RestApi {

  private final Backend backend;
  private final Routes routes = new Routes();

  /** The API in front of this platform. */
  public RestApi(Backend backend) {
    this.backend = backend;
    Resources resources = new Resources(backend);
    List.of(
            new CallsResource(backend, resources),
            new ConferencesResource(backend, resources),
            new ParticipantsResource(backend, resources))
        .forEach(resource -> resource.addTo(routes));
  }

  /**
   * Carries out a request.
   *
   * @param readLagMs how old the state is that reads show, in simulated milliseconds; 0 is now
   * @return never null; errors of the request are answers in the platform's form
   * @throws NotModelled when the platform can do what is asked and the fake cannot yet
   */
  public RestResponse handle(RestRequest request, long readLagMs) {
    try {
      return answer(request, new AsOf(backend, readLagMs));
    } catch (Refusal refusal) {
      return RestResponse.error(refusal.status(), refusal.code(), refusal.getMessage());
    }
  }

  private RestResponse answer(RestRequest request, AsOf asOf) {
    List<String> path = segments(request);
    Account account = Access.check(backend.directory(), request, path);
    backend.actFor(account.sid());
    try {
      return routes.answer(request, path, account, asOf);
    } finally {
      backend.actFor(backend.directory().main().sid());
    }
  }

  /** REST-08. */
  static Refusal notFound(RestRequest request) {
    return new Refusal(
        404,
        20404,
        "The requested resource "
            + request.path()
            + (request.path().endsWith(".json") ? "" : ".json")
            + " was not found");
  }

  private static List<String> segments(RestRequest request) {
    String path = request.path();
    List<String> found = new ArrayList<>();
    String bare = path.endsWith(".json") ? path.substring(0, path.length() - 5) : path;
    for (String segment : bare.substring(bare.startsWith("/") ? 1 : 0).split("/", -1)) {
      try {
        found.add(
            segment.indexOf('%') < 0
                ? segment
                : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException malformed) {
        throw notFound(request);
      }
    }
    return found;
  }
}
