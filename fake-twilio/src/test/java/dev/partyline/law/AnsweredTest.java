package dev.partyline.law;

import static dev.partyline.law.HandMadeRun.call;
import static dev.partyline.law.HandMadeRun.room;
import static dev.partyline.law.Violation.FOR_EVER;

import dev.partyline.journal.Happening.AppFailed;
import dev.partyline.journal.Happening.Leaked;
import dev.partyline.journal.Happening.WebhookFailed;
import dev.partyline.journal.Happening.WebhookLost;
import dev.partyline.journal.Happening.WebhookQueued;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweredTest {

  private final Law law = new Answered();

  @ParameterizedTest
  @CsvSource({"twiml,200", "action,204", "call-status,299", "twiml,302", "action,307", "wait,200"})
  void an_answer_of_use_is_as_it_should_be(String kind, int status) {
    Judged.by(law, sent(kind, "").at(1500).answered("w1", 1, status).quiet()).isHeld();
  }

  @ParameterizedTest
  @CsvSource({"twiml,500", "action,404", "call-status,302", "wait,302", "twiml,199", "twiml,400"})
  void any_other_status_is_reported(String kind, int status) {
    Judged.by(law, sent(kind, "").at(1500).answered("w1", 1, status).quiet())
        .isViolatedBy(
            new Violation(
                "ANSWERED",
                1500,
                1500,
                1500,
                "c1",
                List.of("customer-1"),
                List.of(call(2)),
                "the application answered the "
                    + kind
                    + " webhook for customer-1 with HTTP "
                    + status
                    + " at 1.5 s"));
  }

  @Test
  void an_answer_after_exactly_fifteen_seconds_is_in_time() {
    Judged.by(law, sent("twiml", "").at(16_000).answered("w1", 1, 200).quiet()).isHeld();
  }

  @Test
  void an_answer_a_millisecond_later_is_not() {
    Judged.by(law, sent("twiml", "").at(16_001).answered("w1", 1, 200).quiet())
        .isViolatedBy(
            new Violation(
                "ANSWERED",
                16_000,
                1000,
                16_001,
                "c1",
                List.of("customer-1"),
                List.of(call(2)),
                "the application answered the twiml webhook for customer-1, sent at 1 s, only after"
                    + " 15.001 s"));
  }

  @Test
  void a_webhook_without_an_answer_when_all_is_quiet_is_reported() {
    Judged.by(law, sent("call-status", "completed").quiet())
        .isViolatedBy(
            new Violation(
                "ANSWERED",
                16_000,
                1000,
                FOR_EVER,
                "c1",
                List.of("customer-1"),
                List.of(call(2)),
                "the application never answered the call-status webhook \"completed\" for"
                    + " customer-1, sent at 1 s"));
  }

  @Test
  void a_run_cut_off_within_the_limit_says_nothing_of_a_missing_answer() {
    Judged.by(law, sent("twiml", "").at(16_000).horizon()).isHeld();
    Judged.by(law, sent("twiml", "").at(16_001).horizon())
        .isViolatedAsSaid(
            "the application never answered the twiml webhook for customer-1, sent at 1 s");
  }

  @Test
  void a_document_that_the_platform_refused_is_reported() {
    Judged.by(
            law,
            sent("twiml", "")
                .answered("w1", 1, 200)
                .at(1002)
                .add(new WebhookFailed("w1", 1, 12100, "Document parse failure"))
                .quiet())
        .isViolatedAsSaid(
            "the platform refused the answer to the twiml webhook for customer-1 at 1.002 s: error"
                + " 12100, Document parse failure");
  }

  @Test
  void a_failure_after_the_answer_to_a_status_callback_does_not_matter() {
    Judged.by(
            law,
            sent("call-status", "ringing")
                .answered("w1", 1, 200)
                .add(new WebhookFailed("w1", 1, 12300, "Invalid Content-Type"))
                .quiet())
        .isHeld();
  }

  @Test
  void a_request_that_failed_without_an_answer_is_reported_once() {
    Judged.by(
            law,
            sent("action", "")
                .at(16_000)
                .add(new WebhookFailed("w1", 1, 11205, "HTTP connection failure"))
                .quiet())
        .isViolatedBy(
            new Violation(
                "ANSWERED",
                16_000,
                1000,
                FOR_EVER,
                "c1",
                List.of("customer-1"),
                List.of(call(2)),
                "the application did not answer the action webhook for customer-1 by 16 s: error"
                    + " 11205, HTTP connection failure"));
  }

  @Test
  void each_attempt_is_judged_for_itself() {
    Judged.by(
            law,
            sent("twiml", "")
                .answered("w1", 1, 500)
                .at(2000)
                .sent("w1", 2)
                .answered("w1", 2, 200)
                .quiet())
        .isViolatedAsSaid(
            "the application answered the twiml webhook for customer-1 with HTTP 500 at 1 s");
  }

  @Test
  void a_redirect_that_is_followed_has_an_answer_at_each_step() {
    Judged.by(
            law,
            sent("twiml", "").answered("w1", 1, 302).sent("w1", 1).answered("w1", 1, 200).quiet())
        .isHeld();
  }

  @Test
  void a_webhook_lost_by_a_fault_does_not_count() {
    Judged.by(law, sent("twiml", "").add(new WebhookLost("w1")).quiet()).isNotExercised();
  }

  @Test
  void a_lost_webhook_that_was_sent_again_and_answered_badly_counts() {
    Judged.by(
            law,
            sent("twiml", "")
                .add(new WebhookLost("w1"))
                .sent("w1", 2)
                .answered("w1", 2, 503)
                .quiet())
        .isViolatedAsSaid(
            "the application answered the twiml webhook for customer-1 with HTTP 503 at 1 s");
  }

  @Test
  void a_webhook_about_a_conference_names_it() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .opened(1, "call-1", 1)
                .add(
                    new WebhookQueued(
                        "w1", "conference-status", null, room(1), "conference-end", "http://app/"))
                .sent("w1", 1)
                .quiet())
        .isViolatedBy(
            new Violation(
                "ANSWERED",
                15_000,
                0,
                FOR_EVER,
                null,
                List.of(),
                List.of(room(1)),
                "the application never answered the conference-status webhook \"conference-end\""
                    + " for conference CF…01 (\"call-1\"), sent at 0 s"));
  }

  @Test
  void an_exception_that_leaves_the_application_is_reported() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .at(1234)
                .add(new AppFailed("f1", "java.lang.IllegalStateException: no room", List.of()))
                .quiet())
        .isViolatedBy(
            new Violation(
                "ANSWERED",
                1234,
                1234,
                1234,
                null,
                List.of(),
                List.of(),
                "the application's code failed at 1.234 s: java.lang.IllegalStateException: no"
                    + " room"));
  }

  @Test
  void code_that_leaves_the_simulation_is_reported_with_the_advice() {
    Judged.by(
            law,
            HandMadeRun.ofOneConversation()
                .add(new Leaked("f1", "Thread.sleep", List.of(), "use the sleeper passed in"))
                .add(new Leaked("f1", "Object.wait", List.of(), ""))
                .quiet())
        .isViolatedAsSaid(
            "the application's code left the simulation at 0 s: Thread.sleep; use the sleeper"
                + " passed in",
            "the application's code left the simulation at 0 s: Object.wait");
  }

  @Test
  void breaches_come_earliest_first() {
    Judged.by(
            law,
            sent("twiml", "")
                .add(new AppFailed("f1", "boom", List.of()))
                .at(1500)
                .webhook("w2", "twiml", 2, "")
                .answered("w2", 1, 500)
                .quiet())
        .isViolatedAsSaid(
            "the application's code failed at 1 s: boom",
            "the application answered the twiml webhook for customer-1 with HTTP 500 at 1.5 s",
            "the application never answered the twiml webhook for customer-1, sent at 1 s");
  }

  @Test
  void without_a_webhook_the_law_is_not_exercised() {
    Judged.by(law, HandMadeRun.ofTwoTalking().quiet()).isNotExercised();
  }

  /** A webhook about the customer's leg, sent at 1 s. */
  private static HandMadeRun sent(String kind, String event) {
    return HandMadeRun.ofOneConversation().customerLeg(2).at(1000).webhook("w1", kind, 2, event);
  }
}
