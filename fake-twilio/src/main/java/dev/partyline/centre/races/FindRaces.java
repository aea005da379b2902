package dev.partyline.centre.races;

import static dev.partyline.centre.Centre.CONFERENCE;
import static dev.partyline.centre.Centre.ROOM;
import static dev.partyline.centre.Centre.event;
import static dev.partyline.centre.Centre.step;
import static dev.partyline.centre.Fact.of;

import com.fasterxml.jackson.databind.JsonNode;
import dev.partyline.centre.Centre;
import dev.partyline.centre.Race;
import dev.partyline.centre.Rest;
import dev.partyline.fault.Fault;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.phone.PhoneScript;
import dev.partyline.webhook.WebhookReply;
import java.time.Duration;
import java.util.List;

/** Finding the conference of a task, and who is in it. */
final class FindRaces {

  private FindRaces() {}

  static final List<Race> TABLE =
      List.of(
          Race.of(
              "list-by-task-sid-lags",
              "RACE-150 CONF-56",
              "The application lists conferences by the TaskSid inside the first join callback,"
                  + " and the list is up to two seconds old.",
              "The list is empty at first; it takes several tries until the room is in it.",
              centre ->
                  centre
                      .at(
                          0,
                          c ->
                              c.world()
                                  .faults()
                                  .add(Fault.lags("Conferences.json", Duration.ofSeconds(2), 3)))
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .on(
                          ROOM,
                          (request, rest) -> {
                            if (centre.noted("tries") == null) {
                              int tries = 1;
                              centre.note("tries", tries);
                              while (rest.conferencesNamed(request.params().get("FriendlyName"))
                                      .isEmpty()
                                  && tries < 20) {
                                centre.note("tries", ++tries);
                                rest.pause(500);
                              }
                            }
                            return WebhookReply.empty();
                          })
                      .calls(0)
                      .at(40_000, Centre::callerHangsUp),
              of("more than one try was needed", c -> (Integer) c.noted("tries") > 1),
              of("fewer than twenty", c -> (Integer) c.noted("tries") < 20)),
          Race.of(
              "two-rooms-of-one-name",
              "RACE-151 TR-INSTR-49",
              "The first agent hangs up at once after answering; the second round succeeds.",
              "Two conferences have the TaskSid as name; one of them is over.",
              centre ->
                  centre
                      .agent(
                          "alice",
                          PhoneScript.answers(Duration.ofSeconds(2))
                              .hangsUpAfter(Duration.ofMillis(500)),
                          PhoneScript.answers(Duration.ofSeconds(2)))
                      .assigns(CONFERENCE)
                      .calls(0)
                      .app(
                          30_000,
                          rest -> {
                            var found = rest.conferencesNamed(centre.task().sid());
                            int live = 0;
                            for (var one : found) {
                              live += one.path("status").asText().equals("in-progress") ? 1 : 0;
                            }
                            centre.note("found", found.size());
                            centre.note("live", live);
                          })
                      .at(40_000, Centre::callerHangsUp),
              of("the list has two", c -> Integer.valueOf(2).equals(c.noted("found"))),
              of("one is live", c -> Integer.valueOf(1).equals(c.noted("live")))),
          Race.of(
              "conference-attribute-missing",
              "RACE-152 TR-INSTR-42",
              "The page opens on reservation.accepted and reads conference.sid from the task"
                  + " (tr.confAttrLag=2000).",
              "It is not there yet: the hold button has nothing to work on.",
              centre ->
                  centre
                      .knob(Knob.TR_CONF_ATTR_LAG_MS, "2000")
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .onEvent(
                          "reservation.accepted",
                          (form, rest) ->
                              centre.note(
                                  "then",
                                  attribute(rest, form.get("TaskSid"))
                                      .path("conference")
                                      .isMissingNode()))
                      .calls(0)
                      .app(
                          30_000,
                          rest ->
                              centre.note(
                                  "later",
                                  attribute(rest, centre.task().sid())
                                      .path("conference")
                                      .path("sid")
                                      .asText()))
                      .at(40_000, Centre::callerHangsUp),
              of("missing at acceptance", c -> Boolean.TRUE.equals(c.noted("then"))),
              of("there later", c -> String.valueOf(c.noted("later")).startsWith("CF"))),
          Race.of(
              "participants-come-later",
              "RACE-154",
              "The application lists the participants when the agent is in and not yet the caller.",
              "There is one; code that takes the list for complete puts the agent on hold.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .whenApp(
                          step("agent-in"),
                          0,
                          rest -> centre.note("early", participants(centre, rest)))
                      .whenApp(
                          event("reservation.accepted"),
                          2_000,
                          rest -> centre.note("late", participants(centre, rest)))
                      .at(40_000, Centre::callerHangsUp),
              of("one at first", c -> Integer.valueOf(1).equals(c.noted("early"))),
              of("two later", c -> Integer.valueOf(2).equals(c.noted("late")))),
          Race.of(
              "room-made-too-early",
              "RACE-155 TR-INSTR-50",
              "A supervisor is put into a conference named after the TaskSid before the agent"
                  + " answers.",
              "TaskRouter's legs join that one; its callbacks are not those of the instruction.",
              centre ->
                  centre
                      .agent("sue")
                      .setting(s -> s.agentsBegin("Available"))
                      .agent("alice", PhoneScript.answers(Duration.ofSeconds(12)))
                      .assigns(
                          CONFERENCE.replace(
                              "\"conference\",", "\"conference\", \"to\": \"client:alice\","))
                      .calls(0)
                      .whenApp(
                          event("reservation.created"),
                          500,
                          rest -> rest.dialInto(centre.task().sid(), "client:sue"))
                      .at(40_000, Centre::callerHangsUp),
              of("there is one conference", c -> c.conferences().size() == 1),
              of("the call goes through in it", c -> c.steps("done") == 1),
              of("the instruction's callback is never called", c -> c.received(ROOM).isEmpty())),
          Race.of(
              "hold-before-the-start",
              "RACE-156 PART-49",
              "The agent presses hold as soon as the phone is answered.",
              "The caller is no participant yet: refused with 404.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .whenApp(
                          step("agent-in"), 0, rest -> hold(centre, rest, centre.caller().sid()))
                      .at(40_000, Centre::callerHangsUp),
              of("it is refused", c -> c.answered("404/20404", ".json"))),
          Race.of(
              "task-not-there-at-first-wait-request",
              "RACE-157 TR-ENQ-07",
              "Code that is run by the queue's entry looks for the task by call_sid at once.",
              "The task does not exist yet.",
              centre ->
                  centre
                      .calls(0)
                      .whenApp(
                          what -> what instanceof Happening.QueueJoined,
                          0,
                          rest -> {
                            centre.note("at once", tasks(centre, rest));
                            rest.pause(3_000);
                            centre.note("later", tasks(centre, rest));
                          })
                      .at(20_000, Centre::callerHangsUp),
              of("none at once", c -> Integer.valueOf(0).equals(c.noted("at once"))),
              of("one later", c -> Integer.valueOf(1).equals(c.noted("later")))),
          Race.of(
              "hold-with-the-wrong-call-sid",
              "RACE-158 CLIENT-10",
              "The agent's page puts on hold the call it knows: its own leg.",
              "The agent is on hold and the customer goes on talking to nobody.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .whenApp(
                          event("reservation.accepted"),
                          3_000,
                          rest -> hold(centre, rest, centre.legsTo("alice").get(0).sid()))
                      .at(
                          20_000,
                          c -> {
                            c.note("alice", c.legsTo("alice").get(0).participant().hold());
                            c.note("caller", c.caller().participant().hold());
                          })
                      .at(40_000, Centre::callerHangsUp),
              of("the agent is on hold", c -> Boolean.TRUE.equals(c.noted("alice"))),
              of("the customer is not", c -> Boolean.FALSE.equals(c.noted("caller")))),
          Race.of(
              "hang-up-before-the-sid-is-known",
              "RACE-159 RACE-05",
              "The agent hangs up after acceptance and before conference.sid is visible"
                  + " (tr.confAttrLag=2000).",
              "The agent's leg ends; nothing in the task says which conference to end, and the"
                  + " customer stays.",
              centre ->
                  centre
                      .knob(Knob.TR_CONF_ATTR_LAG_MS, "2000")
                      .agent("alice")
                      .assigns(EndRaces.DEFAULTS)
                      .calls(0)
                      .whenApp(
                          event("reservation.accepted"),
                          200,
                          rest -> {
                            var conference =
                                attribute(rest, centre.task().sid()).path("conference");
                            centre.note("unknown", conference.isMissingNode());
                            rest.send(
                                "POST",
                                "/Calls/" + centre.legsTo("alice").get(0).sid() + ".json",
                                "Status",
                                "completed");
                          }),
              of("the SID was not known", c -> Boolean.TRUE.equals(c.noted("unknown"))),
              of("the customer stays", c -> c.caller().isLive())));

  static JsonNode attribute(Rest rest, String task) {
    return Rest.json(Rest.json(rest.task(task)).path("attributes").asText("{}"));
  }

  private static void hold(Centre centre, Rest rest, String call) {
    rest.send(
        "POST",
        "/Conferences/" + centre.conferences().get(0).sid() + "/Participants/" + call + ".json",
        "Hold",
        "true");
  }

  private static int participants(Centre centre, Rest rest) {
    return Rest.json(
            rest.send(
                "GET", "/Conferences/" + centre.conferences().get(0).sid() + "/Participants.json"))
        .path("participants")
        .size();
  }

  private static int tasks(Centre centre, Rest rest) {
    return Rest.json(
            rest.send(
                "GET",
                rest.workspacePath() + "/Tasks",
                "EvaluateTaskAttributes",
                "call_sid==\"" + centre.caller().sid() + "\""))
        .path("tasks")
        .size();
  }
}
