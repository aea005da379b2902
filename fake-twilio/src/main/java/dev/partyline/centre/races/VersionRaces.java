package dev.partyline.centre.races;

import static dev.partyline.centre.Centre.ASSIGN;
import static dev.partyline.centre.Centre.CONFERENCE;
import static dev.partyline.centre.Centre.EVENTS;
import static dev.partyline.centre.Centre.event;
import static dev.partyline.centre.Centre.json;
import static dev.partyline.centre.Centre.step;
import static dev.partyline.centre.Fact.of;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.partyline.centre.Centre;
import dev.partyline.centre.Race;
import dev.partyline.centre.Rest;
import dev.partyline.fault.Fault;
import dev.partyline.knob.Knob;
import dev.partyline.rest.RestResponse;
import dev.partyline.taskrouter.Reservation;
import java.util.List;
import java.util.stream.IntStream;

/** Attributes, versions and events: lost updates, and what is told in which order. */
final class VersionRaces {

  private VersionRaces() {}

  static final List<Race> TABLE =
      List.of(
          Race.of(
              "answer-after-acceptance",
              "RACE-178 TR-INSTR-46",
              "The callback's answer, a rejection, is on its way for three seconds; the agent's page"
                  + " accepts meanwhile.",
              "The acceptance stands; code that believes its own answer shows an agent without a"
                  + " call.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(3_000, "{\"instruction\": \"reject\"}")
                      .calls(0)
                      .whenApp(
                          event("reservation.created"),
                          500,
                          rest ->
                              rest.reservation(
                                  centre.task().sid(),
                                  centre.reservation().sid(),
                                  "ReservationStatus",
                                  "accepted"))
                      .at(20_000, c -> c.note("status", c.reservation().status()))
                      .at(30_000, Centre::callerHangsUp),
              of("it is accepted", c -> c.noted("status") == Reservation.Status.ACCEPTED),
              of("nothing is rejected", c -> c.count("reservation.rejected") == 0)),
          Race.of(
              "attributes-overwritten",
              "RACE-153 TR-TASK-22 TR-INSTR-41",
              "The application writes attributes that it has read before acceptance, without"
                  + " If-Match.",
              "The conference that TaskRouter wrote is erased; later code has no SID to work with.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .whenApp(
                          step("agent-in"),
                          0,
                          rest -> {
                            String old = attributes(rest.task(centre.task().sid()));
                            rest.pause(5_000);
                            centre.note("written", conference(centre));
                            rest.task(centre.task().sid(), "Attributes", old);
                            centre.note("then", conference(centre));
                          })
                      .at(40_000, Centre::callerHangsUp),
              of("it was there", c -> Boolean.TRUE.equals(c.noted("written"))),
              of("it is gone", c -> Boolean.FALSE.equals(c.noted("then")))),
          Race.of(
              "attributes-guarded-by-if-match",
              "RACE-165 RACE-153 TR-WS-09",
              "The same with If-Match: the version has moved on.",
              "The write is refused with 412 and nothing is lost.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .whenApp(
                          step("agent-in"),
                          0,
                          rest -> {
                            RestResponse seen = rest.task(centre.task().sid());
                            rest.pause(5_000);
                            rest.sendIf(
                                seen.headers().get("ETag"),
                                "POST",
                                rest.taskPath(centre.task().sid()),
                                "Attributes",
                                attributes(seen));
                            centre.note("then", conference(centre));
                          })
                      .at(40_000, Centre::callerHangsUp),
              of("412", c -> c.answered("412", c.task().sid())),
              of("it is still there", c -> Boolean.TRUE.equals(c.noted("then")))),
          Race.of(
              "lost-update",
              "RACE-165 TR-TASK-05",
              "Two handlers read the attributes, add something of theirs and write them back.",
              "One of the two additions vanishes.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns("{\"instruction\": \"accept\"}")
                      .calls(0)
                      .app(10_000, rest -> add(centre, rest, "survey", 400))
                      .app(10_100, rest -> add(centre, rest, "crm", 400))
                      .at(20_000, c -> c.note("text", c.task().attributes().text()))
                      .at(21_000, Centre::callerHangsUp),
              of("one is there", c -> String.valueOf(c.noted("text")).contains("crm")),
              of("the other is not", c -> !String.valueOf(c.noted("text")).contains("survey"))),
          Race.of(
              "storm-of-412",
              "RACE-166",
              "Six handlers of one event write with If-Match and try again at once.",
              "All get through in the end, after more refusals than there are handlers.",
              centre -> {
                centre.agent("alice").assigns("{\"instruction\": \"accept\"}").calls(0);
                for (int i = 0; i < 6; i++) {
                  String key = "handler" + i;
                  centre.app(10_000, rest -> insist(centre, rest, key));
                }
                centre
                    .at(20_000, c -> c.note("text", c.task().attributes().text()))
                    .at(21_000, Centre::callerHangsUp);
              },
              of(
                  "all six wrote",
                  c ->
                      IntStream.range(0, 6)
                          .allMatch(i -> String.valueOf(c.noted("text")).contains("handler" + i))),
              of(
                  "with many refusals",
                  c -> c.answers().stream().filter(one -> one.startsWith("412")).count() > 6)),
          Race.of(
              "worker-version-moves-with-the-offer",
              "RACE-167 TR-WORKER-18",
              "A page holds the worker's version; an offer is made to the worker.",
              "The version has moved: the page's write is refused with 412.",
              centre ->
                  centre
                      .agent("alice")
                      .app(
                          1_000,
                          rest -> {
                            String seen =
                                rest.send("GET", rest.workerPath("alice")).headers().get("ETag");
                            rest.pause(15_000);
                            rest.sendIf(
                                seen,
                                "POST",
                                rest.workerPath("alice"),
                                "Attributes",
                                "{\"contact_uri\":\"client:alice\",\"skill\":\"sales\"}");
                          })
                      .calls(5_000)
                      .at(30_000, Centre::callerHangsUp),
              of("412", c -> c.answered("412", c.worker("alice").sid()))),
          Race.of(
              "attributes-of-an-event-written-back",
              "RACE-168 TR-EV-18",
              "A handler of reservation.created changes the attributes that the event carries and"
                  + " writes them.",
              "What was written since the event happened is lost.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns("{\"instruction\": \"accept\"}")
                      .onEvent(
                          "reservation.created",
                          (form, rest) -> {
                            rest.pause(3_000);
                            rest.task(
                                form.get("TaskSid"), "Attributes", form.get("TaskAttributes"));
                          })
                      .calls(0)
                      .whenApp(
                          event("reservation.created"), 1_000, rest -> add(centre, rest, "crm", 0))
                      .at(20_000, c -> c.note("text", c.task().attributes().text()))
                      .at(21_000, Centre::callerHangsUp),
              of("the addition is gone", c -> !String.valueOf(c.noted("text")).contains("crm"))),
          Race.of(
              "attributes-grow-too-long",
              "RACE-169 TR-WS-10",
              "Each handler adds 900 characters to the task's attributes.",
              "From the fourth on the writes are refused with 400 and their parts are lost.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns("{\"instruction\": \"accept\"}")
                      .calls(0)
                      .app(
                          10_000,
                          rest -> {
                            for (int i = 1; i <= 5; i++) {
                              add(centre, rest, "part" + i + "x".repeat(900), 0);
                            }
                            centre.note("text", centre.task().attributes().text());
                          })
                      .at(21_000, Centre::callerHangsUp),
              of("a write is refused", c -> c.answered("400", c.task().sid())),
              of("the third is there", c -> String.valueOf(c.noted("text")).contains("part3")),
              of("the fourth is not", c -> !String.valueOf(c.noted("text")).contains("part4"))),
          Race.of(
              "attribute-change-does-not-reroute",
              "RACE-170 TR-WF-20",
              "The application escalates a waiting task by changing an attribute.",
              "The task is not routed anew and waits for ever.",
              centre ->
                  centre
                      .setting(s -> s.agentsBegin("Offline"))
                      .agent("alice")
                      .calls(0)
                      .app(10_000, rest -> add(centre, rest, "escalated", 0)),
              of("it is written", c -> c.count("task.updated") == 1),
              of("the workflow is entered once", c -> c.count("workflow.entered") == 1),
              of("nobody is offered it", c -> c.count("reservation.created") == 0)),
          Race.of(
              "accepted-answer-shows-a-reserved-task",
              "RACE-176 TR-RES-08",
              "The application accepts by REST and reads the task at once (tr.acceptTaskLag=500).",
              "The offer is accepted, the task still shows reserved.",
              centre ->
                  centre
                      .knob(Knob.TR_ACCEPT_TASK_LAG_MS, "500")
                      .agent("alice")
                      .calls(0)
                      .app(
                          5_000,
                          rest -> {
                            AnswerRaces.acceptOffer(centre, rest, 0);
                            centre.note("then", status(rest, centre));
                            rest.pause(2_000);
                            centre.note("later", status(rest, centre));
                          })
                      .at(20_000, Centre::callerHangsUp),
              of("reserved at first", c -> "reserved".equals(c.noted("then"))),
              of("assigned later", c -> "assigned".equals(c.noted("later")))),
          Race.of(
              "event-before-the-answer",
              "RACE-177 TR-WORKER-15",
              "The application makes a task by REST for a free agent; its answer takes long.",
              "reservation.created arrives before the answer that tells the task's SID.",
              centre ->
                  centre
                      .agent("alice")
                      .pin("app.rest.returns", "200")
                      .pin("router.matches", "10")
                      .pin("task-1.alice.event.reservation.created", "20")
                      .onEvent(
                          "reservation.created",
                          (form, rest) -> centre.note("event", centre.noted("answer") == null))
                      .app(
                          5_000,
                          rest -> {
                            rest.send(
                                "POST",
                                rest.workspacePath() + "/Tasks",
                                "WorkflowSid",
                                centre.workspace().workflows().iterator().next().sid(),
                                "Attributes",
                                "{}");
                            centre.note("answer", true);
                          }),
              of("the event came first", c -> Boolean.TRUE.equals(c.noted("event")))),
          Race.of(
              "events-out-of-order",
              "RACE-175 TR-EV-13 TR-EV-14",
              "Many events happen within a second (tr.eventReorderWindow=3000).",
              "They arrive in another order than they happened in.",
              centre -> {
                centre
                    .knob(Knob.TR_EVENT_REORDER_WINDOW_MS, "3000")
                    .agent("alice")
                    .assigns("{\"instruction\": \"accept\"}")
                    .pin("caller-1.task.event.task.created", "3000")
                    .calls(0)
                    .at(20_000, Centre::callerHangsUp);
              },
              of(
                  "task.created comes after reservation.created",
                  c -> {
                    List<String> order =
                        c.received(EVENTS).stream()
                            .map(one -> one.params().get("EventType"))
                            .toList();
                    return order.indexOf("task.created") > order.indexOf("reservation.created");
                  })),
          Race.of(
              "missed-event",
              "RACE-180 TR-EV-15",
              "The event callback of the wrap-up is lost on its way; it is not repeated.",
              "The handler that completes tasks never runs, and the agent stays in wrap-up.",
              centre ->
                  centre
                      .agent("alice")
                      .on(ASSIGN, (request, rest) -> json(CONFERENCE))
                      .onEvent("task.wrapup", (form, rest) -> rest.complete(form.get("TaskSid")))
                      .at(0, c -> c.world().faults().add(Fault.drops("task.wrapup")))
                      .calls(0)
                      .at(20_000, Centre::callerHangsUp),
              of("wrap-up began", c -> c.count("task.wrapup") == 1),
              of(
                  "nobody was told",
                  c ->
                      c.received(EVENTS).stream()
                          .noneMatch(one -> "task.wrapup".equals(one.params().get("EventType")))),
              of("the task is never completed", c -> c.count("task.completed") == 0)));

  private static String attributes(RestResponse task) {
    return Rest.json(task).path("attributes").asText("{}");
  }

  private static boolean conference(Centre centre) {
    return centre.task().attributes().json().has("conference");
  }

  private static String status(Rest rest, Centre centre) {
    return Rest.json(rest.task(centre.task().sid())).path("assignment_status").asText();
  }

  private static void add(Centre centre, Rest rest, String key, long thinksMs) {
    var all = (ObjectNode) FindRaces.attribute(rest, centre.task().sid());
    rest.pause(thinksMs);
    rest.task(centre.task().sid(), "Attributes", all.put(key, true).toString());
  }

  private static void insist(Centre centre, Rest rest, String key) {
    int status = 412;
    while (status == 412) {
      RestResponse seen = rest.task(centre.task().sid());
      var all = (ObjectNode) Rest.json(attributes(seen));
      status =
          rest.sendIf(
                  seen.headers().get("ETag"),
                  "POST",
                  rest.taskPath(centre.task().sid()),
                  "Attributes",
                  all.put(key, true).toString())
              .status();
    }
  }
}
