package dev.partyline.taskrouter;

/**
 * A task to be made (TR-TASK-01).
 *
 * @param workflowSid null when none was given
 * @param channel SID or unique name
 * @param priority 0 or more
 * @param timeoutSeconds 1 to 1,209,600
 * @param virtualStartAt simulated milliseconds; -1 for its making
 * @param routingTarget SID of a worker, queue or workflow; null when none
 * @param queueSid a queue it goes to directly; null when none
 */
public record NewTask(
    String workflowSid,
    Attributes attributes,
    String channel,
    int priority,
    int timeoutSeconds,
    long virtualStartAt,
    String routingTarget,
    boolean ignoreCapacity,
    String queueSid) {

  /** The longest and the usual time-to-live, in seconds. */
  public static final int LONGEST_TIMEOUT = 1_209_600;

  /** The usual time-to-live, in seconds. */
  public static final int STANDARD_TIMEOUT = 86_400;

  /** A task of a workflow with everything else as usual. */
  public static NewTask of(String workflowSid, Attributes attributes, String channel) {
    return new NewTask(
        workflowSid, attributes, channel, 0, STANDARD_TIMEOUT, -1, null, false, null);
  }
}
