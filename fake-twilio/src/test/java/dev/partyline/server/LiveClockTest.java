package dev.partyline.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.rest.RestRequest;
import dev.partyline.rest.RestResponse;
import dev.partyline.world.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time that people stop, hurry and jump, and the journal that is read meanwhile. */
class LiveClockTest {

  private final LiveStage stage = new LiveStage();

  @AfterEach
  void stop() {
    stage.close();
  }

  private RestResponse dial() {
    Map<String, List<String>> params =
        Map.of(
            "To", List.of("+819012345678"),
            "From", List.of(Account.NUMBER),
            "Url", List.of(stage.url("/voice")));
    return stage
        .platform()
        .handle(
            new RestRequest(
                "POST",
                "/2010-04-01/Accounts/" + Account.SID + "/Calls.json",
                params,
                Account.SID,
                Account.TOKEN))
        .join();
  }

  @Test
  void requests_are_answered_while_time_stands_still_and_what_is_due_waits() {
    stage.document("<Pause length='60'/>").start(LiveSettings.standard());
    stage.platform().clock().freeze();

    assertEquals(201, dial().status());

    long before = stage.platform().clock().now();
    assertEquals("queued", stage.all(Happening.LegStatus.class).get(0).status());
    assertEquals(1, stage.all(Happening.LegStatus.class).size());
    assertEquals(before, stage.platform().clock().now());

    stage.platform().clock().resume();
    stage.awaitVerb("Pause");
  }

  @Test
  void hurried_time_waits_for_a_slow_application() {
    stage
        .answers(LiveStage.twiml("<Pause length='7200'/>").withFixedDelay(400))
        .start(LiveSettings.standard().atSpeed(10_000));

    dial();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                stage.all(Happening.LegStatus.class).stream()
                    .anyMatch(leg -> leg.status().equals("completed")));
    assertEquals(List.of(), stage.all(Happening.WebhookFailed.class));
    Happening.WebhookAnswered answer = stage.all(Happening.WebhookAnswered.class).get(0);
    assertTrue(answer.tookMs() >= 300 && answer.tookMs() < 5_000, answer.toString());
  }

  @Test
  void a_jump_carries_out_what_falls_due_on_the_way() {
    stage.document("<Pause length='60'/>").start(LiveSettings.standard());
    stage.platform().clock().freeze();
    dial();
    long before = stage.platform().clock().now();

    stage.platform().clock().advance(Duration.ofSeconds(30));

    assertEquals(before + 30_000, stage.platform().clock().now());
    assertEquals("Pause", stage.all(Happening.VerbBegan.class).get(0).verb());
    assertThrows(
        IllegalArgumentException.class,
        () -> stage.platform().clock().advance(Duration.ofSeconds(-1)));
    assertThrows(IllegalArgumentException.class, () -> stage.platform().clock().speed(0));
  }

  @Test
  void a_live_journal_names_the_delays_that_were_drawn() {
    stage.document("<Pause length='1'/>").start(LiveSettings.standard());
    stage.platform().clock().freeze();
    dial();
    stage.platform().clock().advance(Duration.ofSeconds(30));

    List<String> chosen =
        stage.all(Happening.ChoiceTaken.class).stream().map(Happening.ChoiceTaken::name).toList();
    assertTrue(chosen.stream().anyMatch(name -> name.endsWith(".initiated")), chosen.toString());
  }

  @Test
  void a_follower_misses_nothing_and_one_that_fails_stops_nobody() throws Exception {
    stage.document("<Pause length='1'/>").start(LiveSettings.standard());
    stage.platform().clock().freeze();
    dial();
    List<Entry> told = Collections.synchronizedList(new ArrayList<>());
    AutoCloseable following = stage.platform().follow(0, told::add);
    stage
        .platform()
        .follow(
            Long.MAX_VALUE,
            entry -> {
              throw new IllegalStateException("gone");
            });

    stage.platform().clock().advance(Duration.ofSeconds(30));

    assertEquals(stage.platform().entries(0, Long.MAX_VALUE), told);
    following.close();
    int until = told.size();
    dial();
    assertEquals(until, told.size());
  }

  @Test
  void a_reset_begins_anew_and_loses_what_was_on_its_way() {
    stage.answers(aResponse().withFixedDelay(500)).start(LiveSettings.standard());
    stage.platform().ask(world -> world.arriveFrom(LiveStage.CALLER, Account.NUMBER, null)).join();
    dial();

    stage.platform().reset();

    assertEquals(List.of(), stage.all(Happening.LegCreated.class));
    assertEquals(0, stage.platform().onTheirWay());
    assertEquals(201, dial().status());
  }
}
