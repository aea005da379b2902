package dev.partyline.sync;

import java.util.List;

/** Messages that nobody keeps (SYNC-STREAM-02). */
public final class Stream extends SyncObject {

  private static final int LARGE = 3 * 1024;

  private final RateWindow small = new RateWindow(30);
  private final RateWindow large = new RateWindow(7);

  Stream(SyncService service, String sid, String name, Author author, long now) {
    super(service, Kind.STREAM, sid, name, author, now);
  }

  /**
   * Passes a message on to those who are subscribed now (SYNC-STREAM-01).
   *
   * @return its SID; that it was accepted says nothing about who gets it
   * @throws Refused 403, 429
   */
  public String publish(Payload payload, Author who, long now, List<Effect> effects) {
    require(who, Permission.Right.WRITE);
    if (service().limited()) {
      (payload.bytes() > LARGE ? large : small).hit(now, 1);
    }
    String message = service().sids().next("TZ");
    happened("stream_message_published", message, null, payload.json(), who, now, effects);
    return message;
  }
}
