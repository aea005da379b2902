package dev.partyline.centre.races;

import static dev.partyline.centre.Centre.ASSIGN;
import static dev.partyline.centre.Centre.ASSIGN_FALLBACK;
import static dev.partyline.centre.Centre.CONFERENCE;
import static dev.partyline.centre.Centre.event;
import static dev.partyline.centre.Centre.json;
import static dev.partyline.centre.Centre.step;
import static dev.partyline.centre.Fact.of;

import dev.partyline.centre.Centre;
import dev.partyline.centre.Race;
import dev.partyline.centre.Rest;
import dev.partyline.knob.Knob;
import dev.partyline.phone.PhoneScript;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import java.time.Duration;
import java.util.List;

/** Answers to offers: too late, twice, unusable, against one another. */
final class AnswerRaces {

  private static final String VOICEMAIL = "<Response><Record maxLength=\"20\"/></Response>";

  private AnswerRaces() {}

  static final List<Race> TABLE =
      List.of(
          Race.of(
              "opt-out-meets-the-offer",
              "RACE-104 TR-TASK-09 TR-ENQ-06",
              "The caller asks for voicemail from the music while an agent's phone rings.",
              "Redirecting the leg cancels task and offer, and the ringing stops.",
              centre ->
                  centre
                      .agent("alice", PhoneScript.rings())
                      .assigns(CONFERENCE)
                      .calls(0)
                      .whenApp(
                          step("dials"),
                          3_000,
                          rest -> rest.redirect(centre.caller().sid(), VOICEMAIL)),
              of("the task is canceled", c -> c.task().status() == Task.Status.CANCELED),
              of("the ringing stops", c -> !c.legsTo("alice").get(0).isLive()),
              of("the caller is in voicemail", c -> c.steps("caller-in") == 0)),
          Race.of(
              "opt-out-meets-assignment",
              "RACE-104 TR-TASK-09",
              "The application cancels the task for a voicemail just after it was assigned.",
              "Canceling is refused, and code that goes on all the same tears the caller out of the"
                  + " call with the agent.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .whenApp(
                          event("reservation.accepted"),
                          500,
                          rest -> {
                            rest.task(centre.task().sid(), "AssignmentStatus", "canceled");
                            rest.redirect(centre.caller().sid(), VOICEMAIL);
                          }),
              of("the cancel is refused", c -> c.answered("400", c.task().sid())),
              of("the caller is out of the room", c -> c.steps("caller-in") == 1)),
          Race.of(
              "accept-after-timeout",
              "RACE-106 TR-RES-06 TR-RES-12",
              "The agent's click to accept arrives when the timer has just ended the offer.",
              "It is refused with 400; a page that has painted it accepted is wrong.",
              centre ->
                  centre
                      .setting(s -> s.offersStand(15))
                      .agent("alice")
                      .calls(0)
                      .whenApp(
                          event("reservation.timeout"),
                          1,
                          rest ->
                              rest.reservation(
                                  centre.task().sid(),
                                  centre.task().reservations().get(0).sid(),
                                  "ReservationStatus",
                                  "accepted")),
              of("the accept is refused", c -> c.answered("400", "")),
              of("nobody accepted", c -> c.count("reservation.accepted") == 0)),
          Race.of(
              "accept-after-rescind",
              "RACE-106 TR-RES-06 TR-RES-21",
              "Two agents click to accept in the same moment.",
              "The second is answered 410 Gone.",
              centre ->
                  centre
                      .setting(s -> s.offersTo(2))
                      .agent("alice")
                      .agent("bob")
                      .calls(0)
                      .app(5_000, rest -> acceptOffer(centre, rest, 0))
                      .app(5_001, rest -> acceptOffer(centre, rest, 1)),
              of("one accept is answered 200", c -> c.answered("200", "")),
              of("the other 410", c -> c.answered("410", ""))),
          Race.of(
              "instruction-given-twice",
              "RACE-111 TR-INSTR-47 TR-INSTR-13",
              "The callback answers with conference, and the browser gives the same instruction.",
              "The second fails with 40136 and the phone rings once.",
              centre ->
                  centre
                      .agent("alice", PhoneScript.answers(Duration.ofSeconds(8)))
                      .assigns(CONFERENCE)
                      .calls(0)
                      .whenApp(step("dials"), 500, rest -> instruct(centre, rest))
                      .at(30_000, Centre::callerHangsUp),
              of("the second is refused", c -> c.answered("400/40136", "")),
              of("one leg to alice", c -> c.legsTo("alice").size() == 1),
              of("the call goes through", c -> c.steps("done") == 1)),
          Race.of(
              "two-tabs-one-worker",
              "RACE-123 RACE-111",
              "Two tabs of one agent give the conference instruction in the same moment.",
              "One is taken, the other refused; the phone rings once.",
              centre ->
                  centre
                      .agent("alice")
                      .calls(0)
                      .app(5_000, rest -> instruct(centre, rest))
                      .app(5_000, rest -> instruct(centre, rest))
                      .at(30_000, Centre::callerHangsUp),
              of("one is refused", c -> c.answered("400/40136", "")),
              of("one leg to alice", c -> c.legsTo("alice").size() == 1)),
          Race.of(
              "accepted-and-then-dialled",
              "RACE-112 TR-ENQ-15 TR-INSTR-14",
              "The application accepts by REST; the agent's document then dials the reservation.",
              "The Dial is refused with 14215, the agent is cut off, the caller waits on.",
              centre ->
                  centre
                      .agent("alice")
                      .calls(0)
                      .app(5_000, rest -> acceptOffer(centre, rest, 0))
                      .app(
                          7_000,
                          rest ->
                              rest.send(
                                  "POST",
                                  "/Calls.json",
                                  "From",
                                  Account.NUMBER,
                                  "To",
                                  "client:alice",
                                  "Twiml",
                                  "<Response><Dial><Queue reservationSid=\""
                                      + centre.reservation().sid()
                                      + "\"/></Dial></Response>")),
              of("14215 is logged", c -> c.logged(14_215)),
              of("the agent is cut off", c -> !c.legsTo("alice").get(0).isLive()),
              of("the caller waits", c -> c.caller().isLive())),
          Race.of(
              "slow-assignment-callback",
              "RACE-113 TR-INSTR-04 TR-INSTR-08",
              "The handler takes six seconds and dials the agent itself; the fallback dials, too.",
              "The first answer is dropped, but its call was made: two legs ring.",
              centre ->
                  centre
                      .setting(s -> s.withFallback())
                      .agent("alice", PhoneScript.rings())
                      .on(
                          ASSIGN,
                          (request, rest) -> {
                            dialAgent(rest);
                            rest.pause(6_000);
                            return json("{\"instruction\": \"accept\"}");
                          })
                      .on(
                          ASSIGN_FALLBACK,
                          (request, rest) -> {
                            dialAgent(rest);
                            return json("{}");
                          })
                      .calls(0)
                      .at(30_000, Centre::callerHangsUp),
              of("the fallback was asked", c -> c.received(ASSIGN_FALLBACK).size() == 1),
              of("two legs rang", c -> c.legsTo("alice").size() == 2),
              of("the late accept did nothing", c -> c.count("reservation.accepted") == 0)),
          Race.of(
              "handler-across-the-ocean",
              "RACE-231 TR-INSTR-08 REGION-27",
              "A server in Japan starts cold and asks three things of the API inside the handler.",
              "The answer comes after five seconds and is dropped: the offer stays pending.",
              centre ->
                  centre
                      .knob(Knob.REGION_APP_SITE, "jp1")
                      .agent("alice")
                      .on(
                          ASSIGN,
                          (request, rest) -> {
                            rest.pause(4_600);
                            for (int i = 0; i < 3; i++) {
                              rest.task(request.params().get("TaskSid"));
                            }
                            return json("{\"instruction\": \"accept\"}");
                          })
                      .calls(0)
                      .at(30_000, Centre::callerHangsUp),
              of("the handler did its work", c -> c.answered("200", "/Tasks/" + c.task().sid())),
              of("its answer is dropped", c -> c.count("reservation.accepted") == 0),
              of("the caller waited in vain", c -> c.task().status() == Task.Status.CANCELED)),
          Race.of(
              "wrong-content-type",
              "RACE-114 TR-INSTR-04 TR-INSTR-07",
              "A deploy answers offers with good JSON as text/html.",
              "40000 is logged, the offer times out and the agent goes offline.",
              centre ->
                  centre
                      .setting(s -> s.offersStand(20))
                      .agent("alice")
                      .on(
                          ASSIGN,
                          (request, rest) -> new WebhookReply(200, "text/html", CONFERENCE, null))
                      .calls(0),
              of("40000 is logged", c -> c.logged(40_000)),
              of("the offer times out", c -> c.count("reservation.timeout") == 1),
              of("alice is offline", c -> !c.worker("alice").activity().available())),
          Race.of(
              "json-encoded-twice",
              "RACE-114 TR-INSTR-07",
              "A deploy answers offers with JSON inside a JSON string.",
              "40001 is logged and three agents go offline one after another.",
              centre ->
                  centre
                      .setting(s -> s.offersStand(10))
                      .agent("alice")
                      .agent("bob")
                      .agent("carol")
                      .assigns("\"{\\\"instruction\\\": \\\"accept\\\"}\"")
                      .calls(0),
              of("40001 is logged", c -> c.logged(40_001)),
              of("three offers time out", c -> c.count("reservation.timeout") == 3),
              of(
                  "the floor is empty",
                  c -> c.workspace().workers().stream().noneMatch(w -> w.activity().available()))),
          Race.of(
              "unknown-instruction",
              "RACE-114 TR-INSTR-07",
              "The answer names an instruction that does not exist.",
              "55555 is logged and the offer stays pending.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns("{\"instruction\": \"bridge\"}")
                      .calls(0)
                      .at(30_000, c -> c.note("status", c.reservation().status()))
                      .at(31_000, Centre::callerHangsUp),
              of("55555 is logged", c -> c.logged(55_555)),
              of("the offer stayed pending", c -> c.noted("status") == Reservation.Status.PENDING)),
          Race.of(
              "supervisor-changes-activity",
              "RACE-119 TR-WORKER-18",
              "A supervisor sends the agent on break as the agent's page sets Available.",
              "The last writer wins; with If-Match the second is refused with 412.",
              centre ->
                  centre
                      .agent("alice")
                      .app(
                          5_000,
                          rest -> {
                            String seen = etag(rest, centre);
                            rest.worker("alice", "ActivitySid", centre.activity("Unavailable"));
                            rest.sendIf(
                                seen,
                                "POST",
                                rest.workerPath("alice"),
                                "ActivitySid",
                                centre.activity("Available"));
                          }),
              of("the second is refused", c -> c.answered("412", c.worker("alice").sid())),
              of("the break stands", c -> !c.worker("alice").activity().available())),
          Race.of(
              "activity-restored-after-call",
              "RACE-120",
              "Code remembers the activity before a call and restores it afterwards; meanwhile the"
                  + " agent has asked for a break.",
              "The break is overwritten and the agent gets the next call.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .onEvent(
                          "task.wrapup",
                          (form, rest) -> {
                            rest.worker("alice", "ActivitySid", centre.activity("Available"));
                            rest.complete(form.get("TaskSid"));
                          })
                      .app(
                          15_000,
                          rest ->
                              rest.worker("alice", "ActivitySid", centre.activity("Unavailable")))
                      .at(20_000, Centre::callerHangsUp)
                      .calls(40_000),
              of("alice asked for a break", c -> c.count("worker.activity.update") >= 2),
              of("and got the next call", c -> c.count("reservation.accepted") == 2)),
          Race.of(
              "guard-rejects-a-dialled-agent",
              "RACE-179 RACE-111",
              "A guard rejects on reservation.created while the callback has dialled already.",
              "The offer is rejected and the agent's ringing leg is ended.",
              centre ->
                  centre
                      .agent("alice", PhoneScript.rings())
                      .on(
                          ASSIGN,
                          (request, rest) ->
                              json(centre.legsTo("alice").isEmpty() ? CONFERENCE : "{}"))
                      .calls(0)
                      .whenApp(
                          step("dials"),
                          1_000,
                          rest ->
                              rest.reservation(
                                  centre.task().sid(),
                                  centre.reservation().sid(),
                                  "ReservationStatus",
                                  "rejected"))
                      .at(20_000, Centre::callerHangsUp),
              of("one offer is rejected", c -> c.count("reservation.rejected") == 1),
              of("the leg is over", c -> !c.legsTo("alice").get(0).isLive())));

  private static String etag(Rest rest, Centre centre) {
    return rest.send("GET", rest.workerPath("alice")).headers().get("ETag");
  }

  private static void dialAgent(Rest rest) {
    rest.send(
        "POST",
        "/Calls.json",
        "From",
        Account.NUMBER,
        "To",
        "client:alice",
        "Twiml",
        "<Response><Pause length=\"60\"/></Response>");
  }

  static void acceptOffer(Centre centre, Rest rest, int index) {
    rest.reservation(
        centre.task().sid(),
        centre.task().reservations().get(index).sid(),
        "ReservationStatus",
        "accepted");
  }

  static void instruct(Centre centre, Rest rest) {
    rest.reservation(
        centre.task().sid(),
        centre.reservation().sid(),
        "Instruction",
        "conference",
        "EndConferenceOnCustomerExit",
        "true");
  }
}
