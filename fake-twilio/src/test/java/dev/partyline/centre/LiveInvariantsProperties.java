package dev.partyline.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.partyline.behaviour.Pins;
import dev.partyline.journal.Happening.RoutingEvent;
import dev.partyline.journal.Journal;
import dev.partyline.phone.PhoneScript;
import dev.partyline.sim.Outcome;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.telephony.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * The invariants with live calls: callers who wait, give up or hang up while they talk, phones that
 * answer or do not, every instruction, breaks, refusals, all at random moments.
 */
class LiveInvariantsProperties {

  private static final List<String> ANSWERS =
      List.of(
          Centre.CONFERENCE,
          Centre.CONFERENCE,
          Centre.CONFERENCE.replace("true", "false"),
          "{\"instruction\": \"dequeue\"}",
          "{\"instruction\": \"accept\"}",
          "{\"instruction\": \"reject\"}",
          "{}",
          "nonsense");

  @Property(tries = 120, shrinking = ShrinkingMode.OFF)
  @Pins({"TR-INV-01", "TR-INV-02", "TR-INV-03", "TR-INV-04", "TR-INV-05", "TR-INV-07", "TR-INV-10"})
  void with_live_calls_what_is_always_true_stays_true(@ForAll long seed) {
    Centre centre = program(new SplittableRandom(seed)).run();

    assertFalse(centre.outcome().kind() == Outcome.Kind.FAULT, () -> centre.outcome().describe());
    assertFalse(centre.appFailed());
    List<RoutingEvent> events = centre.all(RoutingEvent.class);
    assertEquals(List.of(), OfferInvariants.problems(events));
    everyEndHadItsEvent(centre);
    assertEquals(events.size(), centre.received(Centre.EVENTS).size(), "each is delivered once");
    for (Task task : centre.tasks()) {
      boolean over = task.status().isFinal();
      for (Reservation one : task.reservations()) {
        assertTrue(!over || one.status().isFinal(), task.sid() + " is over, not " + one.sid());
      }
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  @Pins("TR-INV-09")
  void with_live_calls_a_task_leaves_its_target_only_for_a_reason(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int first = 5 + random.nextInt(40);
    int second = 5 + random.nextInt(90);
    Centre centre = program(random).setting(s -> s.escalates(first, second)).run();

    assertEquals(List.of(), TargetInvariant.problems(centre.journal(), first, second));
    long moved = centre.count("task-queue.moved");
    Statistics.label("tasks in the second target").collect(moved > 0);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  @Pins("TR-INV-06")
  void with_live_calls_versions_only_rise_and_a_write_raises_one_by_one(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Centre centre = program(random);
    Map<String, Integer> highest = new LinkedHashMap<>();
    int[] writes = new int[1];
    for (long at = 500; at < 210_000; at += 1_500) {
      boolean stale = random.nextInt(4) == 0;
      int draw = random.nextInt(1_000);
      centre.at(
          at,
          c -> {
            risen(highest, versions(c));
            writes[0] += write(c, draw, stale) ? 1 : 0;
            risen(highest, versions(c));
          });
    }
    centre.run();

    assertFalse(centre.outcome().kind() == Outcome.Kind.FAULT, () -> centre.outcome().describe());
    Statistics.label("writes that were accepted").collect(writes[0] > 0);
  }

  /** Writes a task's attributes at this instant, with a version; whether it was accepted. */
  private static boolean write(Centre centre, int draw, boolean stale) {
    List<Task> tasks = centre.tasks().stream().filter(task -> !task.gone()).toList();
    if (tasks.isEmpty()) {
      return false;
    }
    Task task = tasks.get(draw % tasks.size());
    Map<String, Integer> before = versions(centre);
    int status =
        centre
            .world()
            .front()
            .take(
                Rest.request(
                    "POST",
                    "/v1/Workspaces/" + centre.workspace().sid() + "/Tasks/" + task.sid(),
                    Integer.toString(stale ? task.version() + 1 : task.version()),
                    "Attributes",
                    task.attributes().with("note", IntNode.valueOf(draw)).text()))
            .status();
    assertEquals(stale ? 412 : 200, status);
    if (!stale) {
      before.merge(task.sid(), 1, Integer::sum);
    }
    assertEquals(before, versions(centre), "nothing else has moved");
    return !stale;
  }

  private static void risen(Map<String, Integer> highest, Map<String, Integer> now) {
    now.forEach(
        (sid, version) -> {
          Integer before = highest.put(sid, version);
          assertTrue(before == null || before <= version, sid + " went back from " + before);
        });
  }

  private static Map<String, Integer> versions(Centre centre) {
    Map<String, Integer> versions = new LinkedHashMap<>();
    for (Task task : centre.tasks()) {
      versions.put(task.sid(), task.version());
      task.reservations().forEach(one -> versions.put(one.sid(), one.version()));
    }
    centre.workspace().workers().forEach(one -> versions.put(one.sid(), one.version()));
    return versions;
  }

  @Example
  void the_random_programs_bring_about_every_end_of_an_offer() {
    Set<String> met = new TreeSet<>();
    for (long seed = 0; seed < 40; seed++) {
      program(new SplittableRandom(seed)).run().all(RoutingEvent.class).stream()
          .map(RoutingEvent::event)
          .filter(one -> one.startsWith("reservation."))
          .forEach(met::add);
    }
    assertEquals(
        Set.of(
            "reservation.created",
            "reservation.accepted",
            "reservation.rejected",
            "reservation.timeout",
            "reservation.canceled",
            "reservation.rescinded",
            "reservation.wrapup",
            "reservation.completed"),
        met);
  }

  private static void everyEndHadItsEvent(Centre centre) {
    List<Reservation> all =
        centre.tasks().stream().flatMap(task -> task.reservations().stream()).toList();
    assertEquals(all.size(), centre.count("reservation.created"));
    for (Reservation.Status end : Reservation.Status.values()) {
      if (end.isFinal()) {
        long ended = all.stream().filter(one -> one.status() == end).count();
        assertEquals(ended, centre.count("reservation." + end.word()), end.word());
      }
    }
  }

  private static Centre program(SplittableRandom random) {
    Centre centre = new Centre("live-invariants").lasts(400_000);
    centre.setting(s -> s.offersTo(1 + random.nextInt(2)).offersStand(5 + random.nextInt(30)));
    int agents = 1 + random.nextInt(4);
    for (int i = 0; i < agents; i++) {
      centre.agent("agent" + i, scripts(random));
    }
    centre.on(
        Centre.ASSIGN,
        (request, rest) -> {
          if (random.nextInt(4) == 0) {
            rest.pause(random.nextInt(7_000));
          }
          return Centre.json(ANSWERS.get(random.nextInt(ANSWERS.size())));
        });
    boolean tidy = random.nextInt(4) > 0;
    centre.onEvent(
        "task.wrapup",
        (form, rest) -> {
          if (tidy) {
            rest.pause(random.nextInt(10_000));
            rest.complete(form.get("TaskSid"));
          }
        });
    int callers = 1 + random.nextInt(6);
    for (int i = 0; i < callers; i++) {
      centre.calls(random.nextInt(60_000));
    }
    for (int i = 0; i < 14; i++) {
      deed(centre, random, agents, callers);
    }
    // whoever is still there goes in the end, so that runs end by themselves
    centre.at(
        200_000, c -> c.callers().stream().filter(Call::isLive).forEach(c.world()::hangUpFarEnd));
    for (int i = 0; i < agents; i++) {
      String agent = "agent" + i;
      centre.at(201_000, c -> c.hangsUp(agent));
    }
    return centre;
  }

  private static PhoneScript[] scripts(SplittableRandom random) {
    List<PhoneScript> scripts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Duration after = Duration.ofMillis(random.nextInt(12_000));
      scripts.add(
          switch (random.nextInt(8)) {
            case 0 -> PhoneScript.rings();
            case 1 -> PhoneScript.rejects(after);
            case 2 -> PhoneScript.busy(after);
            case 3 ->
                PhoneScript.answers(after).hangsUpAfter(Duration.ofMillis(random.nextInt(20_000)));
            default -> PhoneScript.answers(after);
          });
    }
    return scripts.toArray(new PhoneScript[0]);
  }

  private static void deed(Centre centre, SplittableRandom random, int agents, int callers) {
    long at = random.nextInt(150_000);
    String agent = "agent" + random.nextInt(agents);
    int caller = random.nextInt(callers);
    int draw = random.nextInt(100);
    switch (random.nextInt(5)) {
      case 0 -> centre.at(at, c -> c.hangsUp(agent));
      case 1 ->
          centre.app(
              at,
              rest ->
                  rest.worker(
                      agent,
                      "ActivitySid",
                      centre.activity(draw < 70 ? "Available" : "Unavailable")));
      case 2 -> centre.app(at, rest -> answers(centre, rest, draw));
      default ->
          centre.at(
              at,
              c -> {
                if (caller < c.callers().size() && c.callers().get(caller).isLive()) {
                  c.world().hangUpFarEnd(c.callers().get(caller));
                }
              });
    }
  }

  /** The application answers, or ends, whatever is the newest. */
  private static void answers(Centre centre, Rest rest, int draw) {
    List<Task> tasks = centre.tasks();
    if (tasks.isEmpty()) {
      return;
    }
    Task task = tasks.get(draw % tasks.size());
    List<Reservation> offers = task.reservations();
    if (draw < 30 || offers.isEmpty()) {
      rest.task(task.sid(), "AssignmentStatus", draw % 2 == 0 ? "canceled" : "completed");
    } else {
      rest.reservation(
          task.sid(),
          offers.get(offers.size() - 1).sid(),
          "ReservationStatus",
          draw < 65 ? "accepted" : "rejected");
    }
  }

  // ---- known-bad twins: each invariant notices when it is broken ----

  private static RoutingEvent offer(String what, String sid, String worker, boolean available) {
    String status = what.equals("created") ? "reserved" : "assigned";
    return new RoutingEvent(
        "reservation." + what, "WS", "WT", status, "CA", sid, worker, "", available, "", "", null);
  }

  private static RoutingEvent task(String what) {
    return new RoutingEvent(
        "task." + what, "WS", "WT", what, "CA", null, null, null, true, "", "", null);
  }

  private static void assertCaught(String rule, RoutingEvent... events) {
    List<String> problems = OfferInvariants.problems(List.of(events));
    assertTrue(problems.stream().anyMatch(one -> one.startsWith(rule)), problems::toString);
  }

  @Example
  void a_sound_life_of_a_task_is_no_problem() {
    assertEquals(
        List.of(),
        OfferInvariants.problems(
            List.of(
                offer("created", "R1", "a", true),
                offer("accepted", "R1", "a", true),
                offer("wrapup", "R1", "a", true),
                offer("completed", "R1", "a", true),
                task("completed"))));
  }

  @Example
  void an_offer_that_comes_back_to_life_is_caught() {
    assertCaught(
        "TR-INV-03",
        offer("created", "R1", "a", true),
        offer("timeout", "R1", "a", true),
        offer("accepted", "R1", "a", true));
  }

  @Example
  void a_version_that_goes_back_is_caught() {
    Map<String, Integer> highest = new LinkedHashMap<>(Map.of("WT", 3));
    assertThrows(AssertionError.class, () -> risen(highest, Map.of("WT", 2)));
  }

  @Example
  void a_task_that_leaves_its_target_early_or_without_a_word_is_caught() {
    RoutingEvent entered = queue("entered");
    assertEquals(
        List.of(), TargetInvariant.problems(journal(0, entered, 5_000, queue("timeout")), 5, 5));
    for (Journal wrong :
        List.of(
            journal(0, entered, 4_999, queue("timeout")),
            journal(0, entered, 5_000, queue("entered")),
            journal(
                0, entered, 1_000, offer("accepted", "R1", "a", true), 5_000, queue("timeout")))) {
      assertEquals(1, TargetInvariant.problems(wrong, 5, 5).size());
    }
  }

  private static RoutingEvent queue(String what) {
    return new RoutingEvent(
        "task-queue." + what, "WS", "WT", "pending", "CA", null, null, null, true, "", "", null);
  }

  /** Times and events in turn. */
  private static Journal journal(Object... timesAndEvents) {
    Journal journal = new Journal();
    for (int i = 0; i < timesAndEvents.length; i += 2) {
      journal.add((Integer) timesAndEvents[i], (RoutingEvent) timesAndEvents[i + 1]);
    }
    return journal;
  }

  @Example
  void two_acceptances_are_caught() {
    assertCaught(
        "TR-INV-02",
        offer("created", "R1", "a", true),
        offer("created", "R2", "b", true),
        offer("accepted", "R1", "a", true),
        offer("accepted", "R2", "b", true));
  }

  @Example
  void an_offer_to_somebody_away_or_to_somebody_who_has_one_is_caught() {
    assertCaught("TR-INV-05", offer("created", "R1", "a", false));
    assertCaught("TR-INV-04", offer("created", "R1", "a", true), offer("created", "R2", "a", true));
  }

  @Example
  void a_task_that_ends_twice_or_with_an_offer_open_is_caught() {
    assertCaught("TR-INV-10", task("completed"), task("canceled"));
    assertCaught("TR-INV-07", offer("created", "R1", "a", true), task("canceled"));
  }

  @Example
  void an_offer_of_a_task_that_is_not_reserved_is_caught() {
    assertCaught(
        "TR-INV-01",
        new RoutingEvent(
            "reservation.created", "WS", "WT", "pending", "CA", "R1", "a", "", true, "", "", null));
  }
}
