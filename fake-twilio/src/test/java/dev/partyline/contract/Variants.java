package dev.partyline.contract;

import dev.partyline.contract.Operation.Parameter;
import dev.partyline.contract.Operation.Place;
import dev.partyline.rest.RestRequest;
import dev.partyline.world.Account;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests made from the documents: half of them sensible with now and then a fault, half of them
 * wild in path, method, credentials and parameters.
 */
final class Variants {

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("Accounts", "AC"),
          Map.entry("Calls", "CA"),
          Map.entry("Conferences", "CF"),
          Map.entry("Participants", "CA"),
          Map.entry("Members", "CA"),
          Map.entry("Queues", "QU"),
          Map.entry("Recordings", "RE"),
          Map.entry("IncomingPhoneNumbers", "PN"),
          Map.entry("OutgoingCallerIds", "PN"),
          Map.entry("Applications", "AP"),
          Map.entry("Keys", "SK"),
          Map.entry("SigningKeys", "SK"),
          Map.entry("Notifications", "NO"),
          Map.entry("Alerts", "NO"),
          Map.entry("Events", "AE"),
          Map.entry("DeskEvents", "EV"),
          Map.entry("Workspaces", "WS"),
          Map.entry("Activities", "WA"),
          Map.entry("Workers", "WK"),
          Map.entry("Channels", "WC"),
          Map.entry("Reservations", "WR"),
          Map.entry("TaskQueues", "WQ"),
          Map.entry("Workflows", "WW"),
          Map.entry("TaskChannels", "TC"),
          Map.entry("Tasks", "WT"));
  private static final List<String> METHODS =
      List.of("GET", "POST", "DELETE", "PUT", "PATCH", "HEAD", "OPTIONS", "get", "");
  private static final List<String> SEGMENTS =
      List.of(
          "",
          ".",
          "..",
          "%2F",
          "%zz",
          "%",
          "%00",
          "room",
          "Front",
          "Twilio.CURRENT",
          "a%20b",
          "+",
          "%E6%97%A5",
          "Calls",
          ".json",
          "x.json.json");

  private final List<Operation> operations;
  private final Values values;

  Variants(List<Operation> operations, Values values) {
    this.operations = operations;
    this.values = values;
  }

  /** The next request. */
  RestRequest next() {
    Operation operation = values.one(operations);
    boolean wild = values.chance(50);
    String method = wild && values.chance(20) ? values.one(METHODS) : operation.method();
    boolean stranger = wild && values.chance(4);
    return new RestRequest(
        method,
        path(operation, wild),
        wild ? wildParams(operation) : sensibleParams(operation),
        stranger ? values.one(new ArrayList<>(List.of("", "AC", Account.API_KEY))) : Account.SID,
        stranger && values.chance(50) ? null : Account.TOKEN);
  }

  private String path(Operation operation, boolean wild) {
    StringBuilder path = new StringBuilder();
    String collection = "";
    for (String word : operation.template().substring(1).split("/")) {
      int close = word.indexOf('}');
      path.append('/');
      if (close < 0) {
        collection = word.replace(".json", "");
        path.append(word);
      } else {
        boolean ofDesk =
            collection.equals("Events") && operation.template().contains("/Workspaces");
        path.append(segment(ofDesk ? "DeskEvents" : collection, wild && values.chance(15)));
        path.append(word.substring(close + 1));
      }
    }
    return path.toString();
  }

  private String segment(String collection, boolean odd) {
    if (odd) {
      return values.chance(50)
          ? values.one(SEGMENTS)
          : URLEncoder.encode(values.odd(), StandardCharsets.UTF_8);
    }
    if (collection.equals("Accounts")) {
      return Account.SID;
    }
    return values.sid(PREFIXES.getOrDefault(collection, "ZZ"));
  }

  private Map<String, List<String>> sensibleParams(Operation operation) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.place() != Place.PATH && (parameter.required() || values.chance(12))) {
        String value = values.chance(5) ? values.odd() : values.legal(parameter);
        params.put(parameter.name(), List.of(value));
      }
    }
    if (operation.id().equals("CreateCall")) {
      params.putIfAbsent("Twiml", List.of("<Response><Pause length=\"30\"/></Response>"));
    }
    return params;
  }

  private Map<String, List<String>> wildParams(Operation operation) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.place() != Place.PATH && values.chance(parameter.required() ? 80 : 15)) {
        List<String> given = new ArrayList<>();
        do {
          given.add(values.chance(50) ? values.odd() : values.legal(parameter));
        } while (values.chance(20));
        String name = parameter.name();
        params.put(values.chance(5) ? name.toLowerCase(java.util.Locale.ROOT) : name, given);
      }
    }
    if (values.chance(10)) {
      params.put(values.one(List.of("Colour", "", "日本", "Status.x", "Hold[]")), List.of("x"));
    }
    return params;
  }
}
