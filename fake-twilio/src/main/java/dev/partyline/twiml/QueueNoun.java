package dev.partyline.twiml;

/**
 * The caller at the front of a queue, or the one of a reservation (TWIML-37).
 *
 * @param name 1 to 64 characters; null when a reservation is given instead
 * @param url of the document run for the waiting caller before bridging, as written; null when
 *     absent
 * @param reservationSid null when absent
 * @param postWorkActivitySid null when absent
 */
public record QueueNoun(
    String name, String url, HttpMethod method, String reservationSid, String postWorkActivitySid)
    implements Noun {

  /** With every attribute absent. */
  public static QueueNoun named(String name) {
    return new QueueNoun(name, null, HttpMethod.POST, null, null);
  }

  @Override
  public String tag() {
    return TwimlElement.QUEUE.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.queue(this);
  }

  static QueueNoun read(Tag tag) {
    tag.warnAboutChildren();
    String name = tag.text();
    String reservationSid = tag.filled("reservationSid");
    if (name.isEmpty() && reservationSid == null) {
      tag.warn(
          Codes.QUEUE_NAME_SHORT,
          "names no queue; it is skipped. Put the queue's name between its tags.");
      return null;
    }
    if (name.codePointCount(0, name.length()) > Enqueue.LONGEST_NAME) {
      tag.warn(
          Codes.QUEUE_NAME_LONG,
          "has a name of more than "
              + Enqueue.LONGEST_NAME
              + " characters; it is skipped. Shorten the name.");
      return null;
    }
    return new QueueNoun(
        name.isEmpty() ? null : name,
        tag.filled("url"),
        tag.word("method", HttpMethod.POST, Codes.QUEUE_METHOD),
        reservationSid,
        tag.filled("postWorkActivitySid"));
  }
}
