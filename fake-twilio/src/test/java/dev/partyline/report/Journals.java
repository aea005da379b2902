package dev.partyline.report;

import static dev.partyline.report.Played.CALLS;
import static dev.partyline.report.Played.DOCUMENT;
import static dev.partyline.report.Played.ROOMS;
import static dev.partyline.report.Played.ca;
import static dev.partyline.report.Played.cf;

import dev.partyline.journal.Happening.AppBelieved;
import dev.partyline.journal.Happening.AppFailed;
import dev.partyline.journal.Happening.Leaked;
import dev.partyline.journal.Happening.Noted;
import dev.partyline.journal.Happening.RestHandled;
import dev.partyline.journal.Happening.VerbBegan;
import dev.partyline.journal.Happening.WebhookFailed;
import dev.partyline.journal.Happening.WebhookLost;
import dev.partyline.journal.Journal;
import dev.partyline.law.Verdict;
import dev.partyline.law.Violation;
import java.util.LinkedHashMap;
import java.util.List;

/** Runs written by hand: what the platform and an application would have journalled. */
final class Journals {

  static final String EVENTS = "https://app.example/conference-events";

  private Journals() {}

  /** The two-step dial with a busy customer: the agent ends up alone in a second room. */
  static Journal classicBug() {
    return new Played()
        .begins("two-step-dial", "outbound call, customer busy")
        .chose("leg-customer-1.outcome", "busy", false)
        .chose("leg-customer-1.setup", "500", true)
        .chose("twiml leg-agent-1.network", "640", false)
        .conversation("conversation-1", "agent-1", "customer-1")
        .phone("agent-1", "conversation-1", ca(1), "dials")
        .inbound(ca(1), "conversation-1", "agent-1")
        .queued("w1", "twiml", ca(1), null, "", "/voice")
        .at(40)
        .sent("w1", "/voice", "CallSid", ca(1), "From", "client:agent-1", "CallStatus", "ringing")
        .at(60)
        .rest(
            "r1",
            "POST",
            ROOMS + "/call-1/Participants.json",
            "To",
            "+819012345678",
            "From",
            "+815000000000",
            "StatusCallback",
            "https://app.example/call-events",
            "ConferenceStatusCallback",
            EVENTS)
        .at(200)
        .handled("r1", 201)
        .called(ca(2), "conversation-1", "customer-1", "r1")
        .opened(cf(1), "call-1", ca(2), EVENTS)
        .bound(cf(1), ca(2))
        .at(290)
        .returned("r1", 201)
        .that(new AppBelieved(ca(2), "queued"))
        .at(350)
        .answered("w1", 200, DOCUMENT, 310)
        .at(360)
        .queued("w2", "call-status", ca(2), null, "initiated", "/call-events")
        .at(400)
        .sent("w2", "/call-events", "CallSid", ca(2), "CallStatus", "initiated")
        .at(420)
        .answered("w2", 204, "", 20)
        .at(700)
        .phone("customer-1", "conversation-1", ca(2), "is busy")
        .status(ca(2), "busy", "far-end")
        .leaves(cf(1), ca(2), "participant_add_failed")
        .ended(cf(1), "call-1", "last-participant-left", ca(2))
        .queued("w3", "conference-status", ca(2), cf(1), "participant-leave", "/conference-events")
        .queued("w4", "conference-status", null, cf(1), "conference-end", "/conference-events")
        .queued("w5", "call-status", ca(2), null, "busy", "/call-events")
        .at(740)
        .sent(
            "w4",
            "/conference-events",
            "ConferenceSid",
            cf(1),
            "StatusCallbackEvent",
            "conference-end")
        .at(760)
        .sent(
            "w3",
            "/conference-events",
            "ConferenceSid",
            cf(1),
            "StatusCallbackEvent",
            "participant-leave")
        .answered("w4", 204, "", 20)
        .at(780)
        .answered("w3", 204, "", 20)
        .at(860)
        .sent("w5", "/call-events", "CallSid", ca(2), "CallStatus", "busy")
        .that(new AppBelieved(ca(2), "busy"))
        .at(880)
        .answered("w5", 204, "", 20)
        .at(900)
        .status(ca(1), "in-progress", "twiml")
        .that(new VerbBegan(ca(1), "Dial", "Conference call-1"))
        .opened(cf(2), "call-1", ca(1), "")
        .joins(cf(2), ca(1), true)
        .at(60_900)
        .finished("quiet");
  }

  static Violation alone() {
    return new Violation(
        "ALONE",
        30_900,
        900,
        Violation.FOR_EVER,
        "conversation-1",
        List.of("agent-1"),
        List.of(cf(2), ca(1)),
        "agent-1 is alone in CF…02, for ever");
  }

  static RunReport classicRun() {
    LinkedHashMap<String, Verdict> verdicts = new LinkedHashMap<>();
    verdicts.put("ALONE", Verdict.of(true, List.of(alone())));
    verdicts.put("ONE-ROOM", Verdict.held());
    verdicts.put(
        "NO-ORPHAN",
        Verdict.of(
            true,
            List.of(
                new Violation(
                    "NO-ORPHAN",
                    30_900,
                    900,
                    Violation.FOR_EVER,
                    "conversation-1",
                    List.of("agent-1"),
                    List.of(ca(1), cf(2)),
                    "conversation-1 is over, and agent-1's leg and CF…02 live on"))));
    verdicts.put("NO-DROP", Verdict.held());
    verdicts.put("ONCE", Verdict.held());
    verdicts.put("CAPACITY", Verdict.notExercised());
    verdicts.put("ANSWERED", Verdict.held());
    return new RunReport(
        "two-step-dial customer busy #1",
        "two-step-dial",
        "outbound call, customer busy",
        "random:42",
        "java -jar partyline.jar replay --subject two-step-dial --seed random:42",
        classicBug(),
        verdicts);
  }

  /** A call that is answered, put on hold, resumed and ended by the agent. */
  static Journal goodCall() {
    return new Played()
        .begins("switchboard", "outbound call, answered")
        .chose("leg-customer-1.outcome", "answered", true)
        .conversation("conversation-1", "agent-1", "customer-1")
        .phone("agent-1", "conversation-1", ca(1), "dials")
        .inbound(ca(1), "conversation-1", "agent-1")
        .queued("w1", "twiml", ca(1), null, "", "/agent")
        .at(35)
        .sent("w1", "/agent", "CallSid", ca(1))
        .at(55)
        .answered("w1", 200, DOCUMENT, 20)
        .at(90)
        .status(ca(1), "in-progress", "twiml")
        .that(new VerbBegan(ca(1), "Dial", "Conference call-1"))
        .opened(cf(1), "call-1", ca(1), EVENTS)
        .joins(cf(1), ca(1), true)
        .queued("w2", "conference-status", ca(1), cf(1), "participant-join", "/conference-events")
        .at(130)
        .sent("w2", "/conference-events", "ConferenceSid", cf(1))
        .at(150)
        .rest("r1", "POST", ROOMS + "/" + cf(1) + "/Participants.json", "To", "+819012345678")
        .at(250)
        .handled("r1", 201)
        .called(ca(2), "conversation-1", "customer-1", "r1")
        .bound(cf(1), ca(2))
        .at(330)
        .returned("r1", 201)
        .at(340)
        .answered("w2", 204, "", 210)
        .that(new AppBelieved(ca(2), "queued"))
        .at(1_900)
        .phone("customer-1", "conversation-1", ca(2), "rings")
        .status(ca(2), "ringing", "far-end")
        .queued("w3", "call-status", ca(2), null, "ringing", "/call-events")
        .at(1_950)
        .sent("w3", "/call-events", "CallSid", ca(2))
        .that(new AppBelieved(ca(2), "ringing"))
        .at(1_960)
        .answered("w3", 204, "", 10)
        .at(9_900)
        .phone("customer-1", "conversation-1", ca(2), "answers")
        .status(ca(2), "in-progress", "far-end")
        .joins(cf(1), ca(2), false)
        .started(cf(1))
        .queued("w4", "conference-status", ca(2), cf(1), "participant-join", "/conference-events")
        .queued("w5", "conference-status", null, cf(1), "conference-start", "/conference-events")
        .at(9_940)
        .sent("w5", "/conference-events", "ConferenceSid", cf(1))
        .answered("w5", 204, "", 0)
        .at(9_970)
        .sent("w4", "/conference-events", "ConferenceSid", cf(1))
        .that(new AppBelieved(ca(2), "in-progress"))
        .answered("w4", 204, "", 0)
        .at(40_000)
        .rest(
            "r2", "POST", ROOMS + "/" + cf(1) + "/Participants/" + ca(2) + ".json", "Hold", "true")
        .at(40_090)
        .handled("r2", 200)
        .at(40_150)
        .returned("r2", 200)
        .at(70_000)
        .rest(
            "r3", "POST", ROOMS + "/" + cf(1) + "/Participants/" + ca(2) + ".json", "Hold", "false")
        .at(70_080)
        .handled("r3", 200)
        .at(70_140)
        .returned("r3", 200)
        .at(95_000)
        .phone("agent-1", "conversation-1", ca(1), "hangs up")
        .status(ca(1), "completed", "far-end")
        .leaves(cf(1), ca(1), "participant_hung_up")
        .leaves(cf(1), ca(2), "moderator_ended_conference")
        .ended(cf(1), "call-1", "participant-with-end-conference-on-exit-left", ca(1))
        .status(ca(2), "completed", "conference")
        .queued("w6", "conference-status", null, cf(1), "conference-end", "/conference-events")
        .at(95_050)
        .sent("w6", "/conference-events", "ConferenceSid", cf(1))
        .that(new AppBelieved(ca(2), "completed"))
        .at(95_060)
        .answered("w6", 204, "", 10)
        .finished("quiet");
  }

  static RunReport goodRun() {
    LinkedHashMap<String, Verdict> verdicts = new LinkedHashMap<>();
    for (String law :
        List.of("ALONE", "ONE-ROOM", "NO-ORPHAN", "NO-DROP", "ONCE", "CONVERGE", "MONOTONE")) {
      verdicts.put(law, Verdict.held());
    }
    verdicts.put("CAPACITY", Verdict.notExercised());
    return new RunReport(
        "switchboard answered",
        "switchboard",
        "outbound call, answered",
        "typical",
        "java -jar partyline.jar replay --subject switchboard --seed typical",
        goodCall(),
        verdicts);
  }

  /** Two conversations at once, where hanging up the first one ends the second one's room. */
  static Journal twoConversations() {
    return new Played()
        .begins("one-room-for-all", "two outbound calls")
        .conversation("conversation-1", "agent-1", "customer-1")
        .phone("agent-1", "conversation-1", ca(1), "dials")
        .inbound(ca(1), "conversation-1", "agent-1")
        .queued("w1", "twiml", ca(1), null, "", "/voice")
        .at(20)
        .conversation("conversation-2", "agent-2", "customer-2")
        .phone("agent-2", "conversation-2", ca(2), "dials")
        .inbound(ca(2), "conversation-2", "agent-2")
        .queued("w2", "twiml", ca(2), null, "", "/voice")
        .at(50)
        .sent("w2", "/voice", "CallSid", ca(2))
        .at(70)
        .sent("w1", "/voice", "CallSid", ca(1))
        .answered("w2", 200, DOCUMENT.replace("call-1", "call-2"), 20)
        .at(90)
        .answered("w1", 200, DOCUMENT, 20)
        .status(ca(2), "in-progress", "twiml")
        .opened(cf(1), "call-2", ca(2), EVENTS)
        .joins(cf(1), ca(2), true)
        .at(110)
        .status(ca(1), "in-progress", "twiml")
        .opened(cf(2), "call-1", ca(1), EVENTS)
        .joins(cf(2), ca(1), true)
        .rest("r1", "POST", ROOMS + "/call-1/Participants.json", "To", "+819011111111")
        .at(130)
        .rest("r2", "POST", ROOMS + "/call-2/Participants.json", "To", "+819022222222")
        .at(200)
        .handled("r2", 201)
        .called(ca(3), "conversation-2", "customer-2", "r2")
        .bound(cf(1), ca(3))
        .at(220)
        .handled("r1", 201)
        .called(ca(4), "conversation-1", "customer-1", "r1")
        .bound(cf(2), ca(4))
        .at(280)
        .returned("r2", 201)
        .returned("r1", 201)
        .at(3_000)
        .phone("customer-2", "conversation-2", ca(3), "answers")
        .status(ca(3), "in-progress", "far-end")
        .joins(cf(1), ca(3), false)
        .started(cf(1))
        .at(3_400)
        .phone("customer-1", "conversation-1", ca(4), "answers")
        .status(ca(4), "in-progress", "far-end")
        .joins(cf(2), ca(4), false)
        .started(cf(2))
        .at(20_000)
        .phone("agent-1", "conversation-1", ca(1), "presses hang-up")
        .at(20_040)
        .rest("r3", "POST", ROOMS + "/" + cf(1) + ".json", "Status", "completed")
        .at(20_120)
        .handled("r3", 200)
        .leaves(cf(1), ca(2), "conference_ended_via_api")
        .leaves(cf(1), ca(3), "conference_ended_via_api")
        .ended(cf(1), "call-2", "conference-ended-via-api", null)
        .status(ca(2), "completed", "conference")
        .status(ca(3), "completed", "conference")
        .queued("w3", "conference-status", null, cf(1), "conference-end", "/conference-events")
        .at(20_160)
        .that(new WebhookLost("w3"))
        .at(20_180)
        .returned("r3", 200)
        .at(45_000)
        .phone("customer-1", "conversation-1", ca(4), "hangs up")
        .status(ca(4), "completed", "far-end")
        .leaves(cf(2), ca(4), "participant_hung_up")
        .at(46_000)
        .phone("agent-1", "conversation-1", ca(1), "hangs up")
        .status(ca(1), "completed", "far-end")
        .leaves(cf(2), ca(1), "participant_hung_up")
        .ended(cf(2), "call-1", "last-participant-left", ca(1))
        .finished("quiet");
  }

  static Violation isolated() {
    return new Violation(
        "ISOLATED",
        20_120,
        20_120,
        20_120,
        "conversation-2",
        List.of("agent-2", "customer-2"),
        List.of(cf(1)),
        "agent-2 and customer-2 lose CF…01 by an action on conversation-1.");
  }

  static RunReport twoConversationsRun() {
    LinkedHashMap<String, Verdict> verdicts = new LinkedHashMap<>();
    verdicts.put("ALONE", Verdict.held());
    verdicts.put("ISOLATED", Verdict.of(true, List.of(isolated())));
    verdicts.put("NO-DROP", Verdict.held());
    return new RunReport(
        "two calls",
        "one-room-for-all",
        "two outbound calls",
        "exhaustive:0.1.0.2",
        "java -jar partyline.jar replay --seed exhaustive:0.1.0.2",
        twoConversations(),
        verdicts);
  }

  /** Faults of every kind: refused and lost requests, webhooks lost, failed and sent twice. */
  static Journal faults() {
    return new Played()
        .begins("fragile", "outbound call with faults")
        .chose("rest r1.fault", "after-commit", false)
        .conversation("conversation-1", "agent-1", "customer-1")
        .phone("agent-1", "conversation-1", ca(1), "dials")
        .inbound(ca(1), "conversation-1", "agent-1")
        .rest(
            "r1",
            "POST",
            CALLS + ".json",
            "To",
            "+819012345678",
            "Url",
            "https://app.example/c?token=hush")
        .at(100)
        .that(new RestHandled("r1", 201, 0, "after-commit"))
        .called(ca(2), "conversation-1", "customer-1", "r1")
        .at(150)
        .returned("r1", 500)
        .rest("r2", "POST", CALLS + "/" + ca(9) + ".json", "Status", "completed")
        .at(200)
        .that(new RestHandled("r2", 404, 20404, null))
        .queued("w1", "call-status", ca(2), null, "initiated", "/call-events?AuthToken=hush")
        .at(250)
        .sent("w1", "/call-events?AuthToken=hush", "CallSid", ca(2), "MyPassword", "hush")
        .at(260)
        .sent("w1", "/call-events", "CallSid", ca(2))
        .at(300)
        .that(new WebhookFailed("w1", 1, 11205, "connection reset"))
        .that(new Noted(ca(2), 11205, "error", "HTTP connection failure"))
        .at(320)
        .queued("w2", "call-status", ca(2), null, "ringing", "/call-events")
        .that(new WebhookLost("w2"))
        .at(400)
        .that(
            new AppFailed(
                "webhook-3",
                "java.lang.NullPointerException: call",
                List.of("at app.Calls.on(Calls.java:41)")))
        .at(450)
        .that(new Leaked("webhook-4", "Thread.sleep", List.of("at app.Wait"), "use Sleeper"))
        .rest("r3", "DELETE", ROOMS + "/" + cf(1) + "/Participants/" + ca(2) + ".json")
        .at(500)
        .status(ca(2), "completed", "timeout")
        .finished("steps");
  }

  /** A journal of so many entries: one conversation after another. */
  static Journal longRun(int entries, String text) {
    Played played = new Played().begins("busy-centre", "many calls");
    int written = 1;
    for (int i = 1; written < entries - 12; i++) {
      String conversation = "conversation-" + i;
      String agent = "agent-" + i % 5;
      String customer = "customer-" + i;
      played
          .at(i * 1_000L)
          .conversation(conversation, agent, customer)
          .phone(agent, conversation, ca(2 * i), "dials")
          .inbound(ca(2 * i), conversation, agent)
          .queued("w" + i, "twiml", ca(2 * i), null, "", "/voice")
          .sent("w" + i, "/voice", "CallSid", ca(2 * i), "Note", text)
          .answered("w" + i, 200, DOCUMENT + text, 20)
          .opened(cf(i), "call-" + i, ca(2 * i), EVENTS)
          .joins(cf(i), ca(2 * i), true)
          .leaves(cf(i), ca(2 * i), "participant_hung_up")
          .ended(cf(i), "call-" + i, "last-participant-left", ca(2 * i))
          .status(ca(2 * i), "completed", "far-end");
      written += 12;
    }
    return played.finished("quiet");
  }
}
