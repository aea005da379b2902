package dev.partyline.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.partyline.journal.Happening.ConversationBegan;
import dev.partyline.journal.Happening.HearingChanged;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.ParticipantChanged;
import dev.partyline.knob.Knob;
import dev.partyline.world.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HearingTest {

  private static final Law LAW = new Hearing();

  private final HandMadeRun run = HandMadeRun.ofTwoTalking();

  private static String call(int leg) {
    return HandMadeRun.call(leg);
  }

  private HearingTest heard(List<Integer> speakers, List<Integer> listeners) {
    return heard(speakers, listeners, Map.of());
  }

  private HearingTest heard(
      List<Integer> speakers, List<Integer> listeners, Map<String, String> whispers) {
    run.add(
        new HearingChanged(
            HandMadeRun.room(1),
            speakers.stream().map(HandMadeRun::call).toList(),
            listeners.stream().map(HandMadeRun::call).toList(),
            whispers,
            Map.of()));
    return this;
  }

  private HearingTest flags(int leg, boolean muted, boolean hold, String coaches) {
    run.add(new ParticipantChanged(HandMadeRun.room(1), call(leg), muted, hold, false, coaches));
    return this;
  }

  private HearingTest supervisor() {
    run.at(2000)
        .add(
            new LegCreated(
                call(3), "leg-3", "c1", "supervisor-1", "outbound-api", "+1", "+3", "r3"));
    return this;
  }

  @Test
  void two_who_talk_exercise_nothing() {
    heard(List.of(1, 2), List.of(1, 2));
    Judged.by(LAW, run.quiet()).isNotExercised();
  }

  @Test
  void a_customer_who_hears_the_customer_of_another_call_is_told_with_both() {
    strangerIs("customer-2").heard(List.of(2, 3), List.of(2, 3));
    run.at(4000);
    heard(List.of(), List.of());
    Judged.by(LAW, run.quiet())
        .isViolatedAsSaid(
            "customer-2 heard customer-1 from 2 s until 4 s: they are customers of different calls",
            "customer-1 heard customer-2 from 2 s until 4 s: they are customers of different calls");
  }

  @Test
  void the_agent_of_another_call_may_be_heard_by_a_customer() {
    strangerIs("agent-2").heard(List.of(2, 3), List.of(2, 3));
    Judged.by(LAW, run.quiet()).isNotExercised();
  }

  /** Leg 3 is of another conversation. */
  private HearingTest strangerIs(String party) {
    run.at(2000)
        .add(new ConversationBegan("c2", "agent-2", "customer-2"))
        .add(new LegCreated(call(3), "leg-3", "c2", party, "inbound", "+1", "+3", null));
    return this;
  }

  @Test
  void coach_heard_by_the_coached_alone_is_as_intended() {
    supervisor()
        .flags(3, false, false, call(1))
        .heard(List.of(1, 2), List.of(1, 2, 3), Map.of(call(3), call(1)));
    Judged.by(LAW, run.quiet()).isHeld();
  }

  @Test
  void coach_heard_by_the_customer_is_told_with_both_and_for_how_long() {
    supervisor().flags(3, false, false, call(1)).heard(List.of(1, 2, 3), List.of(1, 2, 3));
    run.at(3500);
    heard(List.of(1, 2), List.of(1, 2, 3), Map.of(call(3), call(1)));
    Judged.by(LAW, run.quiet())
        .isViolatedAsSaid(
            "customer-1 heard supervisor-1 from 2 s until 3.5 s: supervisor-1 was coaching agent-1");
  }

  @Test
  void held_neither_hears_nor_is_heard() {
    run.at(2000);
    flags(2, false, true, null).heard(List.of(1, 2), List.of(1, 2));
    Judged.by(LAW, run.quiet())
        .isViolatedAsSaid(
            "customer-1 heard agent-1 from 2 s for ever: customer-1 was on hold",
            "agent-1 heard customer-1 from 2 s for ever: customer-1 was on hold");
  }

  @Test
  void muted_is_not_heard_and_may_hear() {
    run.at(2000);
    flags(1, true, false, null).heard(List.of(2), List.of(1, 2));
    Judged.by(LAW, run.quiet()).isHeld();
  }

  @Test
  void instant_is_judged_when_all_of_it_has_happened() {
    heard(List.of(1, 2), List.of(1, 2));
    run.at(2000);
    flags(1, true, false, null).heard(List.of(2), List.of(1, 2));
    Judged.by(LAW, run.quiet()).isHeld();
  }

  @Test
  void declared_supervisor_is_heard_by_no_customer() {
    supervisor().heard(List.of(1, 2, 3), List.of(1, 2, 3));
    Judged.by(LAW, run.quiet()).isNotExercised();
    HearingTest again = new HearingTest();
    again.supervisor().heard(List.of(1, 2, 3), List.of(1, 2, 3));
    Judged.by(new Hearing(List.of("supervisor-1")), again.run.quiet())
        .isViolatedAsSaid(
            "customer-1 heard supervisor-1 from 2 s for ever: supervisor-1 is a supervisor");
  }

  // ---- on runs of the platform ----

  private static Stage coached(String orphan, String... coaching) {
    Stage stage =
        new Stage()
            .knob(Knob.PART_COACH_ORPHAN, orphan)
            .voice("<Dial><Conference>N</Conference></Dial>")
            .pin("customer-1.hangs-up", "30000")
            .pin("supervisor-1.hangs-up", "30000")
            .agentDials(0)
            .agentHangsUp(25_000)
            .application(2_000, app -> app.participant("N"))
            .application(10_000, app -> app.participantAt(Stage.SUPERVISOR, "N", coaching));
    return stage.application(20_000, app -> app.surroundings().sleep(Duration.ofMillis(1))).run();
  }

  @ParameterizedTest
  @CsvSource({"silent,HELD", "barge,VIOLATED", "leave,HELD"})
  void coach_whose_agent_hung_up_is_not_heard_by_the_customer(String orphan, String standing) {
    Stage run = coached(orphan, "CallSidToCoach", Stage.sid("CA", 1));
    assertEquals(standing, LAW.judge(run.journal()).standing().name());
  }

  @Test
  void supervisor_added_without_coaching_is_found_when_declared() {
    Stage run = coached("silent");
    Law declared = new Hearing(List.of("supervisor-1"));
    assertEquals("NOT_EXERCISED", LAW.judge(run.journal()).standing().name());
    assertEquals("VIOLATED", declared.judge(run.journal()).standing().name());
  }
}
