package dev.partyline.twiml;

import java.util.List;

/**
 * An SDK client to ring (TWIML-35).
 *
 * @param identity 1 to 256 characters, without {@code client:}; from the text or from a nested
 *     Identity, which wins
 * @param parameters handed to the client, in document order
 * @param url of the private document run on the callee before bridging, as written; null when
 *     absent
 */
public record ClientNoun(
    String identity,
    List<Parameter> parameters,
    String url,
    HttpMethod method,
    CallStatusCallback statusCallback)
    implements Noun {

  /** The longest identity (LIMIT-15). */
  public static final int LONGEST_IDENTITY = 256;

  public ClientNoun {
    parameters = List.copyOf(parameters);
  }

  /** With every attribute absent. */
  public static ClientNoun of(String identity) {
    return new ClientNoun(identity, List.of(), null, HttpMethod.POST, CallStatusCallback.NONE);
  }

  @Override
  public String tag() {
    return TwimlElement.CLIENT.tag();
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.client(this);
  }

  static ClientNoun read(Tag tag) {
    NamedTarget target = NamedTarget.read(tag, TwimlElement.IDENTITY);
    int length = target.name().codePointCount(0, target.name().length());
    if (length == 0 || length > LONGEST_IDENTITY) {
      tag.warn(
          Codes.SCHEMA,
          "has an identity of "
              + length
              + " characters; it is skipped. Give it from 1 to "
              + LONGEST_IDENTITY
              + " characters between its tags.");
      return null;
    }
    return new ClientNoun(
        target.name(),
        target.parameters(),
        tag.filled("url"),
        tag.word("method", HttpMethod.POST, Codes.SCHEMA),
        CallStatusCallback.read(tag));
  }
}
