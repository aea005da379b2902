package dev.partyline.sync;

import dev.partyline.knob.Knob;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What documents, lists, maps and streams have in common (SYNC-SVC-04). */
public abstract sealed class SyncObject permits Document, ItemCollection, Stream {

  private static final int MOST_EVENTS = 1_000;
  private static final int KIB = 1024;

  private final SyncService service;
  private final Kind kind;
  private final String sid;
  private final String name;
  private final Author author;
  private final long createdAt;
  private final Map<String, Permission> permissions = new LinkedHashMap<>();
  private final Deque<SyncEvent> log = new ArrayDeque<>();
  private final RateWindow writes = new RateWindow(20);
  private final RateWindow reads = new RateWindow(20);
  private long updatedAt;
  private long expiresAt = -1;
  private int revision;
  private long lastEvent;

  SyncObject(SyncService service, Kind kind, String sid, String name, Author author, long now) {
    this.service = service;
    this.kind = kind;
    this.sid = sid;
    this.name = name;
    this.author = author;
    this.createdAt = now;
    this.updatedAt = now;
  }

  // ---- what it is ----

  public SyncService service() {
    return service;
  }

  public Kind kind() {
    return kind;
  }

  public String sid() {
    return sid;
  }

  /** Null when it has none. */
  public String uniqueName() {
    return name;
  }

  public Author createdBy() {
    return author;
  }

  /** Simulated milliseconds. */
  public long createdAt() {
    return createdAt;
  }

  /** Simulated milliseconds. */
  public long updatedAt() {
    return updatedAt;
  }

  /** Simulated milliseconds; negative when it is permanent. */
  public long expiresAt() {
    return expiresAt;
  }

  /** Rises by one with each write (SYNC-SVC-05). */
  public String revision() {
    return Integer.toString(revision);
  }

  /** Id of its last event; 0 when nothing has happened since it was made. */
  public long lastEvent() {
    return lastEvent;
  }

  // ---- permissions ----

  /** In the order in which they were first given. */
  public List<Permission> permissions() {
    return List.copyOf(permissions.values());
  }

  /** Null when there is none. */
  public Permission permission(String identity, long now) {
    service.permissionCalled(now);
    return permissions.get(identity);
  }

  /** Gives or changes one. */
  public void permit(Permission permission, long now) {
    service.permissionCalled(now);
    permissions.put(permission.identity(), permission);
  }

  /** Takes one away. */
  public void forbid(String identity, long now) {
    service.permissionCalled(now);
    permissions.remove(identity);
  }

  /**
   * Looks whether somebody may read it, and counts it as a read.
   *
   * @throws Refused 403 with 54007, or 429 with 54009
   */
  public void read(Author reader, long now) {
    require(reader, Permission.Right.READ);
    if (service.limited()) {
      reads.hit(now, 1);
    }
  }

  void require(Author who, Permission.Right right) {
    boolean free = who.isSystem() || !service.settings().acl();
    Permission permission = permissions.get(who.identity());
    if (!free && (permission == null || !permission.allows(right))) {
      throw new Refused(
          403,
          54007,
          "Access forbidden for identity " + who.identity() + ": it has no permission to " + right);
    }
  }

  // ---- changes ----

  /** Every write of an object counts together with those of its items (SYNC-SVC-16). */
  void beforeWrite(Author who, Payload payload, long now) {
    require(who, Permission.Right.WRITE);
    if (service.limited()) {
      int bytes = payload == null ? 0 : payload.bytes();
      writes.hit(now, bytes >= 10 * KIB ? 10 : bytes >= KIB ? 2 : 1);
    }
  }

  void touched(long now) {
    revision++;
    updatedAt = now;
  }

  /** A new time to live for the object; null leaves it, 0 makes it permanent (SYNC-SVC-15). */
  void live(Integer ttl, long now, List<Effect> effects) {
    if (ttl != null) {
      expiresAt = ttl == 0 ? -1 : now + ttl * 1000L;
      if (ttl != 0) {
        effects.add(new Effect.ExpirySet(new Expiry(sid, null, expiresAt)));
      }
    }
  }

  /**
   * Changes the time to live of a list, map or stream.
   *
   * @throws Refused 400 with 54010 without one, 54011 out of range
   */
  public void update(Integer ttl, Author who, long now, List<Effect> effects) {
    if (ttl == null) {
      throw nothingToUpdate();
    }
    beforeWrite(who, null, now);
    live(ttl, now, effects);
    if (service.knobs().is(Knob.SYNC_TTL_BUMPS_REVISION, "true")) {
      touched(now);
    } else {
      updatedAt = now;
    }
  }

  static Refused nothingToUpdate() {
    return new Refused(400, 54010, "Invalid request: there is nothing to update");
  }

  /** Something happened to it or to what is in it. */
  SyncEvent happened(
      String type,
      String item,
      String itemRevision,
      String json,
      Author by,
      long now,
      List<Effect> effects) {
    String own = kind == Kind.STREAM ? null : revision();
    SyncEvent event =
        new SyncEvent(
            type,
            type.endsWith("_created") ? 0 : ++lastEvent,
            kind,
            service.sid(),
            sid,
            name,
            item,
            item == null ? own : itemRevision,
            own,
            json,
            by,
            now);
    if (keepsHistory()) {
      log.addLast(event);
      if (log.size() > MOST_EVENTS) {
        log.removeFirst();
      }
    } else if (kind == Kind.DOCUMENT) {
      log.clear();
      log.addLast(event);
    }
    effects.add(new Effect.Changed(event));
    return event;
  }

  private boolean keepsHistory() {
    return kind.hasItems();
  }

  /**
   * What happened after an event, oldest first: of a document the last change alone (SYNC-DOC-04),
   * of a stream nothing (SYNC-STREAM-02).
   */
  public List<SyncEvent> since(long event) {
    List<SyncEvent> since = new ArrayList<>();
    for (SyncEvent one : log) {
      if (one.id() > event && one.isPushed()) {
        since.add(one);
      }
    }
    return since;
  }

  /** Whether {@link #since} knows all that happened after this event (SYNC-RT-04). */
  public boolean remembers(long event) {
    return !keepsHistory() || log.isEmpty() || log.peekFirst().id() <= event + 1;
  }

  @Override
  public String toString() {
    return kind.word() + " " + (name == null ? sid : name);
  }
}
