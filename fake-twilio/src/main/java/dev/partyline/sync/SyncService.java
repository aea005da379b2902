package dev.partyline.sync;

import dev.partyline.knob.Knob;
import dev.partyline.knob.Knobs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A service and all that is in it (SYNC-SVC-01). */
public final class SyncService {

  private static final int LONGEST_NAME = 320;
  private static final int LONGEST_TTL = 31_536_000;
  private static final Pattern SID = Pattern.compile("[A-Z]{2}[0-9a-fA-F]{32}");

  /**
   * What can be set (SYNC-SVC-03).
   *
   * @param name friendly name; null when it has none
   * @param webhookUrl absolute; null when nobody is told
   * @param webhooksFromRest whether changes with account credentials are told too
   * @param reachabilityWebhooks whether connections are told
   * @param acl whether identities of tokens need permissions
   * @param debouncing whether a short disconnection is kept silent
   * @param debouncingMs how long it may be, from 1,000 to 30,000 ms
   */
  public record Settings(
      String name,
      String webhookUrl,
      boolean webhooksFromRest,
      boolean reachabilityWebhooks,
      boolean acl,
      boolean debouncing,
      int debouncingMs) {

    /** As a service is that nothing was said about. */
    public static final Settings STANDARD =
        new Settings(null, null, false, false, false, false, 5_000);
  }

  private final String accountSid;
  private final String sid;
  private final String uniqueName;
  private final Knobs knobs;
  private final Sids sids;
  private final long createdAt;
  private final Map<String, SyncObject> objects = new LinkedHashMap<>();
  private final Map<String, SyncObject> named = new LinkedHashMap<>();
  private final RateWindow comings = new RateWindow(20);
  private final RateWindow permissionCalls = new RateWindow(80);
  private Settings settings;
  private long updatedAt;

  /**
   * Makes one without anything in it.
   *
   * @param uniqueName {@code default} for the account's default service; null for all others
   */
  public SyncService(
      String accountSid,
      String sid,
      String uniqueName,
      Settings settings,
      Knobs knobs,
      Sids sids,
      long now) {
    this.accountSid = accountSid;
    this.sid = sid;
    this.uniqueName = uniqueName;
    this.settings = settings;
    this.knobs = knobs;
    this.sids = sids;
    this.createdAt = now;
    this.updatedAt = now;
  }

  // ---- itself ----

  public String accountSid() {
    return accountSid;
  }

  public String sid() {
    return sid;
  }

  /** Null when it is not the account's default service. */
  public String uniqueName() {
    return uniqueName;
  }

  public Settings settings() {
    return settings;
  }

  /** Simulated milliseconds. */
  public long createdAt() {
    return createdAt;
  }

  /** Simulated milliseconds. */
  public long updatedAt() {
    return updatedAt;
  }

  /** Sets everything anew. */
  public void change(Settings others, long now) {
    settings = others;
    updatedAt = now;
  }

  Knobs knobs() {
    return knobs;
  }

  Sids sids() {
    return sids;
  }

  boolean limited() {
    return knobs.is(Knob.SYNC_LIMITS, "docs");
  }

  void permissionCalled(long now) {
    if (limited()) {
      permissionCalls.hit(now, 1);
    }
  }

  // ---- finding ----

  /** By SID or unique name (SYNC-SVC-02); null when there is none of this kind. */
  public SyncObject find(Kind kind, String sidOrName) {
    SyncObject bySid = objects.get(sidOrName);
    return bySid != null && bySid.kind() == kind ? bySid : named.get(key(kind, sidOrName));
  }

  /** By SID, of any kind; null when there is none. */
  public SyncObject find(String objectSid) {
    return objects.get(objectSid);
  }

  /** All of a kind, oldest first. */
  public List<SyncObject> all(Kind kind) {
    return objects.values().stream().filter(one -> one.kind() == kind).toList();
  }

  private static String key(Kind kind, String name) {
    return kind.word() + " " + name;
  }

  // ---- making and removing ----

  /**
   * Makes a document, a list, a map or a stream. It never takes one that is there (SYNC-DOC-02).
   *
   * @param name unique name; null for none
   * @param payload of a document; null for the others
   * @param ttl in seconds; null and 0 for ever
   * @throws Refused 409 with 54301, 400 with 54302 or 54011, 403, 429
   */
  public SyncObject create(
      Kind kind,
      String name,
      Payload payload,
      Integer ttl,
      Author who,
      long now,
      List<Effect> effects) {
    if (name != null) {
      requireFree(kind, name);
    }
    if (!who.isSystem() && settings.acl()) {
      throw new Refused(403, 54007, "Access forbidden for identity " + who.identity());
    }
    comingOrGoing(now);
    SyncObject made = make(kind, sids.next(kind.prefix()), name, payload, who, now);
    objects.put(made.sid(), made);
    if (name != null) {
      named.put(key(kind, name), made);
    }
    made.live(ttl, now, effects);
    made.happened(
        kind.word() + "_created",
        null,
        null,
        payload == null ? null : payload.json(),
        who,
        now,
        effects);
    return made;
  }

  private SyncObject make(
      Kind kind, String objectSid, String name, Payload payload, Author who, long now) {
    return switch (kind) {
      case DOCUMENT -> new Document(this, objectSid, name, payload, who, now);
      case LIST, MAP -> new ItemCollection(this, kind, objectSid, name, who, now);
      case STREAM -> new Stream(this, objectSid, name, who, now);
    };
  }

  private void requireFree(Kind kind, String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME || SID.matcher(name).matches()) {
      throw new Refused(
          400,
          54302,
          "Invalid unique name: it must have from 1 to "
              + LONGEST_NAME
              + " characters and not look like a SID");
    }
    if (named.containsKey(key(kind, name))) {
      throw new Refused(409, 54301, "Unique name already exists");
    }
  }

  private void comingOrGoing(long now) {
    if (limited()) {
      comings.hit(now, 1);
    }
  }

  /** Removes an object with its items, of which nobody is told singly (SYNC-MAP-06). */
  public void remove(SyncObject object, Author who, long now, List<Effect> effects) {
    object.require(who, Permission.Right.MANAGE);
    comingOrGoing(now);
    drop(object, who, now, effects);
  }

  private void drop(SyncObject object, Author who, long now, List<Effect> effects) {
    objects.remove(object.sid());
    if (object.uniqueName() != null) {
      named.remove(key(object.kind(), object.uniqueName()));
    }
    object.happened(object.kind().word() + "_removed", null, null, null, who, now, effects);
  }

  /** The service goes, and all that is in it. */
  public void clear(long now, List<Effect> effects) {
    List.copyOf(objects.values()).forEach(one -> drop(one, Author.SYSTEM, now, effects));
  }

  /** Something is too old; does nothing when it lives longer by now, or is gone (SYNC-SVC-13). */
  public void expire(Expiry expiry, long now, List<Effect> effects) {
    SyncObject object = objects.get(expiry.object());
    if (object == null) {
      return;
    }
    if (expiry.item() != null) {
      ((ItemCollection) object).expire(expiry, now, effects);
    } else if (object.expiresAt() == expiry.at()) {
      drop(object, Author.SYSTEM, now, effects);
    }
  }

  /**
   * Reads a time to live.
   *
   * @return in seconds; null when nothing is said
   * @throws Refused 400 with 54011 when it is no whole number from 0 to a year
   */
  public static Integer ttl(String text) {
    if (text == null) {
      return null;
    }
    if (text.matches("[0-9]{1,8}") && Integer.parseInt(text) <= LONGEST_TTL) {
      return Integer.valueOf(text);
    }
    throw new Refused(
        400, 54011, "Invalid TTL '" + text + "': it must be from 0 to " + LONGEST_TTL + " seconds");
  }
}
