package dev.partyline.taskrouter;

/** A kind of work: voice, chat, … (TR-WS-22). */
public final class TaskChannel {

  private final String sid;
  private final String uniqueName;
  private final long createdAt;
  private String name;
  private boolean optimized;
  private long updatedAt;

  TaskChannel(String sid, String name, String uniqueName, boolean optimized, long now) {
    this.sid = sid;
    this.name = name;
    this.uniqueName = uniqueName;
    this.optimized = optimized;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void change(String otherName, Boolean otherOptimized, long now) {
    name = otherName == null ? name : otherName;
    optimized = otherOptimized == null ? optimized : otherOptimized;
    updatedAt = now;
  }

  /** {@code TC} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** The friendly name. */
  public String name() {
    return name;
  }

  /** The name requests and expressions use. */
  public String uniqueName() {
    return uniqueName;
  }

  /** Whether workers without other work are preferred (TR-WS-24). */
  public boolean optimized() {
    return optimized;
  }

  /** When it was made, in simulated milliseconds. */
  public long createdAt() {
    return createdAt;
  }

  /** When it last changed. */
  public long updatedAt() {
    return updatedAt;
  }
}
