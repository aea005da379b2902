package dev.partyline.centre.day;

import dev.partyline.centre.Centre;
import dev.partyline.phone.PhoneScript;
import dev.partyline.sim.Simulation;
import dev.partyline.sim.Span;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.TaskQueue;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.world.Account;
import dev.partyline.world.Party;
import dev.partyline.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The workspace of a day and its agents. */
final class Floor {

  /** What an offer is answered with. */
  static final String INSTRUCTION =
      "{\"instruction\":\"conference\",\"timeout\":20,\"end_conference_on_customer_exit\":true,"
          + "\"conference_status_callback\":\""
          + Account.BASE_URL
          + Centre.ROOM
          + "\",\"conference_status_callback_event\":\"leave\"}";

  private static final int SCRIPTS = 400;

  private final int agents;
  private Workspace workspace;
  private String document;

  Floor(int agents) {
    this.agents = agents;
  }

  void open(World world, Simulation simulation) {
    workspace =
        world
            .desk()
            .create(
                Account.SID,
                new Workspace.Settings(
                    "day",
                    Account.BASE_URL + Centre.EVENTS,
                    List.of("reservation.wrapup"),
                    true,
                    false),
                false);
    world
        .desk()
        .give(
            workspace,
            (ws, now, effects) -> {
              TaskQueue queue =
                  ws.addQueue(
                      new TaskQueue.Settings("everybody", "1==1", 1, false, null, null),
                      now,
                      effects);
              String sid =
                  ws.addWorkflow(
                          "calls",
                          "{\"task_routing\":{\"filters\":[],\"default_filter\":{\"queue\":\""
                              + queue.sid()
                              + "\"}}}",
                          Account.BASE_URL + Centre.ASSIGN,
                          null,
                          60,
                          now,
                          effects)
                      .sid();
              document =
                  "<Response><Enqueue workflowSid=\"" + sid + "\"><Task/></Enqueue></Response>";
              Activity available =
                  ws.activities().stream().filter(Activity::available).findFirst().orElseThrow();
              for (int i = 1; i <= agents; i++) {
                String name = "agent-" + i;
                String address = "client:" + name;
                world.add(new Party(name, address, null));
                world.phones().book().put(address, phone(simulation, name));
                ws.addWorker(
                    name, "{\"contact_uri\":\"" + address + "\"}", available, now, effects);
              }
            });
  }

  /** Most calls are answered within seconds, a few are missed. */
  private static List<PhoneScript> phone(Simulation simulation, String name) {
    List<PhoneScript> scripts = new ArrayList<>();
    for (int i = 0; i < SCRIPTS; i++) {
      long ms = simulation.amount(name + ".answers", Span.of(1_000, 4_000, 7_000));
      scripts.add(
          simulation.happens(name + ".misses", 0.02)
              ? PhoneScript.rings()
              : PhoneScript.answers(Duration.ofMillis(ms)));
    }
    return scripts;
  }

  String enqueue() {
    return document;
  }

  String activity(String name) {
    return workspace.activities().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow()
        .sid();
  }

  String workerPath(int agent) {
    String name = "agent-" + agent;
    return path()
        + "/Workers/"
        + workspace.workers().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow()
            .sid();
  }

  String taskPath(String task) {
    return path() + "/Tasks/" + task;
  }

  private String path() {
    return "/v1/Workspaces/" + workspace.sid();
  }
}
