package dev.partyline.centre;

import dev.partyline.routing.Desk;
import dev.partyline.taskrouter.Activity;
import dev.partyline.taskrouter.TaskQueue;
import dev.partyline.taskrouter.Workspace;
import dev.partyline.world.Account;
import dev.partyline.world.World;
import java.util.List;

/** How a centre's workspace is set; what is not said is as usual. */
public final class Setting {

  private int reservationSeconds = 120;
  private int maxReserved = 1;
  private int targetSeconds;
  private int overflowSeconds;
  private int taskSeconds;
  private String taskBody = "";
  private boolean fallback;
  private boolean multitask = true;
  private String firstActivity = "Available";

  Setting() {}

  /** Offers stand so long, in seconds. */
  public Setting offersStand(int seconds) {
    reservationSeconds = seconds;
    return this;
  }

  /** So many workers are offered a task at once. */
  public Setting offersTo(int workers) {
    maxReserved = workers;
    return this;
  }

  /** Tasks wait so long in their queue, in seconds, and then are canceled. */
  public Setting tasksWait(int seconds) {
    targetSeconds = seconds;
    return this;
  }

  /**
   * Tasks wait so long in their first queue and then so long in a second one, in seconds, and then
   * are canceled; everybody serves both.
   */
  public Setting escalates(int first, int second) {
    targetSeconds = first;
    overflowSeconds = second;
    return this;
  }

  /** Tasks live so long while nobody has them, in seconds. */
  public Setting tasksLive(int seconds) {
    taskSeconds = seconds;
    return this;
  }

  /** Tasks carry this, too: JSON of the Task noun. */
  public Setting tasksCarry(String json) {
    taskBody = json;
    return this;
  }

  /** The assignment callback has a fallback. */
  public Setting withFallback() {
    fallback = true;
    return this;
  }

  /** One task at a time and no wrap-up. */
  public Setting singleTask() {
    multitask = false;
    return this;
  }

  /** Agents begin in this activity. */
  public Setting agentsBegin(String activity) {
    firstActivity = activity;
    return this;
  }

  String taskNoun() {
    return (taskSeconds == 0 ? "" : " timeout=\"" + taskSeconds + "\"")
        + ">"
        + taskBody.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** Makes the workspace with these workers. */
  Workspace open(World world, List<String> agents) {
    Desk desk = world.desk();
    Workspace workspace =
        desk.create(
            Account.SID,
            new Workspace.Settings(
                "centre", Account.BASE_URL + Centre.EVENTS, List.of(), multitask, false),
            false);
    desk.give(
        workspace,
        (ws, now, effects) -> {
          TaskQueue queue =
              ws.addQueue(
                  new TaskQueue.Settings("everybody", "1==1", maxReserved, false, null, null),
                  now,
                  effects);
          String target = target(queue, targetSeconds);
          if (overflowSeconds > 0) {
            TaskQueue overflow =
                ws.addQueue(
                    new TaskQueue.Settings("overflow", "1==1", maxReserved, false, null, null),
                    now,
                    effects);
            target += "," + target(overflow, overflowSeconds);
          }
          String routing =
              targetSeconds == 0
                  ? "{\"task_routing\":{\"filters\":[],\"default_filter\":" + target + "}}"
                  : "{\"task_routing\":{\"filters\":[{\"expression\":\"1==1\",\"targets\":["
                      + target
                      + "]}]}}";
          ws.addWorkflow(
              "calls",
              routing,
              Account.BASE_URL + Centre.ASSIGN,
              fallback ? Account.BASE_URL + Centre.ASSIGN_FALLBACK : null,
              reservationSeconds,
              now,
              effects);
          Activity first =
              ws.activities().stream()
                  .filter(one -> one.name().equals(firstActivity))
                  .findFirst()
                  .orElseThrow();
          for (String name : agents) {
            ws.addWorker(name, "{\"contact_uri\":\"client:" + name + "\"}", first, now, effects);
          }
        });
    return workspace;
  }

  private static String target(TaskQueue queue, int seconds) {
    return "{\"queue\":\""
        + queue.sid()
        + "\""
        + (seconds == 0 ? "" : ",\"timeout\":" + seconds)
        + "}";
  }
}
