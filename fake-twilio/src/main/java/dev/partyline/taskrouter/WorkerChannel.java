package dev.partyline.taskrouter;

/** How much of one kind of work a worker takes (TR-WORKER-09, TR-WORKER-10). */
public final class WorkerChannel {

  private final String sid;
  private final TaskChannel channel;
  private final long createdAt;
  private int capacity = 1;
  private boolean available = true;
  private long updatedAt;
  private int pending;
  private int accepted;
  private int wrapping;
  private long lastReservedAt = Long.MIN_VALUE;

  WorkerChannel(String sid, TaskChannel channel, long now) {
    this.sid = sid;
    this.channel = channel;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void change(Integer otherCapacity, Boolean otherAvailable, long now) {
    capacity = otherCapacity == null ? capacity : otherCapacity;
    available = otherAvailable == null ? available : otherAvailable;
    updatedAt = now;
  }

  void reserved(long now) {
    lastReservedAt = now;
  }

  /** Counts a reservation's status up or down. */
  void count(Reservation.Status status, int by) {
    switch (status) {
      case PENDING -> pending += by;
      case ACCEPTED -> accepted += by;
      case WRAPPING -> wrapping += by;
      default -> {
        // takes no capacity
      }
    }
  }

  /** Reservations that take capacity. */
  public int held() {
    return pending + accepted + wrapping;
  }

  /** Whether another task fits. */
  public boolean hasRoom() {
    return available && held() < capacity;
  }

  /** {@code WC} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** The kind of work. */
  public TaskChannel channel() {
    return channel;
  }

  /** How many tasks at once. */
  public int capacity() {
    return capacity;
  }

  /** Whether it is switched on. */
  public boolean available() {
    return available;
  }

  /** Accepted reservations (TR-WORKER-11). */
  public int assignedTasks() {
    return accepted;
  }

  /** 0 to 100, rounded down; 0 without capacity (TR-WORKER-11). */
  public int availablePercentage() {
    return capacity <= 0 ? 0 : Math.max(0, (capacity - held()) * 100 / capacity);
  }

  /** When a task was last offered here; the smallest number when none ever was. */
  public long lastReservedAt() {
    return lastReservedAt;
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
