package dev.switchboard.conversation;

/** Where a leg stands towards the conference; it only moves forward. */
public enum Presence {
  /** Nothing was heard of it in the room. */
  NOT_YET,
  /** It was in the room when last heard of. */
  IN,
  /** It left the room and its call lived on: the room ended under it (CB-06). */
  RELEASED,
  /** It left the room, most likely by hanging up. */
  OUT;

  Presence after(Presence news) {
    boolean left = this == RELEASED || this == OUT;
    return left || news.ordinal() < ordinal() ? this : news;
  }
}
