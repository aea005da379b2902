package dev.partyline.rest;

import dev.partyline.telephony.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Answers requests to the voice API (REST-01). */
public final class RestApi {

  private static final String VERSION = "2010-04-01";

  private final Backend backend;
  private final CallsResource calls;
  private final ConferencesResource conferences;
  private final ParticipantsResource participants;

  /** The API in front of this platform. */
  public RestApi(Backend backend) {
    this.backend = backend;
    Resources resources = new Resources(backend);
    this.calls = new CallsResource(backend, resources);
    this.conferences = new ConferencesResource(backend, resources);
    this.participants = new ParticipantsResource(backend, resources);
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
    if (request.user() == null || request.password() == null) {
      throw new Refusal(401, 20003, "Authentication Error - No credentials provided");
    }
    if (!backend.knows(request.user(), request.password())) {
      throw new Refusal(401, 20003, "Authenticate");
    }
    List<String> path = segments(request);
    if (path.size() < 4 || !path.get(0).equals(VERSION) || !path.get(1).equals("Accounts")) {
      throw notFound(request);
    }
    if (!path.get(2).equals(backend.accountSid())) {
      throw new Refusal(401, 20003, "Authenticate");
    }
    List<String> rest = path.subList(3, path.size());
    if (rest.get(0).equals("Calls")) {
      return calls(request, rest, asOf);
    }
    if (rest.get(0).equals("Conferences")) {
      return conferences(request, rest, asOf);
    }
    throw notFound(request);
  }

  private RestResponse calls(RestRequest request, List<String> path, AsOf asOf) {
    if (path.size() > 2) {
      calls.existing(path.get(1), request);
      if (Resources.CALL_SUBPATHS.contains(path.get(2))) {
        throw new NotModelled(path.get(2) + " of a call");
      }
    }
    return switch (path.size() + request.method()) {
      case "1GET" -> calls.list(request, asOf);
      case "1POST" -> calls.create(request);
      case "2GET" -> calls.fetch(path.get(1), asOf, request);
      case "2POST" -> calls.update(path.get(1), request);
      case "2DELETE" -> calls.delete(path.get(1), request);
      default -> throw other(request, path.size() <= 2);
    };
  }

  private RestResponse conferences(RestRequest request, List<String> path, AsOf asOf) {
    if (path.size() > 2 && !path.get(2).equals("Participants")) {
      throw path.get(2).equals("Recordings")
          ? new NotModelled("recordings of a conference")
          : notFound(request);
    }
    return switch (path.size() + request.method()) {
      case "1GET" -> conferences.list(request, asOf);
      case "2GET" -> conferences.fetch(path.get(1), asOf, request);
      case "2POST" -> conferences.update(path.get(1), request);
      case "3GET" -> participants.list(path.get(1), request, asOf);
      case "3POST" -> participants.create(path.get(1), request);
      case "4GET" -> participants.fetch(path.get(1), path.get(3), request, asOf);
      case "4POST" -> participants.update(path.get(1), path.get(3), request);
      case "4DELETE" -> participants.delete(path.get(1), path.get(3), request);
      default -> throw other(request, path.size() <= 4);
    };
  }

  private static RuntimeException other(RestRequest request, boolean known) {
    return known ? new Refusal(405, 20004, "Method not allowed") : notFound(request);
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
