package dev.partyline.rest;

import dev.partyline.knob.Knob;
import dev.partyline.telephony.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Answers requests to the voice API (REST-01), and to other products' beside it. */
public final class RestApi {

  /** Where in a path the resources of one call begin. */
  private static final int BELOW_CALL = 5;

  private static final RouteTable.Shared VOICE = new RouteTable.Shared();
  private static final RouteTable.Shared ALL = new RouteTable.Shared();

  private final Backend backend;
  private final CallsResource calls;
  private final List<Resource> resources;
  private final RouteTable table;

  /** The routes of each resource that has been asked; null of the others. */
  private final Routes[] routes;

  /** The voice API alone, in front of this platform. */
  public RestApi(Backend backend) {
    this(backend, List.of(), VOICE);
  }

  /**
   * The API in front of this platform.
   *
   * @param others resources of all other products, whose paths begin with {@code /v1}; whenever a
   *     process makes an API of them, it is with the same kinds in the same order
   */
  public RestApi(Backend backend, List<? extends Resource> others) {
    this(backend, others, ALL);
  }

  private RestApi(Backend backend, List<? extends Resource> others, RouteTable.Shared shared) {
    this.backend = backend;
    Resources shown = new Resources(backend);
    this.calls = new CallsResource(backend, shown);
    this.resources =
        new ArrayList<>(
            List.of(
                calls,
                new ConferencesResource(backend, shown),
                new ParticipantsResource(backend, shown),
                new NumbersResource(backend),
                new ApplicationsResource(backend),
                new AccountsResource(backend),
                new KeysResource(backend),
                new TokensResource(backend),
                new CallerIdsResource(backend),
                new NotificationsResource(backend),
                new AlertsResource(backend),
                new UserMessagesResource(backend),
                new MessagesResource(backend),
                new RecordingsResource(backend),
                new RecordingsBelow(backend),
                new QueuesResource(backend),
                new QueueMembersResource(backend)));
    resources.addAll(others);
    resources.add(Gaps::addTo);
    this.table = shared.of(resources);
    this.routes = new Routes[resources.size()];
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
    Access access = Access.check(backend.directory(), request, path);
    RouteTable.Match match = table.find(request, path);
    String unknown = match.unknown(request);
    if (unknown != null && backend.knobs().is(Knob.REST_UNKNOWN_PARAMS, "error20001")) {
      throw new Refusal(400, 20001, "Unknown parameter " + unknown);
    }
    for (String value : match.path().values()) {
      requireOwn(value, access.account().sid(), request);
    }
    if (path.size() > BELOW_CALL && path.get(BELOW_CALL - 2).equals("Calls")) {
      calls.existing(path.get(BELOW_CALL - 1), request);
    }
    backend.actFor(access.account().sid());
    try {
      return handler(match)
          .answer(new Exchange(request, access.actor(), access.account(), asOf, match.path()));
    } finally {
      backend.actFor(backend.directory().main().sid());
    }
  }

  private Routes.Handler handler(RouteTable.Match match) {
    int at = match.resource();
    if (routes[at] == null) {
      routes[at] = Routes.of(resources.get(at));
    }
    return routes[at].added().get(match.number()).handler();
  }

  /** The legs and conferences of another account are not there (CONF-03). */
  private void requireOwn(String sid, String account, RestRequest request) {
    boolean known =
        backend.telephony().call(sid) != null || backend.telephony().conference(sid) != null;
    if (known && !backend.accountOf(sid).equals(account)) {
      throw notFound(request);
    }
  }

  /** REST-08: a v1 path is named without its version and has no suffix. */
  public static Refusal notFound(RestRequest request) {
    String path = request.path();
    boolean v1 = path.startsWith("/v1/");
    String named = v1 ? path.substring(3) : path.endsWith(".json") ? path : path + ".json";
    return new Refusal(404, 20404, "The requested resource " + named + " was not found");
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
