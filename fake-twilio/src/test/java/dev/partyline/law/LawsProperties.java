package dev.partyline.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.partyline.journal.Entry;
import dev.partyline.journal.Happening;
import dev.partyline.journal.Happening.AppBelieved;
import dev.partyline.journal.Happening.AppFailed;
import dev.partyline.journal.Happening.ConferenceEnded;
import dev.partyline.journal.Happening.ConferenceOpened;
import dev.partyline.journal.Happening.ConversationBegan;
import dev.partyline.journal.Happening.LegCreated;
import dev.partyline.journal.Happening.LegStatus;
import dev.partyline.journal.Happening.ParticipantAdded;
import dev.partyline.journal.Happening.ParticipantJoined;
import dev.partyline.journal.Happening.ParticipantLeft;
import dev.partyline.journal.Happening.PhoneActed;
import dev.partyline.journal.Happening.RunFinished;
import dev.partyline.journal.Happening.WebhookAnswered;
import dev.partyline.journal.Happening.WebhookFailed;
import dev.partyline.journal.Happening.WebhookLost;
import dev.partyline.journal.Happening.WebhookQueued;
import dev.partyline.journal.Happening.WebhookSent;
import dev.partyline.journal.Journal;
import dev.partyline.journal.PhoneAction;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for any journal, however little sense it makes. */
class LawsProperties {

  private static final String LEG_1 = HandMadeRun.call(1);
  private static final String LEG_2 = HandMadeRun.call(2);
  private static final Arbitrary<String> CALL = Arbitraries.of(LEG_1, LEG_2, "CA3");
  private static final Arbitrary<String> ROOM =
      Arbitraries.of(HandMadeRun.room(1), HandMadeRun.room(2));
  private static final Arbitrary<String> PARTY =
      Arbitraries.of("agent-1", "customer-1", "supervisor-1");
  private static final Arbitrary<String> TALK = Arbitraries.of("c1", "c2").injectNull(0.1);
  private static final Arbitrary<String> WEBHOOK = Arbitraries.of("w1", "w2");
  private static final Arbitrary<String> STATUS =
      Arbitraries.of("queued", "initiated", "ringing", "in-progress", "completed", "busy");

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void no_journal_makes_a_law_fail_and_every_violation_is_well_formed(
      @ForAll("senseless") List<Entry> entries) {
    Laws.judge(journal(entries))
        .forEach(
            (id, verdict) -> {
              long before = 0;
              for (Violation violation : verdict.violations()) {
                assertEquals(id, violation.law());
                assertTrue(violation.at() >= before, "earliest first");
                assertTrue(violation.since() <= violation.at(), violation::toString);
                assertTrue(violation.since() <= violation.until(), violation::toString);
                assertFalse(violation.sentence().contains("null"), violation::sentence);
                before = violation.at();
              }
            });
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void what_is_broken_when_an_instant_is_over_stays_broken_when_the_run_goes_on(
      @ForAll("orderly") List<Entry> entries) {
    Map<String, Verdict> whole = Laws.judge(journal(entries));
    Journal prefix = new Journal();
    for (Entry entry : entries) {
      if (entry.at() > prefix.end()) {
        Laws.judge(prefix)
            .forEach(
                (id, verdict) ->
                    assertTrue(
                        !verdict.violated() || whole.get(id).violated(),
                        () -> id + " healed: " + verdict.violations()));
      }
      prefix.add(entry.at(), entry.what());
    }
  }

  /** Anything in any order: legs that end before they begin, answers without a question. */
  @Provide
  Arbitrary<List<Entry>> senseless() {
    return entries(List.of(), Arbitraries.oneOf(beginnings(), changes()));
  }

  /** Legs and webhooks are there from the beginning; what becomes of them is left open. */
  @Provide
  Arbitrary<List<Entry>> orderly() {
    return entries(
        List.of(
            new LegCreated(LEG_1, "a", "c1", "agent-1", "inbound", "+1", "+2", null),
            new LegCreated(LEG_2, "b", "c1", "customer-1", "outbound-api", "+1", "+2", "r1"),
            new WebhookQueued("w1", "twiml", LEG_1, null, "", "http://app/"),
            new WebhookQueued("w2", "call-status", LEG_2, null, "ringing", "http://app/")),
        changes());
  }

  private static Journal journal(List<Entry> entries) {
    Journal journal = new Journal();
    entries.forEach(entry -> journal.add(entry.at(), entry.what()));
    return journal;
  }

  private static Arbitrary<List<Entry>> entries(
      List<Happening> beginning, Arbitrary<Happening> happenings) {
    Arbitrary<Long> pause =
        Arbitraries.of(0L, 0L, 0L, 1L, 500L, 14_999L, 15_001L, 29_999L, 30_001L);
    return Combinators.combine(
            Combinators.combine(pause, happenings).as(Tuple::of).list().ofMaxSize(60),
            Arbitraries.of("quiet", "horizon").injectNull(0.3))
        .as(
            (steps, outcome) -> {
              Journal journal = new Journal();
              journal.add(0, new ConversationBegan("c1", "agent-1", "customer-1"));
              beginning.forEach(what -> journal.add(0, what));
              steps.forEach(step -> journal.add(journal.end() + step.get1(), step.get2()));
              if (outcome != null) {
                journal.add(journal.end(), new RunFinished(outcome, "", 1));
              }
              return journal.entries();
            });
  }

  private static Arbitrary<Happening> beginnings() {
    return Arbitraries.oneOf(
        Combinators.combine(CALL, TALK, PARTY, Arbitraries.of("inbound", "outbound-api"))
            .as((sid, in, who, way) -> new LegCreated(sid, sid, in, who, way, "+1", "+2", "r1")),
        Combinators.combine(WEBHOOK, CALL.injectNull(0.3), ROOM.injectNull(0.3))
            .as((id, ca, cf) -> new WebhookQueued(id, "twiml", ca, cf, "", "http://app/")),
        WEBHOOK.map(WebhookLost::new));
  }

  private static Arbitrary<Happening> changes() {
    return Arbitraries.oneOf(
        Combinators.combine(PARTY, TALK, Arbitraries.of(PhoneAction.DIALS, PhoneAction.HANGS_UP))
            .as((who, where, what) -> new PhoneActed(who, where, null, what)),
        Combinators.combine(CALL, STATUS, Arbitraries.of("far-end", "rest", "conference"))
            .as((sid, to, by) -> new LegStatus(sid, to, 0, by)),
        Combinators.combine(ROOM, CALL).as((cf, ca) -> new ConferenceOpened(cf, "n", ca, "")),
        Combinators.combine(ROOM, CALL.injectNull(0.3))
            .as((cf, ca) -> new ConferenceEnded(cf, "n", "last-participant-left", ca)),
        Combinators.combine(ROOM, CALL)
            .as((cf, ca) -> new ParticipantAdded(cf, ca, null, true, false)),
        Combinators.combine(ROOM, CALL)
            .as((cf, ca) -> new ParticipantJoined(cf, ca, null, true, false)),
        Combinators.combine(ROOM, CALL)
            .as((cf, ca) -> new ParticipantLeft(cf, ca, "participant_hung_up", "completed")),
        WEBHOOK.map(id -> new WebhookSent(id, 1, "POST", "http://app/", Map.of())),
        Combinators.combine(WEBHOOK, Arbitraries.of(200, 302, 500))
            .as((id, code) -> new WebhookAnswered(id, 1, code, "text/xml", "", 1)),
        WEBHOOK.map(id -> new WebhookFailed(id, 1, 12100, "Document parse failure")),
        Combinators.combine(CALL, STATUS).as(AppBelieved::new),
        PARTY.map(name -> new AppFailed(name, "boom", List.of())));
  }
}
