package dev.partyline.routing;

import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.TaskQueue;
import dev.partyline.taskrouter.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The workspace of a run in which people call in: one queue that everybody serves, one workflow.
 * SIDs are counted, so a program can be told of them before they exist.
 */
public final class FrontDesk {

  /** The workspace, when it is the first of its run. */
  public static final String WORKSPACE = "WS00000000000000000000000000000001";

  /** Its only workflow. */
  public static final String WORKFLOW = "WW00000000000000000000000000000001";

  /** Its only queue, which everybody serves. */
  public static final String QUEUE = "WQ00000000000000000000000000000001";

  /** The activity of those who are not offered calls. */
  public static final String OFFLINE = "WA00000000000000000000000000000001";

  /** The activity of those who are. */
  public static final String AVAILABLE = "WA00000000000000000000000000000002";

  private static final int RESERVATION_SECONDS = 40;

  private FrontDesk() {}

  /**
   * Opens it.
   *
   * @param assignment URL of the assignment callback and of its fallback
   * @param events URL of the event callback, for events of the types subscribed to
   * @param agents names of people at softphones of the same name
   * @param away those of them who are not available
   */
  public static void open(
      Desk desk,
      String account,
      String assignment,
      String events,
      List<String> subscribed,
      List<String> agents,
      List<String> away) {
    Workspace workspace =
        desk.create(
            account, new Workspace.Settings("front desk", events, subscribed, true, false), false);
    desk.give(
        workspace,
        (ws, now, effects) -> {
          TaskQueue queue =
              ws.addQueue(
                  new TaskQueue.Settings("everybody", "1==1", 1, false, null, null), now, effects);
          ws.addWorkflow(
              "calls",
              "{\"task_routing\":{\"filters\":[],\"default_filter\":{\"queue\":\""
                  + queue.sid()
                  + "\"}}}",
              assignment,
              assignment,
              RESERVATION_SECONDS,
              now,
              effects);
          for (String agent : agents) {
            ws.addWorker(
                agent,
                "{\"contact_uri\":\"client:" + agent + "\"}",
                ws.activity(away.contains(agent) ? OFFLINE : AVAILABLE),
                now,
                effects);
          }
        });
    require(workspace.sid(), WORKSPACE);
    require(workspace.workflows().iterator().next().sid(), WORKFLOW);
    require(queueOf(workspace), QUEUE);
    Map<String, String> activities = new LinkedHashMap<>();
    for (Activity one : workspace.activities()) {
      activities.put(one.name(), one.sid());
    }
    require(activities.get("Offline"), OFFLINE);
  }

  /** The queue that the workflow names. */
  private static String queueOf(Workspace workspace) {
    return workspace.queues().stream()
        .filter(it -> it.name().equals("everybody"))
        .findFirst()
        .orElseThrow()
        .sid();
  }

  private static void require(String sid, String expected) {
    if (!expected.equals(sid)) {
      throw new IllegalStateException(
          "the front desk must be the first workspace of its run: it is "
              + sid
              + ", not "
              + expected);
    }
  }
}
