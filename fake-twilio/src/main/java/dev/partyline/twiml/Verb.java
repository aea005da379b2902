package dev.partyline.twiml;

/** One instruction of a document, with every attribute read and every default filled in. */
public sealed interface Verb
    permits Say,
        Play,
        Pause,
        Hangup,
        Redirect,
        Reject,
        Dial,
        Gather,
        RecordVerb,
        Enqueue,
        Leave,
        UnsupportedVerb {

  /** The element's name as written in TwiML, for messages. */
  String tag();

  /** Hands this verb to the method of its kind. */
  <R> R accept(Cases<R> cases);

  /** One method per kind of verb, so that a new kind cannot be forgotten. */
  interface Cases<R> {
    R say(Say say);

    R play(Play play);

    R pause(Pause pause);

    R hangup(Hangup hangup);

    R redirect(Redirect redirect);

    R reject(Reject reject);

    R dial(Dial dial);

    R gather(Gather gather);

    R record(RecordVerb record);

    R enqueue(Enqueue enqueue);

    R leave(Leave leave);

    R unsupported(UnsupportedVerb unsupported);
  }
}
