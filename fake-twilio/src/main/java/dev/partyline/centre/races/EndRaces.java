package dev.partyline.centre.races;

import static dev.partyline.centre.Centre.ASSIGN;
import static dev.partyline.centre.Centre.CONFERENCE;
import static dev.partyline.centre.Centre.ROOM;
import static dev.partyline.centre.Centre.event;
import static dev.partyline.centre.Centre.json;
import static dev.partyline.centre.Centre.step;
import static dev.partyline.centre.Fact.of;

import dev.partyline.centre.Centre;
import dev.partyline.centre.Race;
import dev.partyline.centre.Rest;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.taskrouter.Task;
import dev.partyline.webhook.WebhookReply;
import java.util.List;

/** The end of a call, of its task and of the work that comes after it. */
final class EndRaces {

  /** The conference instruction without the flag that ends the room with the customer. */
  static final String DEFAULTS = "{\"instruction\": \"conference\"}";

  private EndRaces() {}

  static final List<Race> TABLE =
      List.of(
          Race.of(
              "wrap-up-never-completed",
              "RACE-130 TR-TASK-23 TR-TASK-26",
              "The agent closes the tab in wrap-up; another caller waits.",
              "The task stays in wrapping, capacity stays taken, and the agent who looks available"
                  + " gets nothing.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .at(20_000, Centre::callerHangsUp)
                      .calls(30_000),
              of("the first task wraps", c -> c.task().status() == Task.Status.WRAPPING),
              of("alice looks available", c -> c.worker("alice").activity().available()),
              of("the second call is never offered", c -> c.count("reservation.created") == 1),
              of("its caller waits", c -> c.callers().get(1).isLive())),
          Race.of(
              "automatic-and-manual-wrap",
              "RACE-131 TR-TASK-10 TR-TASK-12",
              "The application sets wrapping after TaskRouter has just done it.",
              "It is refused with 400; a handler that stops there leaves its work half done.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .onEvent(
                          "task.wrapup",
                          (form, rest) ->
                              rest.task(form.get("TaskSid"), "AssignmentStatus", "wrapping"))
                      .calls(0)
                      .at(20_000, Centre::callerHangsUp),
              of("the second wrap is refused", c -> c.answered("400", c.task().sid())),
              of("the task wraps", c -> c.task().status() == Task.Status.WRAPPING)),
          Race.of(
              "complete-too-early",
              "RACE-132 TR-INSTR-09 TR-TASK-10",
              "The assignment handler completes the task.",
              "It is refused: the task is only reserved.",
              centre ->
                  centre
                      .agent("alice")
                      .on(
                          ASSIGN,
                          (request, rest) -> {
                            rest.complete(request.params().get("TaskSid"));
                            return json(CONFERENCE);
                          })
                      .calls(0)
                      .at(20_000, Centre::callerHangsUp),
              of("completing is refused", c -> c.answered("400", c.task().sid())),
              of("the call goes through all the same", c -> c.steps("done") == 1)),
          Race.of(
              "complete-with-the-call-alive",
              "RACE-133 TR-TASK-11 TR-TASK-28",
              "The application completes the task while agent and caller are talking.",
              "The capacity is free, and the next call is offered to an agent who is talking.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .whenApp(
                          event("reservation.accepted"),
                          5_000,
                          rest -> rest.complete(centre.task().sid()))
                      .calls(20_000)
                      .at(30_000, c -> c.note("talking", c.legsTo("alice").get(0).isLive())),
              of("the first call is still up", c -> Boolean.TRUE.equals(c.noted("talking"))),
              of("alice is offered the next", c -> c.count("reservation.created") == 2)),
          Race.of(
              "customer-gone-agent-stays",
              "RACE-134 TR-INSTR-44",
              "The customer hangs up; the conference has the default flags.",
              "The agent stays alone in the room and the task stays assigned: no event says that it"
                  + " is over.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(DEFAULTS)
                      .calls(0)
                      .at(20_000, Centre::callerHangsUp)
                      .at(120_000, c -> c.note("alone", c.legsTo("alice").get(0).isLive())),
              of("alice is in the room for minutes", c -> Boolean.TRUE.equals(c.noted("alone"))),
              of("the task is assigned", c -> c.task().status() == Task.Status.ASSIGNED),
              of("no wrap-up event came", c -> c.count("task.wrapup") == 0)),
          Race.of(
              "agent-gone-customer-stays",
              "RACE-135 TR-INSTR-45 TR-TASK-25",
              "The agent hangs up first; the conference has the default flags.",
              "The agent wraps and is free, while the customer hears silence and is billed.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(DEFAULTS)
                      .calls(0)
                      .at(20_000, c -> c.hangsUp("alice")),
              of("the task wraps", c -> c.task().status() == Task.Status.WRAPPING),
              of("the customer is still there", c -> c.caller().isLive())),
          Race.of(
              "wrap-waits-for-the-conference",
              "RACE-135 TR-TASK-25",
              "The same, where wrap-up begins with the end of the conference"
                  + " (tr.wrapTrigger=conferenceEnds).",
              "The agent has hung up and still counts as talking, as long as the customer stays.",
              centre ->
                  centre
                      .knob(Knob.TR_WRAP_TRIGGER, "conferenceEnds")
                      .agent("alice")
                      .assigns(DEFAULTS)
                      .calls(0)
                      .at(20_000, c -> c.hangsUp("alice"))
                      .at(60_000, c -> c.note("status", c.task().status()))
                      .at(61_000, Centre::callerHangsUp),
              of("the task stays assigned", c -> c.noted("status") == Task.Status.ASSIGNED),
              of("until the room is empty", c -> c.count("task.wrapup") == 1)),
          Race.of(
              "both-leave-together",
              "RACE-136 RACE-20",
              "Agent and customer hang up in the same moment; each leave handler counts who is left"
                  + " before it completes the task.",
              "Each finds the room not empty or gone, and nobody completes the task.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE.replace("true", "false"))
                      .on(
                          ROOM,
                          (request, rest) -> {
                            if ("participant-leave"
                                .equals(request.params().get("StatusCallbackEvent"))) {
                              int there =
                                  rest.conferencesNamed(request.params().get("FriendlyName"))
                                      .size();
                              int live =
                                  Rest.json(
                                          rest.send(
                                              "GET",
                                              "/Conferences/"
                                                  + request.params().get("ConferenceSid")
                                                  + "/Participants.json"))
                                      .path("participants")
                                      .size();
                              if (there > 0 && live == 1) {
                                rest.complete(request.params().get("TaskSid"));
                              }
                            }
                            return WebhookReply.empty();
                          })
                      .calls(0)
                      .at(20_000, Centre::callerHangsUp)
                      .at(20_000, c -> c.hangsUp("alice")),
              of("both are gone", c -> !c.caller().isLive() && !c.legsTo("alice").get(0).isLive()),
              of("nobody completed the task", c -> c.task().status() == Task.Status.WRAPPING)),
          Race.of(
              "end-handled-twice",
              "RACE-137 RACE-138",
              "participant-leave, conference-end and task.wrapup all complete the task.",
              "The first is taken, the others are refused with 400.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .on(
                          ROOM,
                          (request, rest) -> {
                            if (request
                                .params()
                                .get("StatusCallbackEvent")
                                .matches(".*(leave|end)")) {
                              rest.complete(request.params().get("TaskSid"));
                            }
                            return WebhookReply.empty();
                          })
                      .onEvent("task.wrapup", (form, rest) -> rest.complete(form.get("TaskSid")))
                      .calls(0)
                      .at(20_000, Centre::callerHangsUp),
              of("the task is completed", c -> c.count("task.completed") == 1),
              of("others are refused", c -> c.answered("400", c.task().sid()))),
          Race.of(
              "cancel-or-wrap",
              "RACE-138 TR-TASK-09",
              "An end handler reads a reserved task and cancels it; meanwhile it was assigned.",
              "The cancel is refused and the handler must start again with what is true now.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .whenApp(
                          step("caller-in"),
                          0,
                          rest -> {
                            rest.task(centre.task().sid());
                            rest.pause(1_000);
                            rest.task(centre.task().sid(), "AssignmentStatus", "canceled");
                          })
                      .at(30_000, Centre::callerHangsUp),
              of("the cancel is refused", c -> c.answered("400", c.task().sid())),
              of("nothing was canceled", c -> c.count("task.canceled") == 0)),
          Race.of(
              "task-gone-after-five-minutes",
              "RACE-139 TR-TASK-13",
              "A report reads the task of a call that was completed six minutes ago.",
              "It is gone: 404.",
              centre ->
                  centre
                      .lasts(900_000)
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .onEvent("task.wrapup", (form, rest) -> rest.complete(form.get("TaskSid")))
                      .calls(0)
                      .at(20_000, Centre::callerHangsUp)
                      .app(400_000, rest -> rest.task(centre.task().sid())),
              of("it was completed", c -> c.count("task.completed") == 1),
              of("404", c -> c.answered("404/20404", c.task().sid()))),
          Race.of(
              "assigned-for-a-day",
              "RACE-140 TR-TASK-14",
              "Nobody ends a task that was accepted by REST.",
              "After 24 hours it is deleted by the system while assigned.",
              centre ->
                  centre
                      .lasts(90_000_000)
                      .agent("alice")
                      .assigns("{\"instruction\": \"accept\"}")
                      .calls(0)
                      .at(60_000, Centre::callerHangsUp),
              of("it is deleted by the system", c -> c.count("task.system-deleted") == 1)),
          Race.of(
              "task-canceled-caller-hears-music",
              "RACE-141 TR-ENQ-05 TR-TASK-15",
              "The task's time-to-live ends while nobody is available.",
              "The task is canceled; the caller goes on hearing music.",
              centre -> centre.setting(s -> s.tasksLive(30)).assigns(CONFERENCE).calls(0),
              of("the task is canceled", c -> c.task().status() == Task.Status.CANCELED),
              of("the caller is still there", c -> c.caller().isLive())),
          Race.of(
              "workflow-exhausted-caller-hears-music",
              "RACE-141 TR-ENQ-05 TR-TASK-19",
              "The workflow's last target times out.",
              "The task is canceled on workflow timeout; the caller goes on hearing music.",
              centre -> centre.setting(s -> s.tasksWait(30)).assigns(CONFERENCE).calls(0),
              of("the task is canceled", c -> c.task().status() == Task.Status.CANCELED),
              of("the caller is still there", c -> c.caller().isLive())),
          Race.of(
              "canceled-handler-tears-the-leg",
              "RACE-142 TR-ENQ-06",
              "The application redirects the caller to a call-back form, which cancels the task; its"
                  + " own task.canceled handler sends the leg to voicemail.",
              "The caller is torn out of the form.",
              centre ->
                  centre
                      .onEvent(
                          "task.canceled",
                          (form, rest) ->
                              rest.redirect(
                                  centre.caller().sid(), "<Response><Record/></Response>"))
                      .calls(0)
                      .app(
                          10_000,
                          rest ->
                              rest.redirect(
                                  centre.caller().sid(),
                                  "<Response><Gather timeout=\"60\"/></Response>")),
              of(
                  "two redirects were taken",
                  c -> c.answers().stream().filter(a -> a.startsWith("200")).count() == 2),
              of(
                  "the form was cut off",
                  c ->
                      c.all(Happening.VerbBegan.class).stream()
                          .anyMatch(verb -> verb.verb().equals("Record")))),
          Race.of(
              "redirect-meets-the-bridge",
              "RACE-143 TR-INSTR-38",
              "The application redirects the caller as TaskRouter is about to move the leg.",
              "The caller follows the redirect, the agent is alone for a moment and then ended.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .whenApp(
                          step("agent-in"),
                          0,
                          rest ->
                              rest.redirect(
                                  centre.caller().sid(),
                                  "<Response><Pause length=\"30\"/></Response>")),
              of("the caller never joins", c -> c.steps("caller-in") == 0),
              of("alice's leg is over", c -> !c.legsTo("alice").get(0).isLive())));
}
