package dev.partyline.gherkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.explore.RunResult;
import dev.partyline.explore.Runner;
import dev.partyline.explore.Scenario;
import dev.partyline.explore.Seed;
import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening.WebhookLost;
import dev.partyline.journal.Happening.WebhookQueued;
import dev.partyline.journal.Happening.WebhookSent;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.webhook.WebhookRequest;
import dev.partyline.world.Application;
import dev.partyline.world.Subject;
import dev.partyline.world.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RehearsalTest {

  private final Rehearsal rehearsal = new Rehearsal();

  @Test
  void late_callbacks_are_late_to_the_millisecond() {
    play(new CallbackFault(CallbackFault.Kind.LATE, "", 4_000));
    Map<String, Long> queued = new LinkedHashMap<>();
    int count = 0;
    for (Entry entry : rehearsal.result().journal()) {
      if (entry.what() instanceof WebhookQueued what && what.kind().endsWith("-status")) {
        queued.put(what.webhook(), entry.at());
      } else if (entry.what() instanceof WebhookSent sent && queued.containsKey(sent.webhook())) {
        assertEquals(4_000, entry.at() - queued.get(sent.webhook()), sent.webhook());
        count++;
      }
    }
    assertTrue(count >= 2, count + " callbacks");
  }

  @Test
  void doubled_callbacks_all_come_twice() {
    play(new CallbackFault(CallbackFault.Kind.TWICE, "", 0));
    assertEquals(List.of(), without(callbacks(), sent(2)));
    assertEquals(List.of(), without(callbacks(), sent(1)));
  }

  @Test
  void lost_callbacks_of_one_event_leave_the_others_alone() {
    play(new CallbackFault(CallbackFault.Kind.LOST, "participant-leave", 0));
    assertFalse(lost().isEmpty());
    for (String webhook : callbacks()) {
      assertEquals(webhook.contains("participant-leave"), lost().contains(webhook), webhook);
    }
  }

  @Test
  void the_printed_seed_repeats_the_run_with_all_its_faults() {
    play(new CallbackFault(CallbackFault.Kind.TWICE, "", 0));
    RunResult first = rehearsal.result();
    Seed seed = Seed.parse(first.seed().toString());
    RunResult again = new Runner().run(new JoinsARoom(), Scenario.named(seed.scenario()), seed);
    assertEquals(first.hash(), again.hash());
  }

  @Test
  void a_run_needs_a_program() {
    BadStep refused = assertThrows(BadStep.class, () -> rehearsal.play(false));
    assertTrue(refused.getMessage().contains("names no program"), refused.getMessage());
  }

  @Test
  void nothing_can_be_said_of_a_run_that_was_not_played() {
    assertThrows(BadStep.class, rehearsal::result);
    assertThrows(BadStep.class, rehearsal::exploration);
  }

  @Test
  void what_comes_after_the_run_comes_too_late() {
    rehearsal.subject(new JoinsARoom());
    rehearsal.play(false);
    assertThrows(BadStep.class, rehearsal::script);
    assertThrows(BadStep.class, () -> rehearsal.play(false));
  }

  @Test
  void many_timings_and_one_run_are_looked_at_by_different_steps() {
    rehearsal.subject(new JoinsARoom());
    rehearsal.explore(3);
    assertEquals(3, rehearsal.exploration().schedules());
    assertThrows(BadStep.class, rehearsal::result);
  }

  @Test
  void what_the_platform_does_not_model_is_its_own_fault() {
    rehearsal.subject(new JoinsARoom("<Pay/>"));
    PlatformFault fault = assertThrows(PlatformFault.class, () -> rehearsal.play(false));
    assertTrue(fault.getMessage().contains("seed: joins-a-room/outbound/"), fault.getMessage());
  }

  @Test
  void faults_of_callbacks_cannot_be_fixed_for_many_timings() {
    rehearsal.subject(new JoinsARoom());
    rehearsal.script().add(new CallbackFault(CallbackFault.Kind.LOST, "", 0));
    assertThrows(BadStep.class, () -> rehearsal.explore(3));
  }

  @Test
  void a_scenario_is_about_who_is_called_or_about_who_calls() {
    rehearsal.speaksOf("customer-1");
    BadStep refused = assertThrows(BadStep.class, () -> rehearsal.speaksOf("caller-2"));
    assertTrue(refused.getMessage().contains("caller-2"), refused.getMessage());
    assertThrows(BadStep.class, () -> rehearsal.play(true));
  }

  @Test
  void agents_do_not_dial_where_people_call() {
    rehearsal.speaksOf("caller-1");
    BadStep refused = assertThrows(BadStep.class, () -> rehearsal.play(false));
    assertTrue(refused.getMessage().contains("When the caller calls"), refused.getMessage());
  }

  @Test
  void a_program_that_cannot_be_called_is_refused_by_its_name() {
    rehearsal.subject(new JoinsARoom());
    BadStep refused = assertThrows(BadStep.class, () -> rehearsal.play(true));
    assertTrue(refused.getMessage().contains("joins-a-room takes no calls"), refused.getMessage());
  }

  @Test
  void steps_that_count_from_dialling_are_refused_where_people_call() {
    Script script = rehearsal.script();
    script.inbound();
    script.pin("agent-1.gives-up", 5_000);
    assertThrows(BadStep.class, script::check);
  }

  @Test
  void second_caller_of_whom_a_step_speaks_must_call() {
    Script script = rehearsal.script();
    script.inbound();
    script.pin("caller-2.says-goodbye", 5_000);
    assertThrows(BadStep.class, script::check);
    script.pin("callers", "2");
    script.check();
  }

  @Test
  void what_an_agent_does_with_a_call_that_came_is_fixed_under_the_name_it_has_there() {
    Script script = rehearsal.script();
    script.inbound();
    script.pin("agent-2.does", "holds");
    assertEquals("holds", script.pins().get("clerk-2.call.does"));
    assertEquals(Scenario.FRONT_DESK, script.scenario());
  }

  private void play(CallbackFault fault) {
    rehearsal.subject(new JoinsARoom());
    rehearsal.script().add(fault);
    rehearsal.script().pin("agent-1.does", "hangs-up");
    rehearsal.play(false);
  }

  private List<String> callbacks() {
    List<String> names = new ArrayList<>();
    for (Entry entry : rehearsal.result().journal()) {
      if (entry.what() instanceof WebhookQueued what && what.kind().endsWith("-status")) {
        names.add(what.webhook());
      }
    }
    assertTrue(names.size() >= 2, names.toString());
    return names;
  }

  private List<String> sent(int attempt) {
    List<String> names = new ArrayList<>();
    for (Entry entry : rehearsal.result().journal()) {
      if (entry.what() instanceof WebhookSent sent && sent.attempt() == attempt) {
        names.add(sent.webhook());
      }
    }
    return names;
  }

  private List<String> lost() {
    List<String> names = new ArrayList<>();
    for (Entry entry : rehearsal.result().journal()) {
      if (entry.what() instanceof WebhookLost lost) {
        names.add(lost.webhook());
      }
    }
    return names;
  }

  private static List<String> without(List<String> all, List<String> some) {
    List<String> rest = new ArrayList<>(all);
    rest.removeAll(some);
    return rest;
  }

  /** Sends every agent into one room and listens to its events. */
  private static final class JoinsARoom implements Subject, Application {

    private static final String ROOM =
        "<Dial><Conference statusCallback='/events'"
            + " statusCallbackEvent='start end join leave'>r</Conference></Dial>";

    private final String verb;

    JoinsARoom() {
      this(ROOM);
    }

    JoinsARoom(String verb) {
      this.verb = verb;
    }

    @Override
    public String name() {
      return "joins-a-room";
    }

    @Override
    public String sentence() {
      return "sends every agent into one room";
    }

    @Override
    public String breaks() {
      return null;
    }

    @Override
    public String voicePath() {
      return "/voice";
    }

    @Override
    public Application start(Surroundings surroundings) {
      return new JoinsARoom(verb);
    }

    @Override
    public WebhookReply handle(WebhookRequest request) {
      return request.url().endsWith("/voice")
          ? WebhookReply.twiml("<Response>" + verb + "</Response>")
          : WebhookReply.empty();
    }

    @Override
    public void hangUpPressed(String callSid) {
      // the page has no button
    }
  }
}
