package dev.partyline.centre.races;

import static dev.partyline.centre.Centre.CONFERENCE;
import static dev.partyline.centre.Centre.event;
import static dev.partyline.centre.Centre.step;
import static dev.partyline.centre.Fact.of;

import dev.partyline.centre.Centre;
import dev.partyline.centre.Race;
import dev.partyline.journal.Happening;
import dev.partyline.knob.Knob;
import dev.partyline.phone.PhoneScript;
import dev.partyline.taskrouter.Reservation;
import dev.partyline.taskrouter.Task;
import java.time.Duration;
import java.util.List;

/**
 * From the offer to the agent in the room: callers who go, timers that end, agents who are not
 * there.
 */
final class OfferRaces {

  private OfferRaces() {}

  static final List<Race> TABLE =
      List.of(
          Race.of(
              "caller-hangs-up-while-offered",
              "RACE-101 TR-ENQ-04 TR-TASK-17 TR-INSTR-08",
              "The caller hangs up while the application is still answering the offer.",
              "Task and offer are canceled; the instruction comes for a dead task: 40144 is logged"
                  + " and no phone rings.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(3_000, CONFERENCE)
                      .calls(0)
                      .when(event("reservation.created"), 1_500, Centre::callerHangsUp),
              of("the task is canceled", c -> c.task().status() == Task.Status.CANCELED),
              of("so is the offer", c -> c.reservation().status() == Reservation.Status.CANCELED),
              of("the late instruction is logged as 40144", c -> c.logged(40_144)),
              of("alice's phone never rings", c -> c.legsTo("alice").isEmpty())),
          Race.of(
              "caller-hangs-up-while-phone-rings",
              "RACE-102 TR-INSTR-39",
              "The caller hangs up while the agent's phone rings for the conference instruction.",
              "Task and offer are canceled and the ringing stops.",
              centre ->
                  centre
                      .agent("alice", PhoneScript.rings())
                      .assigns(CONFERENCE)
                      .calls(0)
                      .when(step("dials"), 4_000, Centre::callerHangsUp),
              of(
                  "alice's leg is canceled",
                  c -> c.legsTo("alice").get(0).status().word().equals("canceled")),
              of(
                  "the offer is canceled",
                  c -> c.reservation().status() == Reservation.Status.CANCELED),
              of("no conference was made", c -> c.conferences().isEmpty())),
          Race.of(
              "agent-answers-after-caller-left",
              "RACE-102 TR-INSTR-39",
              "The same, on a platform that lets the phone ring on (tr.confInterrupted=letRing).",
              "The agent answers and is alone in a conference named after a canceled task.",
              centre ->
                  centre
                      .knob(Knob.TR_CONF_INTERRUPTED, "letRing")
                      .agent("alice", PhoneScript.answers(Duration.ofSeconds(9)))
                      .assigns(CONFERENCE)
                      .calls(0)
                      .when(step("dials"), 4_000, Centre::callerHangsUp),
              of("the task is canceled", c -> c.task().status() == Task.Status.CANCELED),
              of("alice got into a room", c -> c.conferences().size() == 1),
              of("nobody else ever did", c -> c.steps("caller-in") == 0)),
          Race.of(
              "caller-hangs-up-between-answer-and-join",
              "RACE-103 TR-INSTR-38",
              "The caller hangs up when the agent is in the room already and the caller not yet.",
              "The agent's leg is ended, the conference ends without ever having started, the offer"
                  + " is canceled.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .when(step("agent-in"), 1, Centre::callerHangsUp),
              of("alice was in", c -> c.steps("agent-in") == 1),
              of("alice's leg is over", c -> !c.legsTo("alice").get(0).isLive()),
              of(
                  "the conference never started",
                  c -> c.conferences().stream().noneMatch(r -> r.started())),
              of(
                  "the offer is canceled",
                  c -> c.reservation().status() == Reservation.Status.CANCELED)),
          Race.of(
              "caller-hangs-up-while-being-moved",
              "RACE-103 TR-INSTR-38",
              "The caller hangs up out of the queue and not in the conference yet.",
              "Task and offer are canceled, the agent's leg is ended.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .when(Happening.QueueLeft.class::isInstance, 1, Centre::callerHangsUp),
              of("the task is canceled", c -> c.task().status() == Task.Status.CANCELED),
              of("once", c -> c.count("reservation.created") == 1),
              of("alice's leg is over", c -> !c.legsTo("alice").get(0).isLive())),
          Race.of(
              "agent-hangs-up-before-acceptance-is-told",
              "RACE-159 TR-INSTR-34",
              "The agent hangs up when both are in the room and the offer is still pending.",
              "Everything has worked: it is accepted and wraps at once; the customer is alone.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns("{\"instruction\": \"conference\"}")
                      .calls(0)
                      .when(step("caller-in"), 1, c -> c.hangsUp("alice")),
              of("it is accepted", c -> c.count("reservation.accepted") == 1),
              of("it wraps", c -> c.task().status() == Task.Status.WRAPPING),
              of("the customer is alone", c -> c.caller().isLive())),
          Race.of(
              "agent-left-on-a-dead-call",
              "RACE-103 TR-INSTR-38",
              "The same, when the platform does not clean up (tr.confOrphanRate=1).",
              "The softphone shows a live call of a canceled task until somebody hangs up.",
              centre ->
                  centre
                      .knob(Knob.TR_CONF_ORPHAN_RATE, "1")
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .when(step("agent-in"), 1, Centre::callerHangsUp)
                      .when(
                          step("agent-in"),
                          60_000,
                          c -> c.note("still up", c.legsTo("alice").get(0).isLive())),
              of("the task is canceled", c -> c.task().status() == Task.Status.CANCELED),
              of(
                  "a minute later alice's leg is up",
                  c -> Boolean.TRUE.equals(c.noted("still up")))),
          Race.of(
              "timer-ends-while-phone-rings",
              "RACE-105 TR-INSTR-40 TR-RES-09",
              "The offer stands for 10 s, the phone rings for 60: the timer ends in mid-ring.",
              "The offer times out, the agent is taken offline, the ringing stops; the caller waits"
                  + " on.",
              centre ->
                  centre
                      .setting(s -> s.offersStand(10))
                      .agent("alice", PhoneScript.rings())
                      .assigns(CONFERENCE)
                      .calls(0),
              of(
                  "the offer timed out",
                  c -> c.reservation().status() == Reservation.Status.TIMEOUT),
              of("alice is offline", c -> c.worker("alice").activity().name().equals("Offline")),
              of("the ringing stopped", c -> !c.legsTo("alice").get(0).isLive()),
              of("the caller waits", c -> c.caller().isLive())),
          Race.of(
              "agent-answers-after-the-timer",
              "RACE-105 TR-INSTR-39",
              "The same, on a platform that lets the phone ring on, and the agent answers at last.",
              "The agent is offline, in a room alone, and the caller hears music.",
              centre ->
                  centre
                      .knob(Knob.TR_CONF_INTERRUPTED, "letRing")
                      .setting(s -> s.offersStand(10))
                      .agent("alice", PhoneScript.answers(Duration.ofSeconds(14)))
                      .assigns(CONFERENCE)
                      .calls(0),
              of("alice is offline", c -> c.worker("alice").activity().name().equals("Offline")),
              of("alice is in a room", c -> c.conferences().size() == 1),
              of("the caller is not", c -> c.steps("caller-in") == 0 && c.caller().isLive())),
          Race.of(
              "timeout-cascade",
              "RACE-107 TR-RES-09 TR-WS-18",
              "Four agents are available, and none of their browsers works.",
              "Each missed offer takes the next agent offline; after four nobody is left and the"
                  + " caller waits.",
              centre ->
                  centre
                      .setting(s -> s.offersStand(15))
                      .agent("alice", PhoneScript.rings())
                      .agent("bob", PhoneScript.rings())
                      .agent("carol", PhoneScript.rings())
                      .agent("dave", PhoneScript.rings())
                      .assigns(CONFERENCE)
                      .calls(0),
              of("four offers timed out", c -> c.count("reservation.timeout") == 4),
              of(
                  "everybody is offline",
                  c -> c.workspace().workers().stream().noneMatch(w -> w.activity().available())),
              of("the task waits", c -> c.task().status() == Task.Status.PENDING),
              of("the caller waits", c -> c.caller().isLive())),
          Race.of(
              "rejected-and-chosen-again",
              "RACE-108 TR-WF-32 TR-RES-10",
              "The application rejects the offer and leaves the agent available.",
              "The same agent is offered the same task again at once, and again.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns("{\"instruction\": \"reject\"}")
                      .calls(0)
                      .at(30_000, Centre::callerHangsUp),
              of("dozens of offers are rejected", c -> c.count("reservation.rejected") > 20),
              of("alice is still available", c -> c.worker("alice").activity().available())),
          Race.of(
              "unregistered-softphone-loop",
              "RACE-109 TR-RES-15 TR-RES-16 TR-INSTR-48",
              "The agent is available, but the softphone was never registered.",
              "The agent's leg fails at once, the offer is canceled and made again: a storm of"
                  + " offers and alerts while the caller hears music.",
              centre ->
                  centre
                      .unregistered("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .at(60_000, Centre::callerHangsUp),
              of("over twenty offers in a minute", c -> c.count("reservation.created") > 20),
              of("each logs 40145", c -> c.logged(40_145)),
              of("alice still looks available", c -> c.worker("alice").activity().available())),
          Race.of(
              "a-thousand-rounds",
              "RACE-109 TR-TASK-16",
              "The same, and the caller has patience.",
              "After a thousand rounds the task is canceled; the caller still hears music.",
              centre -> centre.lasts(1_500_000).unregistered("alice").assigns(CONFERENCE).calls(0),
              of("a thousand offers", c -> c.count("reservation.created") == 1_000),
              of("the task is canceled", c -> c.count("task.canceled") == 1),
              of("the caller hears music", c -> c.caller().isLive())),
          Race.of(
              "agent-busy-elsewhere",
              "RACE-110 TR-RES-17",
              "The agent talks on a call that TaskRouter does not know; the device is busy.",
              "The offer is canceled and made again, the loop of the unregistered softphone in slow"
                  + " motion.",
              centre ->
                  centre
                      .agent("alice", PhoneScript.busyAfterRinging(Duration.ofSeconds(5)))
                      .assigns(CONFERENCE)
                      .calls(0)
                      .at(60_000, Centre::callerHangsUp),
              of("several offers are canceled", c -> c.count("reservation.canceled") > 4),
              of("alice is never taken offline", c -> c.worker("alice").activity().available())),
          Race.of(
              "two-workers-accept",
              "RACE-115 TR-RES-20 TR-RES-21 TR-RES-24 TR-RES-25",
              "Two agents are offered the call and both answer.",
              "The first who is in the room has the call; the other's offer is rescinded and the"
                  + " other's leg ended.",
              centre ->
                  centre
                      .setting(s -> s.offersTo(2))
                      .agent("alice", PhoneScript.answers(Duration.ofMillis(2_000)))
                      .agent("bob", PhoneScript.answers(Duration.ofMillis(2_100)))
                      .assigns(CONFERENCE)
                      .calls(0)
                      .at(30_000, c -> c.note("legs", liveLegs(c)))
                      .at(40_000, Centre::callerHangsUp),
              of("both are offered it", c -> c.count("reservation.created") == 2),
              of("one accepts", c -> c.count("reservation.accepted") == 1),
              of("one offer is rescinded", c -> c.count("reservation.rescinded") == 1),
              of(
                  "one agent is left on the phone",
                  c -> Integer.valueOf(1).equals(c.noted("legs")))),
          Race.of(
              "two-workers-in-one-room",
              "RACE-115 TR-RES-24",
              "The same on the platform of before December 2019 (tr.multiConf=all).",
              "Both agents are in the caller's conference, one of them with a rescinded offer.",
              centre ->
                  centre
                      .knob(Knob.TR_MULTI_CONF, "all")
                      .setting(s -> s.offersTo(2))
                      .agent("alice", PhoneScript.answers(Duration.ofMillis(2_000)))
                      .agent("bob", PhoneScript.answers(Duration.ofMillis(2_100)))
                      .assigns(CONFERENCE)
                      .calls(0)
                      .at(30_000, c -> c.note("legs", liveLegs(c)))
                      .at(40_000, Centre::callerHangsUp),
              of("one offer is rescinded", c -> c.count("reservation.rescinded") == 1),
              of("both are on the phone", c -> Integer.valueOf(2).equals(c.noted("legs")))),
          Race.of(
              "booked-twice-by-routing-target",
              "RACE-116 TR-WF-33",
              "A task is aimed at the agent by name while the agent is on a call.",
              "The agent is offered it although all capacity is taken.",
              centre ->
                  centre
                      .agent("alice")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .whenApp(
                          event("reservation.accepted"),
                          2_000,
                          rest ->
                              rest.send(
                                  "POST",
                                  rest.workspacePath() + "/Tasks",
                                  "RoutingTarget",
                                  centre.worker("alice").sid(),
                                  "WorkflowSid",
                                  centre.workspace().workflows().iterator().next().sid(),
                                  "IgnoreCapacity",
                                  "true",
                                  "TaskChannel",
                                  "voice",
                                  "Attributes",
                                  "{}")),
              of("alice has a call", c -> c.count("reservation.accepted") == 1),
              of("and a second offer", c -> c.count("reservation.created") > 1)),
          Race.of(
              "break-with-an-offer-pending",
              "RACE-117 TR-WORKER-14 TR-WORKER-16",
              "The agent goes on break while an offer is pending.",
              "The offer stays; when it times out the break is overwritten by Offline.",
              centre ->
                  centre
                      .setting(s -> s.offersStand(20))
                      .agent("alice")
                      .calls(0)
                      .whenApp(
                          event("reservation.created"),
                          2_000,
                          rest ->
                              rest.worker("alice", "ActivitySid", centre.activity("Unavailable"))),
              of("the break was taken", c -> c.answered("200", c.worker("alice").sid())),
              of("the offer timed out all the same", c -> c.count("reservation.timeout") == 1),
              of("alice is offline", c -> c.worker("alice").activity().name().equals("Offline"))),
          Race.of(
              "available-means-now",
              "RACE-118 TR-WORKER-15",
              "A caller waits; the agent sets Available from a page that is still loading.",
              "The offer is made before the answer to the REST call has come back.",
              centre ->
                  centre
                      .setting(s -> s.agentsBegin("Offline"))
                      .agent("alice")
                      .pin("app.rest.returns", "400")
                      .assigns(CONFERENCE)
                      .calls(0)
                      .app(
                          10_000,
                          rest -> {
                            rest.worker("alice", "ActivitySid", centre.activity("Available"));
                            centre.note("offers", centre.count("reservation.created"));
                          })
                      .at(30_000, Centre::callerHangsUp),
              of("the offer was there first", c -> Integer.valueOf(1).equals(c.noted("offers")))));

  private static Integer liveLegs(Centre centre) {
    return (int)
        centre.workspace().workers().stream()
            .flatMap(worker -> centre.legsTo(worker.name()).stream())
            .filter(leg -> leg.isLive())
            .count();
  }
}
