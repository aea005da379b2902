package dev.partyline.rest.taskrouter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.knob.Knob;
import dev.partyline.rest.Exchange;
import dev.partyline.rest.Form;
import dev.partyline.rest.Page;
import dev.partyline.rest.RestApi;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.rest.Routes;
import dev.partyline.taskrouter.Refused;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.TaskQueue;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workflow;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.telephony.Refusal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** What TaskRouter's resources share: finding things by SID, JSON, pages, versions. */
final class Frame {

  static final String HOST = "taskrouter.twilio.com";
  static final String ALL = "/v1/Workspaces";
  static final String ONE = ALL + "/{WorkspaceSid}";

  private static final int LONGEST_NAME = 64;

  private final Workspaces workspaces;

  Frame(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  Workspaces workspaces() {
    return workspaces;
  }

  /** What the model refuses becomes the platform's error. */
  static Routes.Handler handler(Routes.Handler handler) {
    return exchange -> {
      try {
        return handler.answer(exchange);
      } catch (Refused refused) {
        throw new Refusal(refused.status(), refused.code(), refused.getMessage());
      }
    };
  }

  // ---- finding ----

  Workspace workspace(Exchange exchange) {
    Workspace found = workspaces.get(exchange.account().sid(), exchange.path("WorkspaceSid"));
    return require(found, exchange);
  }

  Worker worker(Exchange exchange, String name) {
    return require(workspace(exchange).worker(exchange.path(name)), exchange);
  }

  Task task(Exchange exchange, String name) {
    return require(workspace(exchange).task(exchange.path(name)), exchange);
  }

  TaskQueue queue(Exchange exchange, String name) {
    return require(workspace(exchange).queue(exchange.path(name)), exchange);
  }

  Workflow workflow(Exchange exchange, String name) {
    return require(workspace(exchange).workflow(exchange.path(name)), exchange);
  }

  Reservation reservation(Exchange exchange) {
    return require(workspace(exchange).reservation(exchange.path("Sid")), exchange);
  }

  /** TR-WS-07. */
  static <T> T require(T found, Exchange exchange) {
    if (found == null) {
      throw RestApi.notFound(exchange.request());
    }
    return found;
  }

  // ---- parameters ----

  static String name(Exchange exchange) {
    String name = Form.required(exchange.request(), "FriendlyName", 20001);
    if (name.length() > LONGEST_NAME) {
      throw Form.bad("FriendlyName", name.substring(0, 20) + "…", "at most 64 characters");
    }
    return name;
  }

  static String nameIfGiven(Exchange exchange) {
    return Form.text(exchange.request(), "FriendlyName", LONGEST_NAME);
  }

  /** Whether a filter of a list passes a value; an absent filter passes all. */
  static boolean passes(RestRequest request, String filter, String value) {
    String wanted = request.filled(filter);
    return wanted == null || wanted.equals(value);
  }

  /** TR-WS-08: a mismatch is 412 and nothing has been done. */
  static void requireVersion(Exchange exchange, int version) {
    String wanted = exchange.request().header("if-match");
    if (wanted != null && !wanted.replace("\"", "").equals(Integer.toString(version))) {
      throw new Refusal(
          412,
          20412,
          "If-Match is " + wanted + " and the version is " + version + "; fetch it again");
    }
  }

  // ---- answers ----

  static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  static RestResponse answer(int status, ObjectNode json) {
    return RestResponse.ok(status, text(json));
  }

  static RestResponse answer(int status, ObjectNode json, int version) {
    return answer(status, json).with("ETag", "\"" + version + "\"");
  }

  static RestResponse gone() {
    return RestResponse.ok(204, "");
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static String text(ObjectNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A page of a list (TR-WS-04, TR-WS-05). */
  <T> RestResponse page(
      Exchange exchange,
      String key,
      List<T> rows,
      Function<T, String> sid,
      Function<T, ObjectNode> json) {
    RestRequest request = exchange.request();
    String page = request.filled("Page");
    boolean byNumber = page != null && !page.equals("0") && request.filled("PageToken") == null;
    if (byNumber && workspaces.knobs().is(Knob.TR_PAGE_NUMBER, "error40153")) {
      throw new Refusal(400, 40153, "Paging by number is not supported; follow next_page_url");
    }
    return Page.ofV1(request, HOST, key, rows, sid, (out, row) -> out.raw(text(json.apply(row))));
  }

  /** TR-WS-06; null for a negative time. */
  String time(long ms) {
    return ms < 0 ? null : workspaces.instant(ms).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Like {@link #time}, for an instant that may lie before the run began. */
  String instant(long ms) {
    return workspaces.instant(ms).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String url(Workspace workspace, String... below) {
    StringBuilder url =
        new StringBuilder("https://").append(HOST).append(ALL).append('/').append(workspace.sid());
    for (String part : below) {
      url.append('/').append(part);
    }
    return url.toString();
  }
}
