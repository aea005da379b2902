package dev.partyline.sync;

import dev.partyline.knob.Knob;
import java.util.List;

/** One JSON value under a name (SYNC-DOC-01). */
public final class Document extends SyncObject {

  private Payload payload;

  Document(SyncService service, String sid, String name, Payload payload, Author author, long now) {
    super(service, Kind.DOCUMENT, sid, name, author, now);
    this.payload = payload;
  }

  /** Compact JSON. */
  public String json() {
    return payload.json();
  }

  /**
   * Replaces the data as a whole (SYNC-SVC-08), or the time to live, or both.
   *
   * @param change null leaves the data
   * @param ttl in seconds; null leaves it
   * @param ifMatch the revision it must have; null for any: the last write wins
   * @throws Refused 412 with 54103, 400 with 54003, 54010 or 54011, 403, 429
   */
  public void update(
      Payload change, Integer ttl, String ifMatch, Author who, long now, List<Effect> effects) {
    IfMatch.require(ifMatch, revision(), kind());
    if (change == null && ttl == null) {
      throw nothingToUpdate();
    }
    if (change == null && service().knobs().is(Knob.SYNC_TTL_BUMPS_REVISION, "false")) {
      update(ttl, who, now, effects);
      return;
    }
    beforeWrite(who, change, now);
    payload = change == null ? payload : change;
    live(ttl, now, effects);
    touched(now);
    happened("document_updated", null, null, json(), who, now, effects);
  }
}
