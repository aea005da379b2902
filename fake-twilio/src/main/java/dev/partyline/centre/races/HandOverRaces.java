package dev.partyline.centre.races;

import static dev.partyline.centre.Centre.CONFERENCE;
import static dev.partyline.centre.Centre.event;
import static dev.partyline.centre.Centre.step;
import static dev.partyline.centre.Fact.of;

import dev.partyline.centre.Centre;
import dev.partyline.centre.Race;
import dev.partyline.centre.Rest;
import dev.partyline.knob.Knob;
import dev.partyline.phone.PhoneScript;
import dev.partyline.taskrouter.Task;
import dev.partyline.webhook.WebhookReply;
import dev.partyline.world.Account;
import java.time.Duration;
import java.util.List;

/** Supervisors, transfers, and callers who are put back into the queue. */
final class HandOverRaces {

  private static final String PARKED = "<Response><Pause length=\"60\"/></Response>";

  private HandOverRaces() {}

  static final List<Race> TABLE =
      List.of(
          Race.of(
              "supervise-too-early",
              "RACE-215 TR-INSTR-60",
              "A supervisor wants to listen while the agent's phone still rings.",
              "Refused with 40146: the reservation is not accepted.",
              centre ->
                  centre
                      .agent("alice", PhoneScript.answers(Duration.ofSeconds(15)))
                      .assigns(
                          CONFERENCE.replace(
                              "\"conference\",", "\"conference\", \"to\": \"client:alice\","))
                      .calls(0)
                      .whenApp(step("dials"), 1_000, rest -> supervise(centre, rest, "alice"))
                      .at(40_000, Centre::callerHangsUp),
              of("40146", c -> c.answered("400/40146", ""))),
          Race.of(
              "supervise-too-late",
              "RACE-216 CONF-06",
              "A supervisor is put by name into the conference of a call that has just ended.",
              "A new conference of that name is made, with the supervisor alone.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .at(20_000, Centre::callerHangsUp)
                      .app(21_000, rest -> rest.dialInto(centre.task().sid(), "client:alice")),
              of("there are two conferences", c -> c.conferences().size() == 2),
              of("the supervisor was called", c -> c.legsTo("alice").size() == 2)),
          Race.of(
              "supervisor-keeps-the-task-alive",
              "RACE-217 TR-TASK-25",
              "Agent and caller have left, the supervisor has not (tr.wrapTrigger=conferenceEnds).",
              "The conference goes on, and the agent's task does not wrap.",
              centre ->
                  centre
                      .knob(Knob.TR_WRAP_TRIGGER, "conferenceEnds")
                      .agent("alice")
                      .assigns(EndRaces.DEFAULTS)
                      .on("/listen", (request, rest) -> Centre.json("{}"))
                      .calls(0)
                      .whenApp(
                          event("reservation.accepted"),
                          2_000,
                          rest ->
                              rest.dialInto(
                                  centre.task().sid(),
                                  "client:alice",
                                  "EndConferenceOnExit",
                                  "false",
                                  "Label",
                                  "supervisor"))
                      .at(30_000, Centre::callerHangsUp)
                      .at(30_500, c -> c.world().hangUpFarEnd(c.legsTo("alice").get(0)))
                      .at(90_000, c -> c.note("status", c.task().status())),
              of(
                  "the task is assigned a minute later",
                  c -> c.noted("status") == Task.Status.ASSIGNED)),
          Race.of(
              "transferor-leaves-first",
              "RACE-220 TR-INSTR-45",
              "The agent calls a colleague into the conference and hangs up before the colleague"
                  + " answers.",
              "The customer is alone until the colleague answers; the agent's task wraps meanwhile.",
              centre ->
                  centre
                      .agent("alice")
                      .agent("bob", PhoneScript.answers(Duration.ofSeconds(12)))
                      .assigns("{\"instruction\": \"conference\", \"to\": \"client:alice\"}")
                      .calls(0)
                      .whenApp(
                          event("reservation.accepted"),
                          3_000,
                          rest -> rest.dialInto(centre.task().sid(), "client:bob"))
                      .when(event("reservation.accepted"), 5_000, c -> c.hangsUp("alice"))
                      .at(15_000, c -> c.note("wraps", c.task().status()))
                      .at(60_000, Centre::callerHangsUp),
              of("the task wraps in mid-transfer", c -> c.noted("wraps") == Task.Status.WRAPPING),
              of("bob is in at last", c -> c.legsTo("bob").size() == 1)),
          Race.of(
              "failed-transfer-leaves-the-customer-on-hold",
              "RACE-221 PART-44",
              "The customer is put on hold for a colleague who declines; nobody takes them back.",
              "The agent talks to a customer who hears music and is not heard.",
              centre ->
                  centre
                      .agent("alice")
                      .agent("bob", PhoneScript.rejects(Duration.ofSeconds(3)))
                      .assigns("{\"instruction\": \"conference\", \"to\": \"client:alice\"}")
                      .calls(0)
                      .whenApp(
                          event("reservation.accepted"),
                          3_000,
                          rest -> {
                            String room = "/Conferences/" + centre.conferences().get(0).sid();
                            rest.send(
                                "POST",
                                room + "/Participants/" + centre.caller().sid() + ".json",
                                "Hold",
                                "true");
                            rest.send(
                                "POST",
                                room + "/Participants.json",
                                "From",
                                Account.NUMBER,
                                "To",
                                "client:bob");
                          })
                      .at(40_000, c -> c.note("held", c.caller().participant().hold()))
                      .at(60_000, Centre::callerHangsUp),
              of("bob has declined", c -> !c.legsTo("bob").get(0).isLive()),
              of("the customer is on hold still", c -> Boolean.TRUE.equals(c.noted("held")))),
          Race.of(
              "status-callback-replaced",
              "RACE-224 CALL-42",
              "A call that was put back names the call list's address; parking it names another.",
              "The call list is never told that the call is over: its line stays.",
              centre ->
                  centre
                      .on("/again", (request, rest) -> WebhookReply.twiml(centre.enqueue()))
                      .on("/park", (request, rest) -> WebhookReply.twiml(PARKED))
                      .calls(0)
                      .app(5_000, rest -> sendTo(centre, rest, "/again", "/list"))
                      .app(20_000, rest -> sendTo(centre, rest, "/park", "/parking"))
                      .at(30_000, Centre::callerHangsUp),
              of("the parking hears of the end", c -> c.received("/parking").size() == 1),
              of("the call list does not", c -> c.received("/list").isEmpty())),
          Race.of(
              "region-lost-by-order",
              "RACE-230 REGION-14",
              "A supervisor is called by name into the task's conference, without a region, before"
                  + " the agent comes with one (region.bindAt=create, region.autoRule=us1).",
              "The region of the instruction is passed over: the call is mixed across the ocean.",
              centre ->
                  centre
                      .knob(Knob.REGION_BIND_AT, "create")
                      .knob(Knob.REGION_AUTO_RULE, "us1")
                      .agent("sue")
                      .setting(s -> s.agentsBegin("Available"))
                      .agent("alice", PhoneScript.answers(Duration.ofSeconds(12)))
                      .assigns(
                          CONFERENCE.replace(
                              "\"conference\",",
                              "\"conference\", \"to\": \"client:alice\", \"region\": \"jp1\","))
                      .calls(0)
                      .whenApp(
                          event("reservation.created"),
                          500,
                          rest -> rest.dialInto(centre.task().sid(), "client:sue"))
                      .at(40_000, Centre::callerHangsUp),
              of("it is one conference", c -> c.conferences().size() == 1),
              of("and not in jp1", c -> !"jp1".equals(c.conferences().get(0).region()))),
          Race.of(
              "park-and-retrieve",
              "RACE-222 TR-ENQ-17",
              "A call is parked and put back into the workflow while its first task is wrapping.",
              "A new task is made, and the agent's capacity is still taken by the old one.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(EndRaces.DEFAULTS)
                      .calls(0)
                      .app(
                          20_000,
                          rest ->
                              rest.redirect(
                                  centre.caller().sid(),
                                  "<Response><Pause length=\"10\"/></Response>"))
                      .at(21_000, c -> c.hangsUp("alice"))
                      .app(25_000, rest -> rest.redirect(centre.caller().sid(), centre.enqueue())),
              of("there are two tasks", c -> c.tasks().size() == 2),
              of("the first wraps", c -> c.task().status() == Task.Status.WRAPPING),
              of("the second is never offered", c -> c.count("reservation.created") == 1)),
          Race.of(
              "parked-caller-hangs-up-during-retrieve",
              "RACE-223 CALL-41",
              "The parked caller hangs up as the application puts the call back.",
              "The redirect fails with 21220; code that has deleted its entry already knows nothing"
                  + " of the caller any more.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(EndRaces.DEFAULTS)
                      .calls(0)
                      .app(
                          20_000,
                          rest ->
                              rest.redirect(
                                  centre.caller().sid(),
                                  "<Response><Pause length=\"30\"/></Response>"))
                      .at(25_000, Centre::callerHangsUp)
                      .app(25_000, rest -> rest.redirect(centre.caller().sid(), centre.enqueue())),
              of("21220", c -> c.answered("400/21220", ".json"))),
          Race.of(
              "old-task-new-task",
              "RACE-225 TR-ENQ-17",
              "A caller is enqueued again; the handler of task.wrapup finds the call by call_sid.",
              "The end of the old task looks like the end of the call, which waits in the new one.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(EndRaces.DEFAULTS)
                      .onEvent(
                          "task.wrapup",
                          (form, rest) ->
                              centre.note(
                                  "call is thought over",
                                  Rest.json(form.get("TaskAttributes")).path("call_sid").asText()))
                      .calls(0)
                      .app(20_000, rest -> rest.redirect(centre.caller().sid(), centre.enqueue()))
                      .at(21_000, c -> c.hangsUp("alice")),
              of(
                  "the handler names the caller's leg",
                  c -> c.caller().sid().equals(c.noted("call is thought over"))),
              of("which is live", c -> c.caller().isLive()),
              of("in another task", c -> c.tasks().size() == 2)),
          Race.of(
              "dequeue-has-no-conference",
              "RACE-232 TR-INSTR-18 TR-INSTR-23 TR-INSTR-19",
              "The application answers with dequeue: agent and caller are bridged through the queue.",
              "They talk, and there is no conference that could be held, listed or supervised.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns("{\"instruction\": \"dequeue\"}")
                      .calls(0)
                      .at(20_000, c -> c.note("status", c.task().status()))
                      .at(30_000, Centre::callerHangsUp),
              of("they are bridged", c -> c.noted("status") == Task.Status.ASSIGNED),
              of(
                  "the task knows the agent's leg",
                  c -> c.task().attributes().get("worker_call_sid") != null),
              of("there is no conference", c -> c.conferences().isEmpty()),
              of("the task wraps", c -> c.task().status() == Task.Status.WRAPPING)));

  private static void supervise(Centre centre, Rest rest, String worker) {
    rest.reservation(
        centre.task().sid(),
        centre.reservation().sid(),
        "Instruction",
        "supervise",
        "Supervisor",
        centre.worker(worker).sid(),
        "SupervisorMode",
        "monitor");
  }

  private static void sendTo(Centre centre, Rest rest, String document, String told) {
    rest.send(
        "POST",
        "/Calls/" + centre.caller().sid() + ".json",
        "Url",
        Account.BASE_URL + document,
        "StatusCallback",
        Account.BASE_URL + told);
  }
}
