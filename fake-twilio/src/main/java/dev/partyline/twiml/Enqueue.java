package dev.partyline.twiml;

import java.util.List;

/**
 * Puts the caller into a queue, or hands the call to a task router workflow (TWIML-46).
 *
 * @param name of the queue, 1 to 64 characters; null when the call goes to a workflow
 * @param action as written, null when absent; empty means the current document's own URL
 * @param workflowSid null when the call goes to a queue by name
 * @param maxQueueSize null for the queue's own maximum
 * @param task what to tell the workflow, null when absent
 */
public record Enqueue(
    String name,
    String action,
    HttpMethod method,
    WaitUrl waitUrl,
    HttpMethod waitUrlMethod,
    String workflowSid,
    Integer maxQueueSize,
    Task task)
    implements Verb {

  /** The longest name of a queue (LIMIT-14). */
  public static final int LONGEST_NAME = 64;

  /**
   * A task for a workflow.
   *
   * @param attributes JSON as written, unchecked
   * @param priority null when absent
   * @param timeoutSeconds null when absent
   */
  public record Task(String attributes, Integer priority, Integer timeoutSeconds) {}

  /** To a queue by name, with every attribute absent. */
  public static Enqueue into(String name) {
    return new Enqueue(
        name, null, HttpMethod.POST, WaitUrl.PLATFORM_MUSIC, HttpMethod.POST, null, null, null);
  }

  @Override
  public String tag() {
    return TwimlElement.ENQUEUE.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.enqueue(this);
  }

  static Enqueue read(Tag tag) {
    String name = tag.text();
    String workflowSid = tag.filled("workflowSid");
    List<Tag> tasks = tag.children(TwimlElement.TASK);
    Task task = tasks.isEmpty() ? null : task(tasks.get(0));
    if (name.isEmpty() && workflowSid == null) {
      tag.warn(
          Codes.ENQUEUE_NAME_SHORT,
          "has neither a queue's name nor a workflowSid; it is skipped. Put a name between its"
              + " tags.");
      return null;
    }
    if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      tag.warn(
          Codes.ENQUEUE_NAME_LONG,
          "has a queue's name of more than "
              + LONGEST_NAME
              + " characters; it is skipped. Shorten the name.");
      return null;
    }
    return new Enqueue(
        name.isEmpty() ? null : name,
        tag.url("action"),
        tag.word("method", HttpMethod.POST, Codes.ENQUEUE_METHOD),
        WaitUrl.read(tag, "waitUrl", Codes.ENQUEUE_WAIT_URL),
        tag.word("waitUrlMethod", HttpMethod.POST, Codes.ENQUEUE_WAIT_METHOD),
        workflowSid,
        tag.wholeOrNull("maxQueueSize", 1, Integer.MAX_VALUE, Codes.SCHEMA),
        task);
  }

  private static Task task(Tag tag) {
    tag.warnAboutUnknownAttributes();
    tag.warnAboutChildren();
    return new Task(
        tag.text(),
        tag.wholeOrNull("priority", 0, Integer.MAX_VALUE, Codes.SCHEMA),
        tag.wholeOrNull("timeout", 1, Integer.MAX_VALUE, Codes.SCHEMA));
  }
}
