package dev.partyline.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.behaviour.Pins;
import dev.partyline.fault.Fault;
import dev.partyline.journal.Happening;
import dev.partyline.world.Stage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

  @Pins({"CB-43", "CB-44"})
  @Test
  void a_fragment_says_how_patient_the_platform_is() {
    ConnectionOverrides read =
        ConnectionOverrides.of("https://app.example.com/x#ct=200&rt=300&tt=4000&rc=3&rp=5xx,rt");

    assertEquals(
        new ConnectionOverrides(200, 300, 4000, 3, Set.of("5xx", "rt"), List.of()),
        new ConnectionOverrides(
            read.connectMs(),
            read.readMs(),
            read.totalMs(),
            read.retries(),
            Set.copyOf(read.policy()),
            read.problems()));
    assertEquals(ConnectionOverrides.NONE, ConnectionOverrides.of("https://app.example.com/x"));
  }

  @Pins({"CB-53", "ERR-14"})
  @ParameterizedTest
  @CsvSource({
    "rp=never,11243,false",
    "e=tokyo-ix,11242,true",
    "e=moon,11241,true",
    "e=,11240,true"
  })
  void what_cannot_be_read_has_a_code_of_its_own(String fragment, int code, boolean fatal) {
    List<ConnectionOverrides.Problem> problems =
        ConnectionOverrides.of("https://a/x#" + fragment).problems();

    assertEquals(1, problems.size());
    assertEquals(code, problems.get(0).code());
    assertEquals(fatal, problems.get(0).fatal());
  }

  @Pins("CB-44")
  @ParameterizedTest
  @CsvSource({"ct=99", "ct=10001", "rt=15001", "tt=", "rc=6", "rc=x"})
  void a_number_out_of_range_is_told_and_not_used(String fragment) {
    ConnectionOverrides read = ConnectionOverrides.of("https://a/x#" + fragment);

    assertEquals(1, read.problems().size());
    assertEquals(5_000, read.connectMs());
    assertEquals(15_000, read.readMs());
    assertEquals(15_000, read.totalMs());
    assertEquals(1, read.retries());
  }

  @Pins({"CB-44", "CB-53"})
  @Test
  void an_edge_that_there_is_not_cannot_be_asked() {
    Stage stage = new Stage().voice("<Redirect>/next#e=moon</Redirect>").agentDials(0).run();

    assertEquals(List.of(), stage.received("/next"));
    assertEquals(11241, stage.all(Happening.WebhookFailed.class).get(0).code());
  }

  @Pins("CB-44")
  @Test
  void an_edge_and_other_words_of_a_fragment_change_nothing() {
    assertEquals(List.of(), ConnectionOverrides.of("https://a/x#e=tokyo,dublin&sni=y").problems());
    assertEquals(ConnectionOverrides.NONE, ConnectionOverrides.of("https://a/x#part-2"));
  }

  @Pins({"CB-46", "CB-48", "LIMIT-11"})
  @Test
  void a_5xx_is_repeated_with_the_same_token_when_the_url_says_so() {
    AtomicInteger asked = new AtomicInteger();
    Stage stage =
        new Stage()
            .voice("<Dial action='/done#rc=2&amp;rp=5xx'><Conference>r</Conference></Dial>")
            .answer(
                "/done",
                request ->
                    asked.incrementAndGet() < 3
                        ? WebhookReply.text(500, "no")
                        : WebhookReply.twiml("<Response/>"))
            .agentDials(0)
            .application(5_000, on -> on.rest("POST", "/Calls/" + Stage.sid("CA", 1) + ".json"))
            .application(
                6_000,
                on ->
                    on.rest(
                        "POST",
                        "/Conferences/" + Stage.sid("CF", 1) + ".json",
                        "Status",
                        "completed"))
            .run();

    List<WebhookRequest> received = stage.received("/done");
    assertEquals(3, received.size());
    assertEquals(
        1,
        received.stream()
            .map(request -> request.headers().get("I-Twilio-Idempotency-Token"))
            .distinct()
            .count());
    assertEquals(0, stage.all(Happening.WebhookFailed.class).size());
  }

  @Test
  void planned_faults_hit_what_they_name_and_no_more() {
    Stage stage =
        new Stage()
            .voice(
                "<Dial><Conference statusCallback='/events' statusCallbackEvent='join leave end'>r"
                    + "</Conference></Dial>")
            .agentDials(0)
            .application(
                1,
                on -> {
                  on.world()
                      .faults()
                      .add(new Fault("drop", null, null, "participant-join", null, 1, 503, 0));
                  on.world()
                      .faults()
                      .add(new Fault("duplicate", null, null, "conference-end", null, 1, 503, 0));
                  on.world()
                      .faults()
                      .add(
                          new Fault(
                              "fail-after-commit", "POST", "/Conferences/", null, null, 1, 503, 0));
                })
            .application(
                6_000,
                on ->
                    assertEquals(
                        503,
                        on.rest(
                                "POST",
                                "/Conferences/" + Stage.sid("CF", 1) + ".json",
                                "Status",
                                "completed")
                            .status()))
            .run();

    assertEquals(
        List.of("conference-end", "conference-end", "participant-leave"),
        stage.received("/events").stream()
            .map(request -> request.params().get("StatusCallbackEvent"))
            .sorted()
            .toList());
  }
}
