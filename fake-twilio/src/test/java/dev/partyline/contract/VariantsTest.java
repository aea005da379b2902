package dev.partyline.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.rest.NotModelled;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Account;
import dev.partyline.world.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Thousands of requests made from the documents: each gets a valid success or a valid error, never
 * an exception and never a 5xx, and what is refused changes nothing.
 */
class VariantsTest {

  private static final int WORLDS = 30;
  private static final int REQUESTS = 200;
  private static final int AT_ONCE = 8;

  private static final String ALL_ACCOUNTS = "/2010-04-01/Accounts.json";
  private static final List<String> STATE =
      List.of(
          "/Calls.json",
          "/Conferences.json",
          "/Conferences/" + Stage.sid("CF", 1) + "/Participants.json",
          "/IncomingPhoneNumbers.json",
          "/OutgoingCallerIds.json",
          "/Applications.json",
          "/Keys.json",
          "/SigningKeys.json",
          "/Queues.json",
          "/Recordings.json",
          "/Notifications.json",
          ALL_ACCOUNTS);

  private final VendorDocuments documents = VendorDocuments.required();
  private final List<Operation> served =
      documents.operations().stream()
          .filter(operation -> !OperationsTest.REFUSED.containsKey(operation.id()))
          .toList();
  private final List<String> problems = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Integer> tally = new TreeMap<>();

  @Test
  void every_generated_request_is_answered_by_the_contract_and_refusals_change_nothing() {
    for (int seed = 0; seed < WORLDS && problems.size() < 40; seed++) {
      play(seed);
    }

    assertTrue(problems.isEmpty(), () -> String.join("\n", problems));
    int answered = tally.values().stream().mapToInt(n -> n).sum() - tally.getOrDefault("gap", 0);
    assertTrue(answered >= 5_000, tally::toString);
    assertTrue(tally.getOrDefault("2xx", 0) > WORLDS * REQUESTS / 10, tally::toString);
    assertTrue(tally.getOrDefault("4xx", 0) > WORLDS * REQUESTS / 10, tally::toString);
  }

  private void play(int seed) {
    Values values = new Values(new SplittableRandom(seed));
    Variants variants = new Variants(served, values);
    for (int n = 1; n <= 3; n++) {
      values.learn(Stage.sid("CA", n));
    }
    values.learn(Stage.sid("CF", 1));
    Stage stage =
        new Stage()
            .voice("<Dial><Conference>room</Conference></Dial>")
            .agentDials(0)
            .application(1_000, app -> app.participant("room"))
            .application(
                2_000, app -> app.call("Twiml", "<Response><Pause length=\"300\"/></Response>"));
    for (int i = 0; i < REQUESTS / AT_ONCE; i++) {
      stage.platform(10_000 + i * 700L, app -> burst(seed, app, variants, values));
    }
    try {
      stage.run();
    } catch (AssertionError failure) {
      problems.add("seed " + seed + ": " + failure.getMessage());
    }
  }

  private void burst(int seed, Stage app, Variants variants, Values values) {
    String before = state(app);
    for (int i = 0; i < AT_ONCE; i++) {
      RestRequest request = variants.next();
      String what = "seed " + seed + ": " + shown(request);
      RestResponse response = null;
      try {
        response = app.ask(request);
        Contract.problems(request.method(), request.path(), response.status(), response.body())
            .forEach(problem -> report(problem, what));
        if (response.status() >= 500) {
          problems.add(what + " answers " + response);
        }
        learn(values, response);
      } catch (NotModelled gap) {
        // A clear fault of the fake, not an answer; it must not have changed anything either.
      } catch (RuntimeException | StackOverflowError broken) {
        problems.add(what + " throws " + broken + " at " + broken.getStackTrace()[0]);
      }
      String kind = response == null ? "gap" : response.status() / 100 + "xx";
      tally.merge(kind, 1, Integer::sum);
      String after = state(app);
      if ((!kind.equals("2xx") || request.method().equals("GET")) && !before.equals(after)) {
        problems.add(what + " was " + kind + " and changed " + difference(before, after));
      }
      before = after;
    }
  }

  /** Each fault once: a wrong value that is kept shows in every later answer. */
  private void report(String problem, String what) {
    if (known.add(problem)) {
      problems.add(what + ": " + problem);
    }
  }

  private static void learn(Values values, RestResponse response) {
    if (response.status() == 200 || response.status() == 201) {
      JsonNode body = Stage.json(response);
      for (String key : List.of("sid", "call_sid")) {
        if (body.path(key).asText().matches("[A-Z]{2}[0-9a-f]{32}")) {
          values.learn(body.get(key).textValue());
        }
      }
    }
  }

  /** Everything that REST shows, and how much has happened. */
  private static String state(Stage app) {
    StringBuilder state = new StringBuilder("happenings " + app.journal().entries().size());
    for (String list : STATE) {
      RestRequest request =
          new RestRequest(
              "GET",
              list.equals(ALL_ACCOUNTS) ? list : Stage.ACCOUNT + list,
              Map.of("PageSize", List.of("1000")),
              Account.SID,
              Account.TOKEN);
      try {
        state.append('\n').append(app.ask(request).body());
      } catch (NotModelled gap) {
        state.append("\ngap");
      }
    }
    return state.toString();
  }

  private static String difference(String before, String after) {
    int at = 0;
    while (at < Math.min(before.length(), after.length())
        && before.charAt(at) == after.charAt(at)) {
      at++;
    }
    int from = Math.max(0, at - 60);
    return before.substring(from, Math.min(before.length(), at + 60))
        + " to "
        + after.substring(from, Math.min(after.length(), at + 60));
  }

  private static String shown(RestRequest request) {
    Map<String, List<String>> params = new TreeMap<>();
    request
        .params()
        .forEach(
            (name, values) -> params.put(name, values.stream().map(VariantsTest::cut).toList()));
    return request.method()
        + " "
        + cut(request.path().replace(Stage.ACCOUNT, "A"))
        + " "
        + params
        + (Objects.equals(request.password(), Account.TOKEN) ? "" : " with wrong credentials");
  }

  private static String cut(String text) {
    return text.length() > 200 ? text.substring(0, 60) + "… (" + text.length() + ")" : text;
  }
}
