package dev.partyline.taskrouter;

/** What a worker is doing; whether that makes them available never changes (TR-WS-20). */
public final class Activity {

  private final String sid;
  private final boolean available;
  private final long createdAt;
  private String name;
  private long updatedAt;

  Activity(String sid, String name, boolean available, long now) {
    this.sid = sid;
    this.name = name;
    this.available = available;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void rename(String other, long now) {
    name = other;
    updatedAt = now;
  }

  /** {@code WA} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** The friendly name. */
  public String name() {
    return name;
  }

  /** Whether workers in it are offered tasks. */
  public boolean available() {
    return available;
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
