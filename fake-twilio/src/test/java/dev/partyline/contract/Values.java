package dev.partyline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.contract.Operation.Parameter;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Values for parameters: those the schema allows, and those that nobody should send. */
final class Values {

  private static final String HUGE = "x".repeat(70_000);
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1.5",
          "999999999999999999999",
          "NaN",
          "TRUE",
          "maybe",
          "null",
          "日本語のなまえ",
          "🎉\u0000\u0007",
          "a\r\nX-Injected: yes",
          "<Response><Broken>",
          "%zz%00",
          "../../etc/passwd",
          "{\"a\":[1,",
          "http://",
          "ftp://example.com/x",
          "https://under_score.example.com/ with space",
          "javascript:alert(1)",
          "+",
          "+0",
          "client:",
          "sip:@",
          "2026-13-45",
          "2026-04-01T99:00:00Z",
          "CA" + "0".repeat(31),
          "ZZ" + "0".repeat(32),
          HUGE);
  private static final Map<String, List<String>> BY_NAME =
      Map.ofEntries(
          Map.entry("To", List.of(Stage.CUSTOMER, "client:agent-1", "sip:agent@example.com")),
          Map.entry("From", List.of(Account.NUMBER, Account.NUMBER, "client:agent-1")),
          Map.entry("PhoneNumber", List.of("+81345678901", Stage.CUSTOMER, Account.NUMBER)),
          Map.entry("Twiml", List.of("<Response><Pause length=\"30\"/></Response>")),
          Map.entry("Label", List.of("customer", "guest-1")),
          Map.entry("StatusCallbackEvent", List.of("initiated", "ringing answered", "completed")),
          Map.entry("ConferenceStatusCallbackEvent", List.of("start end", "join", "leave")),
          Map.entry("PageSize", List.of("1", "2", "50", "1000")),
          Map.entry("Page", List.of("0", "1", "7")),
          Map.entry("PageToken", List.of("PACA" + "0".repeat(31) + "1", "nonsense")),
          Map.entry("SendDigits", List.of("ww12#")),
          Map.entry("TimeLimit", List.of("60", "14400")),
          Map.entry("Timeout", List.of("5", "60", "600")),
          Map.entry("Attributes", List.of("{}", "{\"level\":2}", "{\"skills\":[\"sales\"]}")),
          Map.entry("Configuration", List.of("{\"task_routing\":{\"filters\":[]}}", "{}")),
          Map.entry("TargetWorkers", List.of("1==1", "level > 1", "skills HAS 'sales'")),
          Map.entry("TargetWorkersExpression", List.of("level > 1", "1==1")),
          Map.entry("EvaluateTaskAttributes", List.of("level == 2", "1==1")),
          Map.entry("EvaluateWorkerAttributes", List.of("{}", "1==1")),
          Map.entry("TaskChannel", List.of("default", "voice", "chat")),
          Map.entry("Instruction", List.of("accept", "reject", "dequeue", "conference")),
          Map.entry("Ordering", List.of("DateCreated:asc", "Priority:desc")),
          Map.entry("Minutes", List.of("15", "60")),
          Map.entry("SplitByWaitTime", List.of("5,30")),
          Map.entry("Ttl", List.of("60", "86400")));

  private final SplittableRandom random;
  private final Map<String, List<String>> sids = new LinkedHashMap<>();

  Values(SplittableRandom random) {
    this.random = random;
    learn(Account.SID);
    learn(Account.APPLICATION);
    learn(Account.NUMBER_SID);
    learn(Account.API_KEY);
  }

  /** Remembers a SID, for later paths and parameters. */
  void learn(String sid) {
    sids.computeIfAbsent(sid.substring(0, 2), prefix -> new ArrayList<>()).add(sid);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A value that its document allows; it may still not fit the state. */
  String legal(Parameter parameter) {
    JsonNode schema = parameter.schema();
    JsonNode one = schema.has("items") ? schema.get("items") : schema;
    if (one.has("enum")) {
      return one.get("enum").get(random.nextInt(one.get("enum").size())).asText();
    }
    if (BY_NAME.containsKey(parameter.name())) {
      return one(BY_NAME.get(parameter.name()));
    }
    String pattern = one.path("pattern").asText("");
    if (pattern.matches("\\^[A-Z]{2}\\[0-9a-fA-F]\\{32}\\$")) {
      return sid(pattern.substring(1, 3));
    }
    String format = one.path("format").asText("");
    return switch (one.path("type").asText("") + " " + format) {
      case "boolean " -> one(List.of("true", "false"));
      case "integer ", "integer int64", "number " -> "" + random.nextInt(1, 40);
      case "string date", "string date-time" ->
          one(List.of("2026-04-01", "2026-04-01T00:00:05Z", "2025-12-31"));
      case "string http-method" -> one(List.of("GET", "POST"));
      default ->
          parameter.name().endsWith("Url") || parameter.name().endsWith("Callback")
              ? Account.BASE_URL + "/" + parameter.name()
              : "name " + random.nextInt(5);
    };
  }

  /** Anything at all. */
  String odd() {
    return one(ODD);
  }

  /** A SID of something that is there, or of nothing. */
  String sid(String prefix) {
    List<String> known = sids.getOrDefault(prefix, List.of());
    return known.isEmpty() || chance(15) ? Stage.sid(prefix, 0xdead) : one(known);
  }
}
