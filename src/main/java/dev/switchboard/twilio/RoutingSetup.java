package dev.switchboard.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.taskrouter.v1.Workspace;
import com.twilio.rest.taskrouter.v1.workspace.Activity;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueue;
import com.twilio.rest.taskrouter.v1.workspace.Worker;
import com.twilio.rest.taskrouter.v1.workspace.Workflow;
import dev.switchboard.twilio.PlatformSetup.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The workspace in which calls find agents: activities, one queue, one workflow, the agents. */
final class RoutingSetup {

  /** Activities, and whether somebody in them takes calls. */
  private static final Map<String, Boolean> ACTIVITIES = activities();

  private final TwilioRestClient client;
  private final List<String> agents;

  RoutingSetup(TwilioRestClient client, List<String> agents) {
    this.client = client;
    this.agents = agents;
  }

  private static Map<String, Boolean> activities() {
    Map<String, Boolean> activities = new LinkedHashMap<>();
    activities.put("Offline", false);
    activities.put("Available", true);
    activities.put("Wrap-up", false);
    return activities;
  }

  List<Thing> makeAll() {
    List<Thing> things = new ArrayList<>();
    Thing workspace = workspace();
    things.add(workspace);
    ACTIVITIES.forEach((name, available) -> things.add(activity(workspace.sid(), name, available)));
    Thing queue = queue(workspace.sid());
    things.add(queue);
    things.add(workflow(workspace.sid(), queue.sid()));
    agents.forEach(agent -> things.add(worker(workspace.sid(), agent)));
    return things;
  }

  private Thing workspace() {
    for (Workspace found : Workspace.reader().setFriendlyName(PlatformSetup.NAME).read(client)) {
      return Thing.kept("workspace", found.getSid(), true);
    }
    return Thing.made("workspace", Workspace.creator(PlatformSetup.NAME).create(client).getSid());
  }

  private Thing activity(String workspace, String name, boolean available) {
    String shown = "activity " + name;
    for (Activity found : Activity.reader(workspace).setFriendlyName(name).read(client)) {
      return Thing.kept(shown, found.getSid(), true);
    }
    return Thing.made(
        shown, Activity.creator(workspace, name).setAvailable(available).create(client).getSid());
  }

  private Thing queue(String workspace) {
    String name = PlatformSetup.NAME;
    for (TaskQueue found : TaskQueue.reader(workspace).setFriendlyName(name).read(client)) {
      return Thing.kept("task queue", found.getSid(), true);
    }
    return Thing.made(
        "task queue",
        TaskQueue.creator(workspace, name).setTargetWorkers("1==1").create(client).getSid());
  }

  private Thing workflow(String workspace, String queue) {
    String name = PlatformSetup.NAME;
    String everything = "{\"task_routing\":{\"default_filter\":{\"queue\":\"" + queue + "\"}}}";
    for (Workflow found : Workflow.reader(workspace).setFriendlyName(name).read(client)) {
      boolean right = found.getConfiguration().contains(queue);
      if (!right) {
        Workflow.updater(workspace, found.getSid()).setConfiguration(everything).update(client);
      }
      return Thing.kept("workflow", found.getSid(), right);
    }
    return Thing.made(
        "workflow", Workflow.creator(workspace, name, everything).create(client).getSid());
  }

  private Thing worker(String workspace, String agent) {
    String shown = "worker " + agent;
    for (Worker found : Worker.reader(workspace).setFriendlyName(agent).read(client)) {
      return Thing.kept(shown, found.getSid(), true);
    }
    String attributes = "{\"contact_uri\":\"client:" + agent + "\"}";
    return Thing.made(
        shown, Worker.creator(workspace, agent).setAttributes(attributes).create(client).getSid());
  }
}
