package dev.partyline.rest.taskrouter;

import dev.partyline.taskrouter.Task;
import dev.partyline.taskrouter.TaskQueue;
import dev.partyline.taskrouter.TaskRouterEvent;
import dev.partyline.taskrouter.Worker;
import dev.partyline.taskrouter.Workflow;

/**
 * The part of a workspace that statistics are about; what is null does not narrow it.
 *
 * @param channel SID or unique name of a task channel
 */
record Slice(TaskQueue queue, Workflow workflow, Worker worker, String channel) {

  boolean has(Task task) {
    return (queue == null || task.queue() == queue)
        && (workflow == null || task.workflow() == workflow)
        && isOnChannel(task);
  }

  boolean has(TaskRouterEvent event) {
    return (queue == null || event.queue() == queue)
        && (workflow == null || event.workflow() == workflow)
        && (worker == null || event.worker() == worker)
        && (channel == null || event.task() != null && isOnChannel(event.task()));
  }

  boolean has(Worker one) {
    return (worker == null || worker == one) && (queue == null || queue.has(one));
  }

  private boolean isOnChannel(Task task) {
    return channel == null
        || channel.equals(task.channel().uniqueName())
        || channel.equals(task.channel().sid());
  }
}
