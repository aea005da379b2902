package dev.partyline.rest;

import dev.partyline.telephony.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * What one resource answers: its handlers, each with method and path.
 *
 * <p>A template is a path without its format suffix: {@code
 * /2010-04-01/Accounts/{AccountSid}/Calls/{Sid}}. A fixed word wins over a parameter in the same
 * place. A resource adds the same routes in the same order whenever it is asked, so that all
 * platforms can share one {@link RouteTable}.
 */
public final class Routes {

  /** Everything below one account of the voice API. */
  public static final String ACCOUNT = "/2010-04-01/Accounts/{AccountSid}";

  /** Answers one method of one path. */
  public interface Handler {

    /**
     * Answers.
     *
     * @throws Refusal what the platform answers as an error
     * @throws NotModelled what the fake cannot do yet
     */
    RestResponse answer(Exchange exchange);
  }

  /**
   * One method of one path.
   *
   * @param parameters names of the parameters it takes; null when any is taken
   * @param gap whether any other route of this method and path wins over it
   */
  record Route(
      String method, String template, List<String> parameters, Handler handler, boolean gap) {}

  private final List<Route> added = new ArrayList<>();

  /** What one resource adds. */
  static Routes of(Resource resource) {
    Routes routes = new Routes();
    resource.addTo(routes);
    return routes;
  }

  /** In the order in which they were added. */
  List<Route> added() {
    return added;
  }

  public Routes get(String template, Handler handler) {
    return add("GET", template, null, handler, false);
  }

  public Routes post(String template, Handler handler) {
    return add("POST", template, null, handler, false);
  }

  /**
   * A write whose parameters are all known: any other is refused when {@code rest.unknownParams}
   * says so (REST-10).
   */
  public Routes post(String template, List<String> parameters, Handler handler) {
    return add("POST", template, parameters, handler, false);
  }

  public Routes delete(String template, Handler handler) {
    return add("DELETE", template, null, handler, false);
  }

  /**
   * A path which the platform serves and the fake does not: every method that is named says so, any
   * other is 405.
   */
  public Routes notModelled(String methods, String template, String what) {
    return notModelled(methods, template, what, false);
  }

  /** Like {@link #notModelled}, for each method that nobody has added to this path before. */
  public Routes gap(String methods, String template, String what) {
    return notModelled(methods, template, what, true);
  }

  private Routes notModelled(String methods, String template, String what, boolean gap) {
    for (String method : methods.split(" ")) {
      add(
          method,
          template,
          null,
          exchange -> {
            throw new NotModelled(what);
          },
          gap);
    }
    return this;
  }

  private Routes add(
      String method, String template, List<String> parameters, Handler handler, boolean gap) {
    added.add(new Route(method, template, parameters, handler, gap));
    return this;
  }
}
