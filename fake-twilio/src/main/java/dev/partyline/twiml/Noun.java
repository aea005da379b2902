package dev.partyline.twiml;

/** One thing a {@link Dial} connects to (TWIML-23). */
public sealed interface Noun
    permits NumberNoun,
        ClientNoun,
        SipNoun,
        QueueNoun,
        ConferenceNoun,
        ApplicationNoun,
        UnsupportedNoun {

  /** The element's name as written in TwiML, for messages. */
  String tag();

  /** Hands this noun to the method of its kind. */
  <R> R accept(Cases<R> cases);

  /** One method per kind of noun, so that a new kind cannot be forgotten. */
  interface Cases<R> {
    R number(NumberNoun number);

    R client(ClientNoun client);

    R sip(SipNoun sip);

    R queue(QueueNoun queue);

    R conference(ConferenceNoun conference);

    R application(ApplicationNoun application);

    R unsupported(UnsupportedNoun unsupported);
  }
}
