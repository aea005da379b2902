package dev.partyline.rest.taskrouter;

import dev.partyline.rest.Resource;
import java.util.List;

/** All of TaskRouter's API. */
public final class TaskRouterResources {

  private TaskRouterResources() {}

  /** The resources over these workspaces. */
  public static List<Resource> of(Workspaces workspaces) {
    Frame frame = new Frame(workspaces);
    return List.of(
        new WorkspacesResource(frame),
        new ActivitiesResource(frame),
        new TaskChannelsResource(frame),
        new WorkersResource(frame),
        new WorkerChannelsResource(frame),
        new TaskQueuesResource(frame),
        new WorkflowsResource(frame),
        new TasksResource(frame),
        new ReservationsResource(frame),
        new EventsResource(frame),
        new StatisticsResources(frame));
  }
}
