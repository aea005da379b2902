package dev.switchboard.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.taskrouter.v1.Workspace;
import com.twilio.rest.taskrouter.v1.workspace.Activity;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueue;
import com.twilio.rest.taskrouter.v1.workspace.Worker;
import com.twilio.rest.taskrouter.v1.workspace.Workflow;
import dev.switchboard.twilio.PlatformSetup.Thing;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workspace in which calls find agents: activities, one queue, one workflow, the agents. */
final class RoutingSetup {

  /** Activities, and whether somebody in them takes calls. */
  private static final Map<String, Boolean> ACTIVITIES = activities();

  /** What nobody else would tell; an answered call has none of them (decision 0040). */
  private static final String EVENTS = "reservation.timeout,task.canceled";

  /** Longer than any phone rings, so that it is we who give an offer back. */
  private static final int OFFER_SECONDS = 40;

  private final TwilioRestClient client;
  private final Callbacks callbacks;
  private final List<String> agents;

  RoutingSetup(TwilioRestClient client, Callbacks callbacks, List<String> agents) {
    this.client = client;
    this.callbacks = callbacks;
    this.agents = agents;
  }

  private static Map<String, Boolean> activities() {
    Map<String, Boolean> activities = new LinkedHashMap<>();
    activities.put("Offline", false);
    activities.put("Available", true);
    activities.put("Wrap-up", false);
    activities.put("Break", false);
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
    URI events = URI.create(callbacks.routingEvent());
    for (Workspace found : Workspace.reader().setFriendlyName(PlatformSetup.NAME).read(client)) {
      boolean right =
          events.equals(found.getEventCallbackUrl())
              && EVENTS.equals(found.getEventsFilter())
              && Boolean.TRUE.equals(found.getMultiTaskEnabled());
      if (!right) {
        Workspace.updater(found.getSid())
            .setEventCallbackUrl(events)
            .setEventsFilter(EVENTS)
            .setMultiTaskEnabled(true)
            .update(client);
      }
      return Thing.kept("workspace", found.getSid(), right);
    }
    return Thing.made(
        "workspace",
        Workspace.creator(PlatformSetup.NAME)
            .setEventCallbackUrl(events)
            .setEventsFilter(EVENTS)
            .setMultiTaskEnabled(true)
            .create(client)
            .getSid());
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
    URI offers = URI.create(callbacks.assignment());
    String everything = "{\"task_routing\":{\"default_filter\":{\"queue\":\"" + queue + "\"}}}";
    for (Workflow found : Workflow.reader(workspace).setFriendlyName(name).read(client)) {
      boolean right =
          found.getConfiguration().contains(queue)
              && offers.equals(found.getAssignmentCallbackUrl());
      if (!right) {
        Workflow.updater(workspace, found.getSid())
            .setConfiguration(everything)
            .setAssignmentCallbackUrl(offers)
            .setFallbackAssignmentCallbackUrl(offers)
            .setTaskReservationTimeout(OFFER_SECONDS)
            .update(client);
      }
      return Thing.kept("workflow", found.getSid(), right);
    }
    return Thing.made(
        "workflow",
        Workflow.creator(workspace, name, everything)
            .setAssignmentCallbackUrl(offers)
            .setFallbackAssignmentCallbackUrl(offers)
            .setTaskReservationTimeout(OFFER_SECONDS)
            .create(client)
            .getSid());
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

  /** What was set up, for who is to work with it; empty when it was not. */
  static Optional<RoutingPlan> find(TwilioRestClient client) {
    for (Workspace workspace :
        Workspace.reader().setFriendlyName(PlatformSetup.NAME).read(client)) {
      String sid = workspace.getSid();
      String workflow = null;
      for (Workflow one : Workflow.reader(sid).setFriendlyName(PlatformSetup.NAME).read(client)) {
        workflow = one.getSid();
      }
      Map<String, String> activities = new LinkedHashMap<>();
      for (Activity one : Activity.reader(sid).read(client)) {
        activities.put(one.getFriendlyName(), one.getSid());
      }
      String resting = activities.get("Offline");
      String available = activities.get("Available");
      // a set-up of before breaks had an activity: a break is then what it was, offline
      String pause = activities.getOrDefault("Break", resting);
      if (workflow != null && resting != null && available != null) {
        return Optional.of(new RoutingPlan(sid, workflow, resting, available, pause));
      }
    }
    return Optional.empty();
  }
}
