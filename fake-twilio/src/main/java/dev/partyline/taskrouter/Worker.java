package dev.partyline.taskrouter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Somebody, or something, that takes tasks. Changed by {@link Workspace} alone. */
public final class Worker {

  private final String sid;
  private final long createdAt;
  private final int number;

  /** A handful; looked through for every pair of a task and a worker. */
  private final List<WorkerChannel> channels = new ArrayList<>();

  final List<Reservation> reservations = new ArrayList<>();
  private String name;
  private Attributes attributes;
  private Activity activity;
  private long activitySince;
  private long updatedAt;
  private int version;
  private ObjectNode seen;

  Worker(String sid, int number, String name, Attributes attributes, Activity activity, long now) {
    this.sid = sid;
    this.number = number;
    this.name = name;
    this.attributes = attributes;
    this.activity = activity;
    this.createdAt = now;
    this.activitySince = now;
    this.updatedAt = now;
  }

  void add(WorkerChannel channel) {
    channels.add(channel);
    seen = null;
  }

  void remove(TaskChannel channel) {
    channels.removeIf(one -> one.channel() == channel);
    seen = null;
  }

  void rename(String other) {
    name = other;
    seen = null;
  }

  void attributes(Attributes others) {
    attributes = others;
    seen = null;
  }

  void activity(Activity other, long now) {
    activity = other;
    activitySince = now;
    seen = null;
  }

  /** A write, or a reservation that came or went (TR-WORKER-18). */
  void touched(long now) {
    version++;
    updatedAt = now;
    seen = null;
  }

  /** Its load changed, which expressions can see. */
  void loadChanged() {
    seen = null;
  }

  /** What expressions see: attributes and the built-in fields beside them (TR-WF-45). */
  ObjectNode seen() {
    if (seen == null) {
      ObjectNode all = ((ObjectNode) attributes.json()).deepCopy();
      all.put("sid", sid);
      all.put("friendly_name", name);
      all.put("activity_sid", activity.sid());
      all.put("activity_name", activity.name());
      ObjectNode byName = JsonNodeFactory.instance.objectNode();
      for (WorkerChannel channel : channels) {
        byName
            .putObject(channel.channel().uniqueName())
            .put("configured_capacity", channel.capacity())
            .put("assigned_tasks", channel.assignedTasks())
            .put("available_capacity_percentage", channel.availablePercentage());
      }
      all.set("channel", byName);
      seen = all;
    }
    return seen;
  }

  /** {@code WK} and 32 hexadecimal digits. */
  public String sid() {
    return sid;
  }

  /** Counts from 1 in the order of their making. */
  public int number() {
    return number;
  }

  /** The friendly name. */
  public String name() {
    return name;
  }

  /** What the application says of it. */
  public Attributes attributes() {
    return attributes;
  }

  /** What it is doing. */
  public Activity activity() {
    return activity;
  }

  /** Whether its activity takes tasks (TR-WORKER-03). */
  public boolean available() {
    return activity.available();
  }

  /** When its activity last changed, in simulated milliseconds. */
  public long activitySince() {
    return activitySince;
  }

  /** Its channels in the order of their making. */
  public Collection<WorkerChannel> channels() {
    return Collections.unmodifiableList(channels);
  }

  /** Its part of a channel; null when the channel is not of its workspace. */
  public WorkerChannel channel(TaskChannel channel) {
    for (int i = 0; i < channels.size(); i++) {
      if (channels.get(i).channel() == channel) {
        return channels.get(i);
      }
    }
    return null;
  }

  /** Whether another task fits on one of its channels. */
  boolean hasRoom() {
    for (WorkerChannel channel : channels) {
      if (channel.hasRoom()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it has a task, offered or taken. */
  boolean isBusy() {
    for (WorkerChannel channel : channels) {
      if (channel.held() > 0) {
        return true;
      }
    }
    return false;
  }

  /** By SID of either channel or by unique name; null when there is none. */
  public WorkerChannel channel(String key) {
    for (WorkerChannel channel : channels) {
      if (key.equals(channel.sid())
          || key.equals(channel.channel().uniqueName())
          || key.equals(channel.channel().sid())) {
        return channel;
      }
    }
    return null;
  }

  /** Its reservations whose tasks still exist, oldest first. */
  public List<Reservation> reservations() {
    return List.copyOf(reservations);
  }

  /** The number behind the ETag (TR-WS-09). */
  public int version() {
    return version;
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
